import { rupiah, thousands } from '../format/money.ts'
import { spoken } from './terms.ts'

const upTo = (first: number, last: number): string =>
  first === last
    ? `catatan nomor ${thousands(first)}`
    : `catatan nomor ${thousands(first)} sampai ${thousands(last)}`

/** How far a clock runs ahead, as one says it. */
const ahead = (milliseconds: number): string => {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000))
  if (minutes < 120) return `${thousands(minutes)} menit`
  const hours = Math.round(minutes / 60)
  return hours < 72 ? `${thousands(hours)} jam` : `${thousands(Math.round(hours / 24))} hari`
}

/** Sentences of what other computers brought: values that differ, entries that wait or were not taken. */
export const conflictTexts = spoken({
  reason: {
    decided: (label: string, title: string, fields: string, value: string, why: string) =>
      `Putuskan isian berbeda ${label} “${title}”, ${fields}: ${value === '' ? 'dikosongkan' : value}. Alasan: ${why}`,
    released: (computer: string, entries: number) =>
      `Terima ${thousands(entries)} catatan dari ${computer} yang jamnya terlalu maju`,
    taken: (computer: string, seq: number, digest: string) =>
      `Ambil berkas catatan nomor ${thousands(seq)} dari ${computer} yang belum diterima (SHA-256 ${digest.slice(0, 16)}…)`,
  },
  refusal: {
    decided: 'Isian ini sudah diputuskan, mungkin oleh petugas lain. Tidak ada yang diubah.',
    reasonMissing:
      'Alasan belum diisi. Belum ada yang diputuskan; tulis mengapa isian itu yang dipakai, karena alasan ikut tercatat.',
    choiceGone: 'Isian yang dipilih tidak ada lagi. Belum ada yang diputuskan; muat ulang lalu pilih lagi.',
    heldGone: 'Catatan ini tidak ditahan lagi; mungkin sudah diterima. Muat ulang daftarnya.',
    nothingAhead: 'Tidak ada catatan yang menunggu keputusan dari komputer itu.',
  },
  state: 'Keadaan data',
  unknownComputer: (id: string) => (id === '' ? 'komputer yang tidak dikenal' : `komputer ${id}`),
  unreadable: 'Catatan yang tidak terbaca',
  hiddenValue: '(tidak ditampilkan)',
  part: (source: string, amount: number) =>
    `${source === '' ? 'sumber tidak disebut' : source} ${rupiah(amount)}`,
  extra: (column: string, words: string) => `${column}: ${words}`,
  corrected: (column: string, before: string, after: string) =>
    column === ''
      ? 'baris tambahan'
      : `${before === '' ? 'kosong' : before} menjadi ${after === '' ? 'kosong' : after}`,
  items: (count: number) => `${thousands(count)} rincian`,
  why: {
    gap: (computer: string, first: number, last: number) =>
      `Menunggu ${upTo(first, last)} dari ${computer}, yang belum sampai di sini. Begitu sampai, catatan ini ikut diterima.`,
    leftOut:
      'Isi rahasianya tidak ikut datang. Berkas rahasia yang diubahnya mungkin tidak ditampilkan di sini sampai catatan yang sama datang lagi dengan lengkap; minta dari komputer yang menulisnya.',
    closed:
      'Isi rahasianya tidak terbuka bagi Anda, jadi berkas rahasia itu tidak ditampilkan. Bila Anda masih disebut di dalamnya, tanyakan petugas lain yang disebut; bila tidak terbuka bagi siapa pun, minta admin mencabut komputer penulisnya sebelum catatan ini.',
    newer: (entries: number) =>
      `${thousands(entries)} catatan dari komputer ini memuat isi dari Selaras yang lebih baru. Yang belum dikenal di sini tersimpan utuh dan tampil setelah aplikasi di komputer ini diperbarui.`,
    unknownValue: (entries: number) =>
      `${thousands(entries)} catatan dari komputer ini memuat isian yang tidak dapat dibaca. Isian itu tidak ditampilkan, catatannya tersimpan utuh; bila aplikasi sudah yang terbaru, laporkan komputernya kepada admin.`,
    behind:
      'Menunggu catatan sebelumnya dari komputer yang sama, yang juga ditahan. Begitu catatan itu diterima, catatan ini diperiksa lagi.',
    unseen: (computers: string) =>
      `Dibuat setelah melihat catatan dari ${computers} yang belum sampai di sini. Begitu sampai, catatan ini ikut diterima.`,
    device:
      'Komputer ini belum terdaftar di sini. Catatan diterima setelah pendaftarannya sampai; bila komputer ini bukan milik kota, jangan daftarkan.',
    officerKey: (officer: string) =>
      `Ditandatangani dengan kunci yang belum dikenal di sini sebagai milik ${officer === '' ? 'petugas yang disebut' : officer}. Catatan diterima setelah kuncinya sampai dari admin; bila petugas itu tidak mengganti kata sandi, tanyakan kepadanya.`,
    ahead: (milliseconds: number) =>
      `Jam komputer ini ${ahead(milliseconds)} lebih maju. Betulkan jamnya; admin dapat menerima catatan ini bila memang dibuat petugasnya.`,
    late: 'Jam komputer ini lebih maju saat catatan datang. Catatan diperiksa lagi begitu ada yang datang; admin dapat menerimanya sekarang.',
    malformed:
      'Tidak dapat dibaca sebagai catatan Selaras; mungkin rusak di perjalanan, atau dari Selaras yang lebih baru.',
    workspace: 'Berasal dari data kota lain, jadi tidak diterima di sini.',
    fork: 'Ada dua catatan berbeda dengan nomor yang sama dari komputer ini. Yang datang lebih dahulu dipakai, jadi isi komputer lain dapat berbeda. Tanyakan kepada pemegangnya apakah datanya pernah disalin; bila admin mencabut komputer ini, hanya catatan sebelum nomor itu yang berlaku, di mana pun sama.',
    own: 'Mengaku ditulis di komputer ini, padahal tidak ada dalam catatannya sendiri. Mungkin datanya dipakai juga di komputer lain.',
    chain:
      'Tidak tersambung ke catatan sebelumnya dari komputer yang sama; urutannya berubah setelah ditandatangani.',
    part: 'Isinya berbeda dari yang ditandatangani; berubah atau rusak di perjalanan.',
    deviceSignature: (computer: string) =>
      `Ditandatangani dengan kunci yang bukan milik ${computer}; tidak terbukti dari komputer itu.`,
    notTakenIn: (computer: string) =>
      `${computer} tidak didaftarkan oleh admin yang masih sah saat catatan ini dibuat. Catatan tidak dipakai; daftarkan komputer itu lagi bila memang milik dinas.`,
    officerSignature: (officer: string) =>
      `Ditandatangani dengan kunci yang bukan milik ${officer === '' ? 'petugas yang disebut' : officer}; tidak terbukti dibuat petugas itu.`,
    revoked: (computer: string, last: number, when: string) =>
      `Komputer ini sudah dicabut${when === '' ? '' : ` pada ${when}`}; hanya ${upTo(1, last)} yang tetap dipakai dari ${computer}.`,
    revokedAgain: 'Komputer ini sudah dicabut; catatan sesudahnya tidak dipakai.',
    forbidden: (officer: string) =>
      `Saat membuatnya, peran ${officer === '' ? 'petugas itu' : officer} tidak mencakup perubahan ini. Tidak ada yang diubah.`,
    ruled: (sentence: string) => `Tidak boleh diubah menurut keadaan yang dilihat petugasnya: ${sentence}`,
    content: 'Memuat berkas rahasia dengan cara yang tidak diperbolehkan. Tidak ada yang diubah.',
    unknown: (label: string) =>
      `Mengubah ${label.toLowerCase()} yang belum dapat diketahui petugasnya saat itu.`,
  },
  computers: (names: readonly string[]) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} dan ${names.at(-1)}`,
  fileName: (device: string, seq: number) =>
    `catatan-ditahan-${device === '' ? 'tanpa-nama' : device}-${seq}.bin`,
} as const)
