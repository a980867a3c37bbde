import { rupiah, thousands } from '../format/money.ts'
import { disputedWords } from './budget.ts'
import { spoken } from './terms.ts'

const listed = (items: readonly string[], most: number): string =>
  items.length <= most
    ? items.join('; ')
    : `${items.slice(0, most).join('; ')}; dan ${thousands(items.length - most)} lainnya`
/** Places on a form, as they are read aloud: "3, 4 dan 7". */
const numbered = (numbers: readonly number[], most: number): string => {
  const shown = numbers.slice(0, most).map(thousands)
  if (numbers.length > most) return `${shown.join(', ')} dan ${thousands(numbers.length - most)} lainnya`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} dan ${shown.at(-1)}`
}
const quote = (text: string): string => `“${text}”`
const named = (items: readonly (readonly [name: string, count: number])[], most: number): string =>
  listed(
    items.map(([name, count]) => `${name} ${thousands(count)}`),
    most,
  )

/** Sentences of the consolidation: points that an officer must see, reasons of commits, words of the printed report. */
export const consolidationTexts = spoken({
  /** In place of the code of an OPD. `at`: its place among several, from 1; 0 for the only one. */
  codeless: (at: number) => (at === 0 ? 'tanpa kode' : `tanpa kode ${at}`),
  /** Of an OPD that has the code of one that is gone. */
  sharedCode: (code: string, name: string) => `${code} (${name})`,
  point: {
    disputed: (opd: string, what: string) =>
      `${opd}: ${what} diisi berbeda di beberapa komputer dan menunggu keputusan; yang dihitung sementara isian yang tampil.`,
    missing: (names: readonly string[]) =>
      `${thousands(names.length)} perangkat daerah belum mengirim formulir: ${listed(names, 30)}.`,
    listOpen:
      'Daftar OPD belum dinyatakan lengkap, jadi belum diketahui apakah semua perangkat daerah sudah mengirim.',
    codeless: (names: readonly string[]) =>
      `${thousands(names.length)} OPD belum berkode dalam daftar OPD: ${listed(names, 30)}.`,
    withoutCost: (rows: number, of: number, byOpd: readonly (readonly [string, number])[]) =>
      `${thousands(rows)} dari ${thousands(of)} baris tanpa biaya: ${named(byOpd, 30)}.`,
    withoutSource: (opd: string, numbers: readonly number[], of: number, total: number) =>
      numbers.length === of
        ? `${opd}: tidak satu pun dari ${thousands(of)} baris berbiaya menyebut sumber dana (${rupiah(total)}); dihitung sebagai “Sumber tidak disebut”.`
        : `${opd}: ${thousands(numbers.length)} dari ${thousands(of)} baris berbiaya tidak menyebut sumber dana (baris ${numbered(numbers, 12)}; ${rupiah(total)}).`,
    returned: (names: readonly string[], total: number) =>
      `${thousands(names.length)} formulir masih dikembalikan kepada OPD dan tetap dihitung, ${rupiah(total)} di dalam jumlah: ${listed(names, 20)}.`,
    unfinished: (forms: number, byStatus: readonly (readonly [status: string, names: readonly string[]])[]) =>
      `${thousands(forms)} formulir belum direkomendasikan: ${byStatus.map(([status, names]) => `${status.toLowerCase()} (${listed(names, 20)})`).join('; ')}.`,
    doubt: (marks: number, byOpd: readonly (readonly [string, number])[]) =>
      `${thousands(marks)} tanda pada formulir masih perlu diperiksa: ${named(byOpd, 30)}.`,
    corrected: (cells: number, byOpd: readonly (readonly [string, number])[]) =>
      `${thousands(cells)} isian dikoreksi Diskominfo saat impor: ${named(byOpd, 30)}. Yang tertulis pada formulir ada pada riwayat barisnya.`,
    rowsAdded: (rows: number, byOpd: readonly (readonly [string, number])[]) =>
      `${thousands(rows)} baris ditambahkan Diskominfo saat impor dan tidak ada pada formulir yang diterima: ${named(byOpd, 30)}.`,
    rowsRefused: (rows: number, byOpd: readonly (readonly [string, number])[]) =>
      `${thousands(rows)} baris pada formulir yang diterima tidak diambil Diskominfo saat impor: ${named(byOpd, 30)}. Rinciannya ada pada riwayat formulir.`,
    total: (opd: string, found: string, stated: number, summed: number, whole: boolean, corrected = false) =>
      `${opd}: jumlah tertulis pada formulir ${rupiah(stated)} (${quote(found.replaceAll(' | ', ' '))}), sedangkan jumlah ${whole ? 'barisnya' : 'baris yang diringkasnya'}${corrected ? ' sesudah dikoreksi Diskominfo saat impor' : ''} ${rupiah(summed)}, selisih ${rupiah(Math.abs(stated - summed))}. Yang dihitung jumlah baris.`,
    wholeForm: (opd: string, message: string) => `${opd}: ${message}`,
    twins: (opd: string, stage: string, numbers: readonly number[], amount: number | null) =>
      `${opd}, baris ${numbered(numbers, 12)}: kembar persis sebagaimana tertulis (${quote(stage)}${amount === null ? '' : `, masing-masing ${rupiah(amount)}`}); semuanya ikut dihitung.`,
    priceExact: (
      opd: string,
      stage: string,
      price: number,
      standard: number,
      item: string,
      measure: string,
    ) =>
      `${opd}, ${quote(stage)}: harga satuan ${rupiah(price)} di atas standar ${quote(item)} ${rupiah(standard)} per ${measure} (lebih ${rupiah(price - standard)}).`,
    priceCounted: (
      opd: string,
      stage: string,
      amount: number,
      pieces: number,
      price: number,
      standard: number,
      item: string,
      measure: string,
    ) =>
      `${opd}, ${quote(stage)}: ${rupiah(amount)} untuk ${thousands(pieces)} ${measure.toLowerCase()} berarti sekitar ${rupiah(price)}, di atas standar ${quote(item)} ${rupiah(standard)}. Banyaknya dibaca dari uraian, jadi ini hanya petunjuk.`,
    priceUnclear: (
      opd: string,
      stage: string,
      amount: number,
      standard: number,
      item: string,
      measure: string,
    ) =>
      `${opd}, ${quote(stage)}: ${rupiah(amount)}, sedangkan standar ${quote(item)} ${rupiah(standard)} per ${measure}. Volume dan satuannya tidak tertulis, jadi ini hanya petunjuk.`,
    alike: (one: string, oneOpd: string, other: string, otherOpd: string, why: string) =>
      `Kemungkinan usulan yang sama: ${quote(one)} (${oneOpd}) dan ${quote(other)} (${otherOpd}); ${why}.`,
    alikeOutputs: (one: string, oneOpd: string, other: string, otherOpd: string, why: string) =>
      `Kemungkinan output yang sama: ${quote(one)} (${oneOpd}) dan ${quote(other)} (${otherOpd}); ${why}.`,
    why: (shared: readonly string[], equated: readonly (readonly [string, string])[]) =>
      [
        ...(shared.length > 0 ? [`kata yang sama: ${shared.join(', ')}`] : []),
        ...(equated.length > 0
          ? [`dianggap searti: ${equated.map(([one, other]) => `${one} = ${other}`).join(', ')}`]
          : []),
      ].join('; '),
    moreAlike: (count: number) =>
      `${thousands(count)} pasangan mirip lain tidak ditampilkan; yang paling mirip ada di atas.`,
    newForm: (opd: string, total: number) =>
      `${opd} mengirim formulir setelah konsolidasi terakhir (${rupiah(total)}).`,
    goneForm: (opd: string) => `Formulir ${opd} yang ikut konsolidasi terakhir tidak dipakai lagi.`,
    newVersion: (opd: string, before: number, after: number, change: string) =>
      `Formulir ${opd} berubah sejak konsolidasi terakhir: versi ${before} menjadi versi ${after}, ${change}.`,
    changedRows: (opd: string, change: string) =>
      `Formulir ${opd} berubah sejak konsolidasi terakhir: ${change}.`,
    sameTotal: 'jumlahnya tetap',
    more: (amount: number) => `jumlahnya naik ${rupiah(amount)}`,
    less: (amount: number) => `jumlahnya turun ${rupiah(amount)}`,
    rowsEdited: (rows: number) => `${thousands(rows)} baris diubah atau ditambah, jumlahnya tetap`,
  },
  reason: {
    drawnUp: (year: number, forms: number, total: number) =>
      `Susun konsolidasi anggaran TIK TA ${year}: ${thousands(forms)} formulir, ${rupiah(total)}`,
  },
  refusal: {
    notOwn:
      'Konsolidasi hanya disusun atas nama sendiri dan tidak diubah lagi. Tidak ada yang disimpan; susun yang baru bila perlu.',
    nothing: (year: number) =>
      `Belum ada formulir untuk tahun ${year}, jadi belum ada yang dikonsolidasikan.`,
    undecided: (rows: number, amount: number, form: boolean) =>
      `Masih ada isian berbeda yang menunggu keputusan: ${disputedWords(rows, amount, form)}. Dokumen untuk ditandatangani belum dibuat; putuskan dahulu pada “Dari komputer lain”. Dokumen dengan tempat tanda tangan basah, Word, dan Excel tetap dapat dibuat dan menyebutkannya.`,
    certificateMissing:
      'Pilih berkas sertifikat (.p12 atau .pfx) dan isi kata sandinya untuk menandatangani.',
  },
  step: { gathering: 'Mengumpulkan angka', writing: 'Membuat dokumen' },
  stage: 'Usulan',
  noOutput: 'Output tidak disebut',
  signReason: (year: number) => `Konsolidasi anggaran TIK Tahun Anggaran ${year}`,
  signerPosition: (city: string) => `Kepala Dinas Komunikasi dan Informatika\n${city}`,
  fileName: (year: number, city: string, ending: string) =>
    `Konsolidasi-TIK-${year}-${city.replace(/[^\p{L}\p{N}]+/gu, '-')}.${ending}`,
} as const)
