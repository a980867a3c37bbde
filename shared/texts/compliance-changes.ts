import { spoken } from './terms.ts'

/** Words of the page “Perubahan kepatuhan” (renderer/compliance). */
export const complianceChangesTexts = spoken({
  nav: 'Perubahan',
  title: 'Perubahan kepatuhan',
  about: (since: string, day: string) =>
    `Yang tercatat sampai akhir ${since} dibandingkan dengan hari ini, ${day}`,
  since: 'Sejak',
  compare: 'Bandingkan',
  comparing: 'Membandingkan keadaan',
  filter: 'Yang ditampilkan',
  all: 'Semua',
  directions: { membaik: 'Membaik', memburuk: 'Memburuk', lain: 'Lainnya' },
  count: (word: string, count: string) => `${word} ${count}`,
  legend:
    'Membaik dan memburuk hanya antara terpenuhi, sebagian, dan belum terpenuhi; yang baru diketahui atau tidak lagi berlaku ada pada Lainnya.',
  columns: {
    duty: 'Kewajiban',
    before: 'Semula',
    after: 'Sekarang',
    causes: 'Catatan yang berubah',
    by: 'Oleh',
    on: 'Waktu',
    agency: 'OPD',
  },
  city: 'Kewajiban kota',
  to: 'menjadi',
  deleted: 'dihapus',
  byTime: 'Tidak ada catatan yang berubah; keadaannya berubah karena tanggal.',
  hidden: 'Juga catatan di luar OPD Anda.',
  onlyHidden: 'Catatan di luar OPD Anda.',
  moreRecords: (count: string) => `dan ${count} data lagi.`,
  moreCommits: (count: string) => `${count} perubahan sebelumnya`,
  began: 'Baru dinilai sejak itu',
  ended: 'Tidak lagi dinilai',
  none: 'Tidak ada yang berubah',
  noneAbout:
    'Keadaan setiap OPD sama dengan yang tercatat saat itu. Pilih tanggal yang lebih awal untuk melihat lebih jauh.',
  noneOf: 'Tidak ada perubahan seperti ini sejak tanggal itu.',
  more: (count: string) => `dan ${count} perubahan lagi; pilih tanggal yang lebih dekat.`,
  open: 'Lihat yang berubah sejak itu',
  copied: (count: string) => `${count} perubahan disalin. Tempel di Excel dengan Ctrl+V.`,
} as const)
