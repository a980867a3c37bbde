import { rupiah } from '../format/money.ts'
import type { FormColumn, Place } from '../rules/budget/parsed.ts'
import { spoken } from './terms.ts'

const columns: Readonly<Record<FormColumn, string>> = {
  subOutput: 'Sub output',
  stage: 'Tahap pelaksanaan',
  method: 'Metode/teknologi/platform',
  implementer: 'Pelaksana',
  duration: 'Durasi',
  resources: 'Sumber daya',
  extra: 'lain',
  total: 'Jumlah',
}
const short = (found: string): string => {
  const line = found.replace(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}
const quote = (found: string): string => `‘${short(found)}’`
const at = (row: number, column: FormColumn): string => `Baris ${row}, kolom ${columns[column]}`
const list = (rows: readonly number[], more: number): string =>
  more === 0 ? rows.join(', ') : `${rows.join(', ')} dan ${more} baris lain`

const kept = 'Teks aslinya disimpan'
const fill = 'isi jumlahnya atau biarkan kosong'

/** Sentences of the import of budget forms: doubts, what was left out, files that were refused. */
export const importTexts = spoken({
  columns,
  place: ({ sheet, table, line }: Place): string =>
    sheet !== null
      ? `Lembar ${sheet}, baris ${line}`
      : table !== null
        ? `Tabel ${table}, baris ${line}`
        : `Baris ${line}`,
  doubt: {
    NotAmount: (row: number, found: string) =>
      `${at(row, 'resources')}: ${quote(found)} tidak terbaca sebagai jumlah. ${kept}; ${fill}.`,
    AmountAmbiguous: (row: number, found: string, amounts: readonly number[]) =>
      amounts.length === 2
        ? `${at(row, 'resources')}: ${quote(found)} dapat berarti ${rupiah(amounts[0] ?? 0)} atau ${rupiah(amounts[1] ?? 0)}. ${kept} dan jumlahnya belum dihitung; isi jumlah yang benar.`
        : `${at(row, 'resources')}: ${quote(found)} dapat dibaca sebagai ribuan atau sebagai pecahan. ${kept} dan jumlahnya belum dihitung; isi jumlah yang benar.`,
    AmountMalformed: (row: number, found: string) =>
      `${at(row, 'resources')}: letak titik atau koma pada ${quote(found)} tidak lazim. ${kept} dan jumlahnya belum dihitung; isi jumlah yang benar.`,
    AmountFraction: (row: number, found: string) =>
      `${at(row, 'resources')}: ${quote(found)} bukan rupiah bulat. ${kept} dan jumlahnya belum dihitung; isi jumlah dalam rupiah bulat.`,
    AmountNegative: (row: number, found: string) =>
      `${at(row, 'resources')}: ${quote(found)} bernilai negatif. ${kept} dan jumlahnya belum dihitung; isi jumlah yang benar atau biarkan kosong.`,
    AmountAbsurd: (row: number, found: string) =>
      `${at(row, 'resources')}: ${quote(found)} terlalu besar untuk satu baris. ${kept} dan jumlahnya belum dihitung; periksa satuannya lalu isi jumlah yang benar.`,
    AmountTooSmall: (row: number, found: string) =>
      `${at(row, 'resources')}: ${quote(found)} terlalu kecil untuk dibaca sebagai rupiah. ${kept} dan jumlahnya belum dihitung; isi jumlah lengkapnya, misalnya 10.000.000.`,
    AmountApproximate: (row: number, found: string, amounts: readonly number[]) =>
      `${at(row, 'resources')}: ${quote(found)} adalah perkiraan dan dihitung ${rupiah(amounts[0] ?? 0)}. Periksa jumlahnya.`,
    AmountRange: (row: number, found: string) =>
      `${at(row, 'resources')}: ${quote(found)} adalah rentang. ${kept} dan jumlahnya belum dihitung; isi satu jumlah.`,
    AmountMultiplied: (row: number, found: string) =>
      `${at(row, 'resources')}: ${quote(found)} memuat perkalian atau harga satuan. ${kept} dan jumlahnya belum dihitung; isi hasilnya.`,
    AmountPerUnit: (row: number, found: string) =>
      `${at(row, 'resources')}: ${quote(found)} adalah harga per satuan. ${kept} dan jumlahnya belum dihitung; isi jumlah seluruhnya.`,
    ForeignCurrency: (row: number, found: string) =>
      `${at(row, 'resources')}: ${quote(found)} bukan dalam rupiah. ${kept} dan jumlahnya belum dihitung; isi jumlah dalam rupiah.`,
    UnitLetter: (row: number, found: string, amounts: readonly number[]) =>
      `${at(row, 'resources')}: satuan pada ${quote(found)} berupa satu huruf dan dibaca ${rupiah(amounts[0] ?? 0)}. Periksa jumlahnya.`,
    SourceWithoutAmount: (row: number, found: string) =>
      `${at(row, 'resources')}: ${quote(found)} menyebut sumber dana tanpa jumlah. ${kept}; ${fill}.`,
    SourcesShareAmount: (row: number, found: string) =>
      `${at(row, 'resources')}: beberapa sumber dana berbagi satu jumlah ${quote(found)}. Jumlahnya dihitung sekali tanpa sumber; pisahkan per sumber.`,
    SumMismatch: (row: number, found: string, amounts: readonly number[]) =>
      amounts.length === 2
        ? `${at(row, 'resources')}: jumlah yang tertulis pada ${quote(found)} adalah ${rupiah(amounts[1] ?? 0)}, sedangkan rinciannya ${rupiah(amounts[0] ?? 0)}. Yang dihitung rinciannya; periksa keduanya.`
        : `${at(row, 'resources')}: jumlah yang tertulis pada ${quote(found)} tidak sama dengan rinciannya ${rupiah(amounts[0] ?? 0)}. Yang dihitung rinciannya; periksa keduanya.`,
    SpelledMismatch: (row: number, found: string, amounts: readonly number[]) =>
      `${at(row, 'resources')}: terbilang ${quote(found)} berarti ${rupiah(amounts[1] ?? 0)}, sedangkan angkanya ${rupiah(amounts[0] ?? 0)}. Yang dihitung angkanya; periksa keduanya.`,
    TwoColumns: (row: number, found: string, amounts: readonly number[]) =>
      `${at(row, 'resources')}: teks ${quote(found)} menyebut ${rupiah(amounts[1] ?? 0)}, sedangkan kolom jumlah ${rupiah(amounts[0] ?? 0)}. Yang dihitung kolom jumlah; periksa keduanya.`,
    MergedAmount: (row: number, found: string, last: number) =>
      `${at(row, 'resources')}: ${quote(found)} berada dalam sel gabungan sampai baris ${last}. Jumlahnya dihitung sekali pada baris ${row}; bagilah bila perlu.`,
    FormulaAmount: (row: number, found: string, formula: string) =>
      `${at(row, 'resources')}: ${quote(found)} adalah hasil rumus ${quote(`=${formula}`)} yang tersimpan di berkas; rumusnya tidak dihitung ulang. Periksa jumlahnya.`,
    FormulaEmpty: (row: number, column: FormColumn, formula: string) =>
      `${at(row, column)}: rumus ${quote(`=${formula}`)} tidak menyimpan hasil. Buka berkas di Excel, simpan, lalu impor lagi, atau isi nilainya.`,
    AmountAlone: (row: number, found: string) =>
      `${at(row, 'resources')}: ${quote(found)} berdiri sendiri tanpa tahap pelaksanaan dan ikut dihitung. Periksa apakah ini baris jumlah.`,
    DurationUnread: (row: number, found: string) =>
      `${at(row, 'duration')}: ${quote(found)} tidak terbaca sebagai lama waktu. ${kept}; isi misalnya 2 bulan atau biarkan.`,
    DurationWithoutUnit: (row: number, found: string) =>
      `${at(row, 'duration')}: ${quote(found)} tidak menyebut satuan waktu. ${kept}; tambahkan hari, minggu, bulan, atau tahun.`,
    DurationRange: (row: number, found: string) =>
      `${at(row, 'duration')}: ${quote(found)} adalah rentang waktu. ${kept}; isi satu lama waktu bila diperlukan.`,
    DurationApproximate: (row: number, found: string) =>
      `${at(row, 'duration')}: ${quote(found)} adalah perkiraan. ${kept}; periksa lama waktunya.`,
    Twin: (row: number, others: readonly number[], more: number) =>
      `Baris ${row} sama persis dengan baris ${list(others, more)}. Keduanya disimpan dan dihitung; tolak salah satu baris bila tertulis dua kali.`,
    HiddenRow: (row: number, place: string) =>
      `Baris ${row} tersembunyi di berkas (${place}) dan ikut dibaca. Periksa apakah baris ini memang diusulkan.`,
    HiddenColumn: (row: number, found: string) =>
      `Kolom yang tersembunyi di berkas ikut dibaca (mulai baris ${row}): ${quote(found)}. Periksa apakah isinya berlaku.`,
    NoStage: (row: number) =>
      `${at(row, 'stage')}: belum ada data. Baris tetap disimpan; lengkapi tahap pelaksanaannya bila ada.`,
    TotalMismatch: (found: string, stated: number, counted: number, place: string) =>
      `${place}: ${quote(found)} tertulis ${rupiah(stated)}, sedangkan jumlah baris yang terbaca ${rupiah(counted)}. Yang dipakai jumlah baris; periksa keduanya.`,
    TotalUnread: (found: string, place: string) =>
      `${place}: jumlah pada ${quote(found)} tidak terbaca. Yang dipakai jumlah baris.`,
    TitleGuessed: (found: string) =>
      `Judul output diambil dari teks di atas tabel: ${quote(found)}. Perbaiki bila bukan judul output.`,
    TitleFromSheet: (found: string) =>
      `Judul output tidak tertulis pada tabel; nama lembar ${quote(found)} dipakai sebagai judul. Perbaiki bila bukan judul output.`,
    TitleMissing: () =>
      'Judul output tidak ditemukan pada tabel. Barisnya tetap dibaca; isi judul outputnya.',
    HeadingMissing: () =>
      'Judul kolom tidak ditemukan. Kolom dibaca menurut urutan formulir Penjelasan Pasal 6 ayat (4); periksa setiap kolomnya.',
  },
  leftOut: {
    aboveTable: (text: string) => `Teks di atas tabel, tidak dibaca sebagai baris: ${text}`,
    belowTable: (text: string) => `Teks di bawah tabel, tidak dibaca sebagai baris: ${text}`,
    note: (text: string) => `Catatan di antara baris, tidak dibaca sebagai baris: ${text}`,
    columnNumbers: (text: string) => `Nomor kolom: ${text}`,
    emptyTitle: (text: string) => `Judul tanpa baris di bawahnya: ${text}`,
    sumMatches: (text: string) => `Baris jumlah, cocok dengan barisnya dan tidak dihitung dua kali: ${text}`,
    sumDiffers: (text: string) => `Baris jumlah, tidak dihitung: ${text}`,
    noForm: (text: string) => `Tidak memuat tabel formulir dan tidak dibaca: ${text}`,
    hiddenSheet: 'Lembar tersembunyi, tidak dibaca.',
    hiddenRows: (lines: string) => `Baris tersembunyi ikut dibaca: ${lines}.`,
    formulas: (count: number) =>
      `${count} sel berisi rumus; yang dibaca hasil yang tersimpan di berkas, rumusnya tidak dijalankan.`,
    macro: 'Makro di dalam berkas tidak dibaca dan tidak dijalankan.',
    covered: (text: string) => `Isi sel yang tertutup sel gabungan dan tidak tampak: ${text}`,
    deleted: (text: string) => `Teks yang dihapus dalam lacak perubahan: ${text}`,
    hiddenText: (text: string) => `Teks tersembunyi: ${text}`,
    footnote: (text: string) => `Catatan kaki atau komentar: ${text}`,
    external: 'Tautan ke berkas lain tidak dibuka.',
    sheet: (name: string) => `Lembar ${name}`,
    document: 'Dokumen',
    file: 'Berkas',
    table: (number: number) => `Tabel ${number}`,
  },
} as const)
