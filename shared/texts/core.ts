import { spoken } from './terms.ts'

export const coreTexts = spoken({
  founder: 'Admin',
  genesis: (city: string) => `Ruang kerja ${city} dibuat`,
  deviceAfterRestore: (head: string) =>
    `Komputer ini mulai dari salinan data; catatan sebelumnya berakhir pada ${head}`,
  needsAdmin: 'Data ini baru dipulihkan. Admin perlu masuk lebih dahulu di komputer ini.',
  unknownCall: 'Permintaan ini tidak dikenal. Muat ulang jendela.',
  malformed: 'Permintaan ini tidak lengkap atau tidak terbaca. Tidak ada yang diubah.',
  needsLogin: 'Selaras terkunci. Masuk dengan NIP dan kata sandi untuk melanjutkan.',
  /** A role that is lent, without an office of its own. */
  insteadOf: (role: string, officer: string) => `${role} menggantikan ${officer}`,
  notHeld: 'Peran atau jabatan ini tidak (lagi) Anda pegang hari ini.',
  notAllowedAs: (capacity: string) =>
    `Sebagai ${capacity} tindakan ini tidak tercakup. Pilih peran lain di pojok kanan atas bila Anda memegangnya.`,
  notAllowed: 'Peran Anda tidak mencakup tindakan ini. Minta admin menambah peran bila diperlukan.',
  defect:
    'Terjadi kesalahan di dalam Selaras. Data yang sudah disimpan utuh; coba sekali lagi atau buka ulang aplikasi.',
  cancelled: 'Dibatalkan. Tidak ada yang disimpan.',
  wrongLogin: 'NIP atau kata sandi tidak cocok.',
  waitLogin: (seconds: number) => `Terlalu banyak percobaan. Tunggu ${seconds} detik sebelum mencoba lagi.`,
  noWorkspace: 'Belum ada ruang kerja di folder ini.',
  folderGone: (folder: string) =>
    `Folder data ${folder} tidak ditemukan, padahal pernah dipakai di komputer ini. Pasang kembali penyimpanannya lalu ulangi; untuk mulai baru di sana, buat lebih dahulu folder kosong dengan nama itu.`,
  workspaceExists: 'Folder ini sudah berisi ruang kerja Selaras. Pilih folder lain atau masuk ke yang ada.',
  networkFolder:
    'Folder ini berada di jaringan. Simpan data di penyimpanan komputer sendiri agar tidak rusak bila sambungan putus.',
  wrongRecovery: 'Kode pemulihan tidak cocok.',
  officerUnknown: 'NIP ini tidak terdaftar sebagai petugas yang masih bertugas.',
  officerNotAdmin: 'Kode pemulihan hanya memberi kata sandi baru kepada admin untuk semua OPD.',
  officerExists: 'NIP ini sudah terdaftar.',
  wrongPassword: 'Kata sandi tidak cocok.',
  passwordChanged: 'Ganti kata sandi',
  passwordReset: (name: string) => `Kata sandi pertama baru untuk ${name}`,
  mustChangePassword:
    'Kata sandi Anda masih kata sandi pertama dari admin. Masuk di jendela Selaras dan pilih kata sandi sendiri lebih dahulu.',
  samePassword: 'Kata sandi baru masih sama dengan yang sekarang. Pilih kata sandi lain.',
  ownPassword: 'Kata sandi sendiri diganti di Akun saya.',
  oneWorkspace: 'Profil daerah sudah ada. Ubah yang ada; profil kedua tidak dapat dibuat.',
  workspaceStays: 'Profil daerah tidak dapat dihapus.',
  rekeyed: 'Kunci data di komputer ini diganti',
  mended: 'Berkas kunci di komputer ini dibuat ulang dengan penyimpan kunci sistem operasi',
  newCode: 'Kode pemulihan baru dibuat; kode sebelumnya tidak berlaku lagi',
  recovered: (name: string) => `Kode pemulihan dipakai: kata sandi baru untuk ${name}`,
  officerAdded: (name: string) => `Petugas baru: ${name}`,
  newerDatabase:
    'Berkas data ini dibuat oleh Selaras yang lebih baru. Data tidak disentuh; perbarui aplikasi di komputer ini.',
  loggedIn: 'Masuk',
  noRole: 'Peran Anda belum atau tidak lagi berlaku. Hubungi admin.',
  busy: 'Selaras sedang menyusun ulang data. Tunggu sampai selesai, lalu ulangi.',
  nipFixed:
    'NIP tidak dapat diganti karena kata sandi petugas terikat padanya. Akhiri petugas ini, lalu tambahkan yang baru.',
  lastAdmin: 'Ini satu-satunya admin. Beri peran admin kepada petugas lain lebih dahulu.',
  restoreUnfinished:
    'Pemulihan salinan data terputus dan belum dapat diselesaikan. Tidak ada yang hilang: tutup jendela Selaras yang lain, periksa ruang penyimpanan, lalu buka lagi.',
  damagedSlots: 'Berkas kunci (slots.json) tidak terbaca. Data tidak disentuh; pulihkan dari salinan data.',
} as const)
