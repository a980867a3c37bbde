import { spoken } from './terms.ts'

/** Words of the hand-over from one officer to another (electron/people/handover, renderer/people). */
export const handoverTexts = spoken({
  title: 'Serah terima',
  about:
    'Peran, tampilan daftar, dan tanggung jawab seorang petugas beralih kepada penggantinya, sekali catat.',
  open: 'Serah terima',
  openOwn: 'Serahkan kepada pengganti',
  back: 'Daftar petugas',
  from: 'Dari petugas',
  to: 'Kepada petugas',
  on: 'Mulai tanggal',
  onHint: 'Hari pertama penggantinya.',
  letter: 'Nomor surat',
  letterHint: 'Surat tugas atau SK mutasi.',
  reason: 'Alasan',
  reasonHint: 'Mutasi, pensiun, atau cuti.',
  choose: 'Pilih petugas yang menyerahkan dan yang menerima.',
  roles: 'Peran',
  rolesNone: 'Tidak ada peran yang masih berlaku.',
  rolesByAdmin:
    'Peran diserahkan oleh admin untuk semua OPD; tampilan dan tanggung jawab dapat diserahkan sendiri.',
  rolesAbout:
    'Peran beralih pada tanggal itu; tampilan dan tanggung jawab saat disimpan. Perubahan peran tidak dapat diurungkan. Bila keliru, catat serah terima balik.',
  fate: (role: string) => `Peran ${role}`,
  fates: {
    tetap: 'Tetap padanya',
    alih: 'Beralih',
    pinjam: 'Dipinjamkan sampai',
    akhir: 'Berakhir, tanpa pengganti',
  },
  loanUntil: (role: string) => `Pinjaman peran ${role} sampai`,
  views: 'Tampilan daftar',
  viewsNone: 'Tidak ada tampilan tersimpan.',
  viewOf: (name: string, register: string) => `${name} (${register})`,
  duties: 'Tanggung jawab pada daftar',
  dutiesNone: 'Tidak ada daftar yang menyebutnya sebagai penanggung jawab.',
  duty: (label: string, count: string) => `${label}: ${count} data`,
  dutyLeft: (count: string) => `${count} lagi milik OPD yang tidak Anda kelola dan tetap.`,
  dutyOpen: (label: string) => `Buka daftar ${label}`,
  openRegister: 'Buka daftar',
  noPerson:
    'Penerima belum ada di daftar Pegawai dengan NIP yang sama; tambahkan lebih dahulu agar tanggung jawabnya dapat beralih.',
  stays: 'Yang tetap atas namanya',
  entries: (count: string) => `${count} catatan perubahan yang ditandatanganinya`,
  stay: (label: string, count: string) => `${label}: ${count} data`,
  positions: 'Jabatan yang dipangkunya dicatat pada Pemangku jabatan menurut suratnya sendiri:',
  run: 'Serahkan',
  total: (roles: string, views: string, duties: string) =>
    `Beralih: ${roles} peran, ${views} tampilan, ${duties} data`,
  done: (from: string, to: string) => `Serah terima dari ${from} kepada ${to} dicatat.`,
  backHand: 'Serah terima balik',
  notYours: 'Serah terima petugas lain dicatat oleh admin untuk semua OPD.',
  noOfficer: 'Petugas yang menyerahkan tidak ditemukan.',
  noReceiver: 'Penerima tidak ditemukan atau tidak lagi bertugas.',
  sameOfficer: 'Penyerah dan penerima adalah petugas yang sama.',
  roleGone: 'Salah satu peran tidak lagi dipegang petugas ini. Muat ulang, lalu periksa lagi.',
  nothing: 'Belum ada yang dipilih untuk diserahkan.',
  faults: {
    noEnd: 'Pinjaman peran memerlukan hari terakhir.',
    backwards: 'Hari terakhir pinjaman mendahului hari pertamanya.',
    lentOn: 'Peran pinjaman tidak dipinjamkan lagi; alihkan atau akhiri.',
  },
  named: (plural: string, field: string) => `${plural}, ${field}`,
  viewFrom: (name: string, officer: string) => `${name} (dari ${officer})`,
  entry: (from: string, to: string, day: string, letter: string) =>
    `Serah terima dari ${from} kepada ${to} mulai ${day}${letter === '' ? '' : ` (${letter})`}`,
} as const)
