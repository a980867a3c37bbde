import { spoken } from './terms.ts'

const few = (words: readonly string[], most = 8): string =>
  words.length > most ? `${words.slice(0, most).join(', ')}, …` : words.join(', ')

/** Words of a sheet that comes back into a register: what was read of it, and what taking it would do. */
export const recordsImportTexts = spoken({
  /** Beside a cell whose text stays as it is; `found`: that text. */
  cell: {
    rounded: (found: string) =>
      `‘${found}’ adalah bilangan dengan lebih dari 15 angka, yang sudah dibulatkan Excel. Tulis sebagai teks.`,
    tooLong: 'Teks ini lebih panjang daripada yang dapat disimpan.',
    integer: (found: string) => `‘${found}’ tidak terbaca sebagai bilangan bulat.`,
    money: (found: string) => `‘${found}’ tidak terbaca sebagai jumlah rupiah bulat.`,
    date: (found: string) => `‘${found}’ tidak terbaca sebagai tanggal, misalnya 21-11-2026.`,
    when: (found: string) => `‘${found}’ tidak terbaca sebagai tahun, bulan, atau tanggal.`,
    boolean: (found: string) => `‘${found}’ bukan Ya atau Tidak.`,
    choice: (found: string, choices: readonly string[]) =>
      `‘${found}’ bukan salah satu dari: ${few(choices)}.`,
    missing: (found: string, kind: string) => `‘${found}’ tidak ditemukan pada ${kind}.`,
    ambiguous: (found: string, titles: readonly string[]) =>
      `‘${found}’ dapat berarti beberapa data: ${few(titles, 3)}. Tulis kode atau nama lengkapnya.`,
    other: (found: string) => `‘${found}’ tidak dapat disimpan pada isian ini.`,
    fixed: 'Isian ini ditetapkan saat datanya dibuat dan tidak berubah lagi.',
    kept: 'Isian ini tidak ikut disimpan.',
  },
  /** About a row as a whole. */
  row: {
    idUnknown: (id: string) =>
      `ID ‘${id}’ tidak ada dalam daftar ini; mungkin datanya sudah dihapus. Kosongkan ID bila baris ini data baru.`,
    twin: (line: number) =>
      `Menunjuk data yang sama dengan baris ${line} pada berkas ini; hanya satu yang dapat diambil.`,
    copy: (line: number) => `Sama persis dengan baris ${line} pada berkas ini; disimpan sekali.`,
    several: (label: string, found: string) =>
      `${label} ‘${found}’ dipakai lebih dari satu data. Isi ID-nya.`,
  },
  column: {
    unknown: 'tidak dikenal',
    double: 'sudah ada kolom lain untuk isian ini',
    own: 'dicatat Selaras sendiri',
    untitled: (letter: string) => `kolom ${letter} tanpa judul`,
  },
  leftOut: {
    sheet: (name: string) => `Lembar “${name}” tidak dibaca; satu lembar setiap kali.`,
    about: (name: string) => `Lembar “${name}” hanya keterangan.`,
    table: (number: number) => `Tabel ke-${number} tidak dibaca; satu tabel setiap kali.`,
    file: (name: string) => `Berkas “${name}” tidak dibaca; satu berkas setiap kali.`,
  },
  refusal: {
    nothing: 'Tidak ada berkas atau tabel yang dibaca.',
    noHeadings: (labels: readonly string[]) =>
      `Judul kolom tidak ditemukan. Tulis pada baris pertama judul seperti pada daftar: ${few(labels)}.`,
    noRows: 'Di bawah judul kolom tidak ada baris.',
    notHere: 'Daftar ini tidak diisi dari berkas.',
  },
  state: { new: 'Baru', changed: 'Berubah', same: 'Tetap', unread: 'Tidak terbaca' },
  page: {
    open: 'Impor',
    title: (plural: string) => `Impor ${plural}`,
    about: 'Belum ada yang disimpan sampai Anda menekan Simpan.',
    keyPaste: 'Tempel baris dari Excel: dilihat dulu, baru disimpan',
    dropTitle: 'Letakkan berkas di sini',
    dropHint: 'Excel (.xlsx), CSV, atau Word (.docx) dengan judul kolom pada baris pertama',
    aboutChoose:
      'Judul kolom sama dengan nama isian; urutannya bebas. Hasil ekspor daftar ini dapat diubah di Excel lalu diimpor kembali: setiap baris dikenali dari ID-nya, selain itu dari isian yang khas. Sel kosong tidak menghapus isian.',
    headings: 'Judul yang dikenal',
    reading: 'Membaca berkas',
    cancelled: 'Pembacaan dibatalkan. Tidak ada yang disimpan.',
    back: 'Kembali ke daftar',
    chooseOther: 'Pilih berkas lain',
    again: 'Baca lagi dengan data terbaru',
    list: 'Baris yang terbaca',
    counted: 'baris',
    columns: { state: 'Hasil', line: 'Baris', title: 'Data', remark: 'Keterangan' },
    filter: 'Hasil',
    change: (label: string, before: string, after: string) =>
      before === '' ? `${label}: ${after}` : `${label}: ${before} → ${after}`,
    unread: (label: string, message: string) => `${label}: ${message}`,
    counts: (fresh: string, changed: string, same: string, unread: string) =>
      `${fresh} baru, ${changed} berubah, ${same} tetap, ${unread} tidak terbaca`,
    identical: 'Isi berkas ini sama persis dengan daftar; tidak ada yang perlu disimpan.',
    unknown: (columns: string) => `Kolom yang tidak diambil: ${columns}.`,
    taken: (count: string) => `${count} baris diambil`,
    save: (count: string) => `Simpan ${count} baris`,
    saveNone: 'Simpan',
    saved: (plural: string, created: string, changed: string) =>
      `${plural}: ${created} ditambahkan, ${changed} diubah.`,
    detail: {
      label: (line: string) => `Baris ${line}`,
      field: 'Isian',
      before: 'Dalam daftar',
      after: 'Dalam berkas',
      same: 'Semua isian pada baris ini sama dengan daftar.',
      empty: 'belum ada data',
    },
  },
} as const)
