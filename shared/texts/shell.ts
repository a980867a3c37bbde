/** What the shells say by themselves: on the terminal, and in the window while the core is not there. */
export const shellTexts = {
  title: 'Selaras',
  coreGone: {
    title: 'Selaras perlu dimuat ulang',
    sentence:
      'Bagian pengolah data Selaras berhenti; data yang sudah disimpan tetap aman. Muat ulang untuk melanjutkan.',
    reload: 'Muat ulang',
  },
  notFound: 'Berkas tidak ditemukan.',
  downloadGone: 'Alamat unduhan ini sudah dipakai atau tidak berlaku lagi. Ulangi dari Selaras.',
  downloadTooLarge:
    'Berkas ini terlalu besar untuk diunduh lewat peramban. Buat lagi dengan aplikasi Selaras yang terpasang.',
  alreadyOpen: 'Selaras sudah terbuka untuk folder ini; jendelanya ditampilkan.',
  noBrowser:
    'Chrome, Chromium, atau Edge tidak ditemukan. Pasang salah satunya, atau isi SELARAS_CHROMIUM dengan letak programnya.',
  noDisplay:
    'Tidak ada layar, jadi jendela tidak dapat dibuka. Jalankan dari desktop, atau pakai “xvfb-run npm start”; tanpa jendela: “npm run demo”.',
  noSandbox: 'Peringatan: Selaras dijalankan sebagai root, jadi kotak pasir peramban dimatikan.',
  browserFailed: 'Peramban tidak dapat dibuka atau berhenti sebelum jendela Selaras siap.',
  opening: (program: string) => `Selaras dibuka dengan ${program}.`,
  keychainMissing: 'Penyimpan kunci sistem operasi tidak tersedia; pakai kata sandi atau kode pemulihan.',
  keychainFailed: 'Penyimpan kunci sistem operasi menolak; pakai kata sandi atau kode pemulihan.',
  electronDownload: 'Program Electron belum ada; sedang diunduh.',
  electronMissing: 'Program Electron tidak ada dan tidak dapat diunduh; peramban yang terpasang dipakai.',
  oldNode: (found: string) =>
    `Selaras memerlukan Node.js 24 atau lebih baru; yang dipakai sekarang ${found}. Jalankan lewat npm (misalnya “npm start”) atau perbarui Node.js.`,
} as const
