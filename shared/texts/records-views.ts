import { spoken } from './terms.ts'

/** Words of views of a register: its filters, order and columns under a name. */
export const recordsViewsTexts = spoken({
  open: 'Tampilan daftar',
  title: 'Tampilan tersimpan di komputer ini',
  none: 'Belum ada. Simpan saringan, urutan, dan kolom yang tampil dengan sebuah nama.',
  name: 'Nama tampilan',
  placeholder: 'Misalnya: Sewa habis tahun ini',
  save: 'Simpan tampilan sekarang',
  replace: 'Ganti tampilan ini',
  remove: (name: string) => `Hapus tampilan ${name}`,
  saved: (name: string) => `Tampilan “${name}” disimpan di komputer ini.`,
  removed: (name: string) => `Tampilan “${name}” dihapus.`,
  full: (most: string) => `Paling banyak ${most} tampilan. Hapus yang tidak dipakai lagi.`,
} as const)
