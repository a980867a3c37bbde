import { spoken } from './terms.ts'

const undone = 'Urungkan: '
const redone = 'Kembalikan lagi: '

/** The undo of an undo brings back, and says so, however often. */
const undoReason = (reason: string): string =>
  reason.startsWith(undone)
    ? redone + reason.slice(undone.length)
    : undone + (reason.startsWith(redone) ? reason.slice(redone.length) : reason)

export const storeTexts = spoken({
  notFound: (label: string) =>
    `${label} ini tidak ditemukan lagi; mungkin sudah dihapus. Muat ulang daftar untuk melihat keadaan terakhir.`,
  forbidden: (label: string) =>
    `Peran Anda tidak mencakup perubahan “${label}” ini. Tidak ada yang diubah; minta admin menambah peran bila diperlukan.`,
  stale: (label: string) =>
    `${label} ini sudah diubah setelah layar Anda dimuat. Perubahan Anda belum disimpan; periksa isian yang berbeda lalu pilih yang dipakai.`,
  unknownField: (key: string) => `Isian “${key}” tidak dikenal.`,
  wrongKind: (label: string) => `Isian “${label}” tidak dapat dibaca.`,
  tooLong: (label: string) => `Isian “${label}” terlalu panjang. Tidak ada yang disimpan; ringkas isinya.`,
  deletedField: 'Keadaan terhapus',
  deleted: 'dihapus',
  restored: 'dipulihkan',
  emptyCommit: 'Tidak ada yang berubah.',
  newerDatabase:
    'Berkas data ini dibuat oleh Selaras yang lebih baru. Data tidak disentuh; perbarui aplikasi di komputer ini.',
  damaged:
    'Berkas data tidak dapat dibaca utuh. Jangan menulis lagi; pulihkan dari salinan data terakhir yang sudah diperiksa.',
  wrongKey: 'Berkas data tidak terbuka dengan kunci ini.',
  diskFull:
    'Tempat penyimpanan penuh. Perubahan terakhir tidak disimpan, data sebelumnya utuh; kosongkan tempat lalu ulangi.',
  readOnlyFolder: 'Folder data tidak dapat ditulisi. Data utuh; periksa hak akses folder lalu ulangi.',
  driveGone:
    'Tempat penyimpanan data tidak dapat dijangkau. Data yang sudah disimpan utuh; pasang kembali lalu ulangi.',
  inUse:
    'Data sedang dibuka oleh Selaras yang lain di komputer ini. Tutup jendela atau perintah yang lain itu, lalu ulangi.',
  revoked:
    'Komputer ini sudah dicabut dari daftar komputer kota. Data yang ada tetap dapat dibaca; perubahan baru tidak diterima lagi. Hubungi admin.',
  keyEnded:
    'Kunci Anda sudah diganti dari komputer lain. Tidak ada yang disimpan; keluar lalu masuk lagi dengan kata sandi yang baru.',
  notNamed: (label: string) =>
    `${label} hanya diubah oleh petugas yang disebut di dalamnya, dan Anda harus tetap termasuk. Tidak ada yang diubah.`,
  namedWithoutKey:
    'Salah satu petugas yang disebut belum atau tidak lagi memiliki kunci. Tidak ada yang disimpan; periksa daftar petugas.',
  tooManyNamed: 'Petugas yang disebut terlalu banyak. Tidak ada yang disimpan; sebut lebih sedikit petugas.',
  tooLarge:
    'Perubahan ini terlalu besar untuk satu catatan. Tidak ada yang disimpan; bagi menjadi beberapa kali simpan.',
  /** All that the log says of it, for everybody. */
  sealedReason: 'Perubahan berkas rahasia',
  commitNotFound: 'Catatan perubahan itu tidak ada.',
  fixed: (label: string, field: string) =>
    `“${field}” pada ${label} ditetapkan saat dibuat dan tidak dapat diubah lagi. Hapus lalu buat yang baru bila perlu.`,
  undoReason,
  undoLater: (titles: string) =>
    `Tidak dapat diurungkan: ${titles} sudah diubah lagi setelahnya. Urungkan perubahan yang lebih baru dahulu.`,
  undoReferenced: (titles: string) => `Tidak dapat diurungkan: masih dipakai oleh ${titles}.`,
  lockWithdrawn: (label: string) =>
    `${label} dikunci dan dibuka lagi dalam satu catatan. Tidak ada yang diubah.`,
  undoSettled: (titles: string) =>
    `Tidak dapat diurungkan: perubahan ini memutuskan isian yang berbeda pada ${titles}, dan setelah diurungkan salah satunya akan tampil seolah-olah tidak pernah berbeda. Isi datanya dengan nilai yang benar; semua isian ada pada riwayatnya.`,
  /** Of another OPD than the officer's. */
  undoElsewhere: (label: string) => `${label} OPD lain`,
  undoForbidden:
    'Perubahan ini tidak dapat diurungkan; lakukan tindakan sebaliknya, misalnya mengakhiri peran.',
  undoDone: 'Perubahan ini sudah diurungkan.',
} as const)
