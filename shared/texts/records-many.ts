import { spoken } from './terms.ts'

/** Words of changing one field of many records at once. */
export const recordsManyTexts = spoken({
  open: 'Ubah isian',
  all: 'Pilih seluruh daftar',
  allFailed: 'Daftar belum dapat dipilih seluruhnya. Data Anda aman; coba lagi.',
  tooMany: (most: string) =>
    `Paling banyak ${most} baris dapat diubah sekaligus. Gunakan saringan lebih dahulu.`,
  title: (count: string) => `Ubah isian pada ${count} baris`,
  field: 'Isian yang diubah',
  fieldPlaceholder: 'Pilih satu isian',
  value: 'Nilai baru',
  clear: (label: string) => `Kosongkan ${label}`,
  loading: 'Membaca isian baris yang dipilih',
  now: 'Isi sekarang',
  rows: 'Baris',
  empty: 'belum ada data',
  others: (count: string) => `${count} isi lain`,
  changes: (count: string) => `${count} baris berubah`,
  changesNone: 'Tidak ada baris yang berubah',
  same: (count: string) => `${count} baris sudah demikian`,
  gone: (count: string) => `${count} baris sudah dihapus dan tidak ikut diubah`,
  choose: 'Isi nilai baru untuk melihat baris mana yang berubah.',
  save: (count: string) => `Simpan pada ${count} baris`,
  saveClear: (count: string) => `Kosongkan pada ${count} baris`,
  saved: (label: string, count: string) => `${label} disimpan pada ${count} baris.`,
  reload: 'Muat yang terbaru',
  refusedMore: (count: string) => `dan ${count} baris lainnya`,
} as const)
