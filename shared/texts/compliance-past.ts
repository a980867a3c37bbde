import { spoken } from './terms.ts'

/** Words of the compliance pages for another day than today (renderer/compliance). */
export const compliancePastTexts = spoken({
  open: 'Keadaan per tanggal lain',
  title: 'Keadaan per tanggal lain',
  day: 'Tanggal',
  dayAbout: 'Kosong berarti hari ini.',
  by: 'Menurut',
  senses: {
    now: {
      label: 'Data sekarang',
      about:
        'Yang berlaku pada tanggal itu: izin yang masih berlaku, petugas yang bertugas, dan OPD yang ada waktu itu, menurut semua yang tercatat sampai sekarang.',
    },
    same: {
      label: 'Data yang tercatat saat itu',
      about: 'Yang diketahui pada tanggal itu: hanya catatan sampai akhir hari itu.',
    },
    other: {
      label: 'Data yang tercatat sampai tanggal lain',
      about: 'Keduanya: berlaku pada tanggal di atas, menurut catatan sampai tanggal berikut.',
    },
  },
  known: 'Tercatat sampai tanggal',
  notPast: 'Yang tercatat hanya dapat dilihat sampai kemarin. Pilih tanggal yang sudah lewat.',
  missing: 'Isi tanggalnya, misalnya 31-12-2025.',
  show: 'Tampilkan',
  back: 'Kembali ke hari ini',
  change: 'Ubah tanggal',
  bar: 'Bukan keadaan hari ini',
  per: (day: string) => `Keadaan per ${day}`,
  perToday: 'Keadaan hari ini',
  byNow: 'menurut data sekarang',
  byThen: 'menurut data yang tercatat saat itu',
  byKnown: (day: string) => `menurut data yang tercatat sampai ${day}`,
  aboutPast:
    'Menurut tanggal pada datanya; yang tidak bertanggal dilihat seperti sekarang. Hanya untuk dilihat.',
  aboutFuture:
    'Yang berakhir sampai tanggal itu dihitung sudah berakhir; selebihnya seperti sekarang. Hanya untuk dilihat.',
  aboutKnown:
    'Catatan sampai akhir hari itu dari semua komputer, juga yang baru diterima kemudian. Hanya untuk dilihat.',
} as const)
