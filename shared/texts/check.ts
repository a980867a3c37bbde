import { spoken } from './terms.ts'

/** Words of the check of the whole database and of the recovery screen (electron/check, renderer/check). */
export const checkTexts = spoken({
  steps: {
    pages: 'Membaca setiap halaman berkas data',
    structure: 'Memeriksa susunan berkas data',
    chain: 'Memeriksa catatan perubahan dan tanda tangannya',
    search: 'Memeriksa indeks pencarian',
    attachments: 'Memeriksa berkas lampiran',
    tables: 'Menyusun tabel dari catatan untuk dibandingkan',
  },
  parts: {
    key: 'Tidak ada bagian berkas data yang cocok dengan kunci komputer ini: berkasnya dari tempat lain, atau awal berkasnya rusak.',
    file: 'Berkas data (selaras.db) tidak ada di folder data.',
    pages: (count: string) => `${count} halaman berkas data rusak.`,
    structure: 'Susunan berkas data tidak utuh.',
    log: 'Catatan perubahan tidak terbaca utuh.',
    chain: (count: string) =>
      `${count} catatan perubahan tidak sama dengan yang ditandatangani, atau hilang.`,
    tables: 'Sebagian tabel tidak terbaca atau tidak sama dengan catatan perubahan.',
    search: 'Indeks pencarian tidak utuh.',
    attachments: (count: string) => `${count} berkas lampiran hilang atau rusak.`,
  },
  readOnly:
    'Berkas data rusak, jadi sekarang hanya dapat dibaca. Perubahan ini tidak disimpan; pulihkan data lebih dahulu.',
  notDamaged: 'Tidak ada kerusakan yang tercatat.',
  tooLarge: (folder: string) =>
    `Berkas data terlalu besar untuk diunduh lewat jendela. Salin langsung dari folder ${folder}; jangan membukanya dengan program lain.`,
  keptFolder: (time: string) => `berkas-rusak-${time}`,
  takeName: (city: string, time: string) => `Berkas rusak Selaras ${city} ${time}.zip`,
  check: {
    title: 'Keutuhan berkas data',
    about:
      'Membaca seluruh berkas data: setiap halaman, catatan perubahan, indeks pencarian, lampiran, dan tabel terhadap catatan. Berjalan sendiri sekali sehari setelah masuk.',
    run: 'Periksa berkas data',
    never: 'Belum pernah diperiksa di komputer ini.',
    running: 'Pemeriksaan sedang berjalan',
    sound: (when: string) => `Utuh. Terakhir diperiksa ${when}.`,
    files: (when: string) => `Berkas data utuh, tetapi ada lampiran yang bermasalah. Diperiksa ${when}.`,
    broken: (when: string) => `Berkas data rusak. Diperiksa ${when}.`,
    pages: 'Halaman',
    commits: 'Catatan diperiksa',
    attachments: 'Lampiran',
    compared: 'Tabel terhadap catatan',
    comparedAt: (when: string) => `dibandingkan ${when}`,
    notCompared: 'belum dibandingkan',
    same: 'sama',
  },
  recovery: {
    title: 'Berkas data rusak',
    titleTables: 'Sebagian berkas data rusak',
    about: (when: string) =>
      `Ditemukan ${when}. Selaras tidak menulis lagi ke berkas ini, sehingga tidak ada yang bertambah rusak.`,
    damaged: 'Yang rusak',
    safe: 'Yang aman',
    ways: 'Yang dapat dilakukan',
    detail: 'Keterangan teknis',
    unreadable: (labels: string) => `Tidak terbaca: ${labels}.`,
    backup: (when: string, rows: string, commits: string, head: string) =>
      `Salinan data ${when}: ${rows} baris, ${commits} catatan, sampai ${head}. Baru saja dibaca kembali dan utuh.`,
    noBackup: 'Tidak ada salinan data yang utuh di folder data. Pakai salinan dari diska lepas bila ada.',
    failedBackups: (count: string) => `${count} salinan yang lebih baru tidak utuh dan dilewati.`,
    lookingForBackup: 'Memeriksa salinan data terbaru',
    others: (list: string) => `Menurut catatan, komputer lain juga menyimpan data: ${list}.`,
    other: (name: string, commits: string) => `${name} sampai catatan ${commits}`,
    logWhole:
      'Catatan perubahan masih utuh. Tabel dan pencarian dapat disusun ulang darinya tanpa kehilangan apa pun.',
    readable: 'Data lain masih dapat dibaca, tetapi tidak dapat diubah.',
    locked: 'Berkas data tidak dapat dibuka, jadi isinya tidak dapat dilihat dari sini.',
    rebuild: 'Susun ulang tabel',
    rebuilding: 'Menyusun ulang tabel dari catatan',
    rebuildAbout:
      'Semua tabel dibuat lagi dari catatan perubahan, lalu diperiksa. Berkas yang rusak disimpan lebih dahulu.',
    restore: 'Pulihkan salinan ini',
    restoreOther: 'Pulihkan dari berkas lain',
    restoreAbout:
      'Data diganti dengan isi salinan; perubahan sesudahnya tidak tampak lagi. Folder sekarang disimpan di samping, termasuk berkas yang rusak.',
    take: 'Bawa berkas rusak',
    takeAbout:
      'Berkas terenkripsi untuk diperiksa orang yang membantu. Tidak terbuka tanpa kata sandi petugas.',
    look: 'Lihat data (hanya dibaca)',
    again: 'Periksa lagi',
    checking: 'Memeriksa berkas data',
    retry: 'Coba buka lagi',
    adminOnly: 'Pemulihan dilakukan oleh admin. Minta admin masuk di komputer ini.',
    mended: 'Berkas data sudah utuh kembali.',
    bar: 'Berkas data rusak, hanya dapat dibaca.',
    open: 'Buka pemulihan',
    loginFirst: 'Berkas data di komputer ini rusak. Masuk untuk melihat yang masih aman dan memulihkannya.',
    leave: 'Keluar',
  },
} as const)
