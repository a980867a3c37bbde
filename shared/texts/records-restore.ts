import type { LeftOut } from '../contract/restore.ts'
import { spoken } from './terms.ts'

/** Words of what comes back from the history of a record, and of deleted records (renderer/records). */
export const recordsRestoreTexts = spoken({
  more: 'Lainnya',
  title: 'Kembalikan ke keadaan ini',
  about: (title: string, who: string, when: string) =>
    `“${title}” seperti setelah perubahan ${who}, ${when}.`,
  loading: 'Membandingkan isian',
  fields: 'Isian yang dikembalikan',
  columns: { field: 'Isian', now: 'Sekarang', earlier: 'Menjadi' },
  choose: (label: string) => `Kembalikan ${label}`,
  empty: 'kosong',
  same: 'Isian yang dapat dikembalikan sudah sama dengan sekarang.',
  left: 'Tidak ikut dikembalikan',
  why: {
    disputed: 'berbeda antar komputer; putuskan dahulu',
    fixed: 'hanya diisi sekali',
    computed: 'dihitung oleh Selaras',
    confidential: 'isian rahasia',
    gone: 'menunjuk data yang sudah dihapus',
  } satisfies Record<LeftOut, string>,
  files: 'Lampiran tetap seperti sekarang.',
  save: (count: string) => `Kembalikan ${count} isian`,
  saved: (label: string, title: string) => `${label} “${title}” dikembalikan.`,
  deleted: {
    open: 'Yang dihapus',
    title: (plural: string) => `${plural}: yang dihapus`,
    about: 'Data yang dihapus tetap tersimpan dan dapat dikembalikan seperti saat dihapus.',
    back: 'Kembali ke daftar',
    search: 'Cari yang dihapus',
    columns: { title: 'Data', time: 'Dihapus', officer: 'Oleh', reason: 'Alasan', act: 'Tindakan' },
    restore: 'Kembalikan',
    restoreOf: (title: string) => `Kembalikan ${title}`,
    restored: (label: string, title: string) => `${label} “${title}” dikembalikan.`,
    disputed: 'Berbeda antar komputer',
    none: 'Tidak ada yang dihapus',
    noneAbout: 'Data yang dihapus dari daftar ini tampil di sini.',
    noneFound: 'Tidak ada yang dihapus dengan kata itu.',
    more: (count: string) => `dan ${count} lagi; cari dengan namanya.`,
  },
} as const)
