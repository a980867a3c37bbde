import { spoken } from './terms.ts'

/** Words of views of a register: its filters, order and columns under a name. */
export const recordsViewsTexts = spoken({
  open: 'Tampilan daftar',
  title: 'Tampilan saya',
  others: 'Dari petugas lain',
  here: 'Hanya di komputer ini',
  by: (officer: string) => `dari ${officer}`,
  sharedNote: 'untuk semua petugas',
  forAll: 'Untuk semua petugas',
  share: (name: string) => `Bagikan tampilan ${name} kepada semua petugas`,
  unshare: (name: string) => `Berhenti membagikan tampilan ${name}`,
  shared: (name: string) => `Tampilan “${name}” dibagikan kepada semua petugas.`,
  unshared: (name: string) => `Tampilan “${name}” tidak dibagikan lagi.`,
  bring: (name: string) => `Simpan tampilan ${name} untuk semua komputer`,
  none: 'Belum ada. Simpan saringan, urutan, dan kolom yang tampil dengan sebuah nama.',
  name: 'Nama tampilan',
  placeholder: 'Misalnya: Sewa habis tahun ini',
  save: 'Simpan tampilan sekarang',
  replace: 'Ganti tampilan ini',
  remove: (name: string) => `Hapus tampilan ${name}`,
  saved: (name: string) => `Tampilan “${name}” disimpan.`,
  removed: (name: string) => `Tampilan “${name}” dihapus.`,
} as const)
