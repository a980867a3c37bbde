import { spoken } from './terms.ts'

const listed = (names: readonly string[], most = 3): string => {
  const rest = names.length - most
  if (rest > 0) return `${names.slice(0, most).join(', ')}, dan ${rest} lainnya`
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} dan ${names.at(-1)}`
}

/** Words of a change of the structure of OPDs: a new name, a merger, a split, an end. */
export const opdSotkTexts = spoken({
  open: 'Ubah SOTK',
  title: 'Perubahan SOTK',
  about: 'Belum ada yang disimpan sampai Anda menekan Simpan perubahan.',
  back: 'Kembali ke daftar OPD',
  kind: 'Jenis perubahan',
  kinds: { nama: 'Ganti nama', gabung: 'Gabung', pecah: 'Pecah', bubar: 'Bubar' },
  kindAbout: {
    nama: 'OPD yang sama mendapat nama atau kode lain. Cetakan dan daftar sebelum tanggal berlaku tetap menyebut nama semula.',
    gabung:
      'Beberapa OPD menjadi satu, yang baru atau yang sudah ada. OPD semula berakhir sehari sebelumnya.',
    pecah:
      'Satu OPD menjadi beberapa. Bila OPD semula tetap ada, pilih juga OPD itu sebagai salah satu bagiannya.',
    bubar: 'OPD berakhir tanpa pengganti. Bila tugas dan asetnya beralih ke OPD lain, pakai Gabung.',
  },
  fields: {
    on: 'Berlaku mulai',
    basis: 'Dasar hukum',
    basisHint: 'Perda atau Perwal tentang susunan perangkat daerah, nomor dan tanggalnya.',
    fromOne: 'OPD',
    fromMany: 'OPD yang digabung',
    fromHint: 'Ketik nama, kode, atau singkatan.',
    into: 'Menjadi',
    intoExisting: 'OPD yang sudah ada',
    intoNew: 'OPD baru',
    existing: 'OPD penerima',
    name: 'Nama',
    newName: 'Nama baru',
    code: 'Kode',
    short: 'Singkatan',
    head: 'Pimpinan',
    part: (at: number) => `Bagian ${at}`,
    addPart: 'Tambah bagian',
    removePart: (at: number) => `Hapus bagian ${at}`,
    nothingFound: 'Tidak ada OPD yang cocok.',
  },
  preview: {
    show: 'Lihat akibatnya',
    change: 'Ubah isian',
    save: 'Simpan perubahan',
    opds: 'Yang terjadi pada OPD',
    moves: 'Data yang ikut beralih',
    movesAbout:
      'Yang dicentang beralih ke OPD penerima; riwayatnya tetap. Yang sudah berakhir sebelum tanggal berlaku tidak ikut.',
    movesNone: 'Tidak ada data yang perlu dialihkan.',
    register: 'Daftar',
    moved: 'Beralih',
    left: 'Tetap',
    to: 'Ke',
    toOf: (label: string) => `Penerima ${label}`,
    past: 'Yang tetap pada OPD saat itu',
    pastAbout: 'Yang sudah terjadi tidak berpindah dan tetap tercetak dengan nama OPD pada waktunya.',
    ends: (name: string, day: string) => `${name} berakhir ${day}`,
    begins: (name: string, day: string) => `${name} mulai ada ${day}`,
    stays: (name: string) => `${name} tetap ada`,
    renamed: (before: string, after: string, day: string) => `${before} menjadi ${after} mulai ${day}`,
    coded: (before: string, after: string) => `Kode ${before} menjadi ${after}`,
    shortened: (before: string, after: string) => `Singkatan ${before} menjadi ${after}`,
    empty: 'kosong',
    roles: (count: string) =>
      `${count} peran petugas terbatas pada OPD yang berakhir dan tidak ikut beralih; sesuaikan di Peran petugas.`,
    total: (count: string) => `${count} data beralih`,
    totalNone: 'Tidak ada data yang beralih',
    saved: (count: string) => `Perubahan disimpan; ${count} data beralih.`,
    savedNone: 'Perubahan disimpan.',
  },
  /** In place of the plural of a register, where that would mislead. */
  registers: { opd: 'Unit di bawahnya' } as Readonly<Record<string, string>>,
  reason: {
    nama: (before: string, after: string, day: string) =>
      `SOTK: ${before} berganti nama menjadi ${after}, berlaku ${day}`,
    gabung: (from: readonly string[], into: string, day: string) =>
      `SOTK: ${listed(from)} digabung menjadi ${into}, berlaku ${day}`,
    pecah: (from: string, into: readonly string[], day: string) =>
      `SOTK: ${from} dipecah menjadi ${listed(into)}, berlaku ${day}`,
    bubar: (from: string, day: string) => `SOTK: ${from} dibubarkan, berlaku ${day}`,
  },
  history: {
    tab: 'SOTK',
    none: 'Belum ada perubahan SOTK yang tercatat untuk OPD ini.',
    named: (day: string, before: string) => `Sampai ${day} bernama ${before}`,
    became: (day: string, into: string) => `Menjadi ${into}, berlaku ${day}`,
    came: (day: string, from: string) => `Berasal dari ${from}, berlaku ${day}`,
    ended: (day: string) => `Dibubarkan, berlaku ${day}`,
  },
  refusal: {
    notYet: 'Tanggal berlaku belum tiba. Catat perubahan ini pada atau sesudah hari berlakunya.',
    noFrom: 'Pilih OPD yang berubah.',
    fewFrom: 'Pilih sedikitnya dua OPD yang digabung menjadi OPD baru.',
    fewTo: 'Sebut sedikitnya dua bagian.',
    itself: 'OPD penerima sama dengan OPD yang digabung. Pilih juga OPD lain.',
    noName: 'Isi nama OPD, atau pilih OPD yang sudah ada.',
    twice: 'Satu OPD tertulis dua kali. Hapus salah satunya.',
    same: 'Nama, kode, dan singkatannya sama dengan yang tercatat. Belum ada yang berubah.',
    notFound: 'OPD ini tidak ada lagi dalam daftar. Pilih OPD lain.',
    ended: (name: string, day: string) =>
      `${name} sudah berakhir menurut perubahan SOTK yang berlaku ${day}.`,
    inactive: (name: string) => `${name} tidak aktif lagi. Pilih OPD lain atau OPD baru.`,
    later: (day: string) =>
      `Sudah ada ganti nama yang berlaku ${day}. Nama yang lebih lama dicatat pada daftar Perubahan SOTK.`,
    codeTaken: (code: string) => `Kode ${code} dipakai OPD lain yang masih ada. Perbaiki kodenya.`,
  },
} as const)
