import { spoken } from './terms.ts'

/** Words of the file that goes to an OPD and comes back (“lembar isian”), and of reading it. */
export const questionnaireTexts = spoken({
  name: 'Lembar isian',
  fileName: (what: string, agency: string, day: string) => {
    const bare = (text: string) => text.replaceAll(/[\\/:*?"<>|]/g, '-').trim()
    return `${bare(what)} - ${bare(agency)} ${day}.xlsx`
  },
  zipName: (what: string, files: string, day: string) =>
    `${what.replaceAll(/[\\/:*?"<>|]/g, '-')} - ${files} OPD ${day}.zip`,
  sent: (what: string, agencies: string, format: string, digest: string) =>
    `Lembar isian ${what} untuk ${agencies} (${format}); kode berkas (SHA-256) ${digest}`,
  agencies: (count: string) => `${count} OPD`,
  registers: (count: string) => `${count} daftar`,
  step: { gathering: 'Mengumpulkan data OPD', writing: 'Menulis berkas', reading: 'Membaca berkas' },
  kinds: {
    text: 'teks',
    longText: 'teks',
    integer: 'angka',
    money: 'rupiah bulat, tanpa titik',
    date: 'tanggal, dd-mm-yyyy',
    when: 'tahun, bulan, atau tanggal',
    boolean: 'pilih Ya atau Tidak',
    choice: 'pilih',
    reference: 'pilih atau ketik namanya',
  },
  article: (cite: string) => (cite.startsWith('Penj') ? cite : `Pasal ${cite}`),
  range: (first: string, last: string) => `${first} s.d. ${last}`,
  andMore: 'dst.',
  sheet: {
    choices: 'Pilihan',
    about: (agency: string, city: string, moment: string) => `${agency} · ${city} · keadaan ${moment}`,
    declare: 'Pernyataan atas daftar ini',
    declareAbout: 'Pilih bila daftar ini sudah lengkap, atau bila tidak ada yang dicatat (nihil).',
    declared: { lengkap: 'Sudah lengkap', nihil: 'Nihil, tidak ada yang dicatat' },
    id: 'ID',
    idAbout: 'Kolom ini diisi Selaras dan tidak diubah.',
  },
  instructions: {
    sheet: 'Petunjuk',
    title: 'Lembar isian data TIK',
    city: 'Daerah',
    agency: 'Perangkat daerah',
    registers: 'Daftar',
    year: 'Tahun anggaran',
    moment: 'Keadaan data',
    due: 'Dikembalikan paling lambat',
    to: 'Dikirim kembali ke',
    code: 'Kode berkas',
    howTitle: 'Cara mengisi',
    how: [
      ['Periksa', 'Baris yang sudah terisi; perbaiki yang keliru langsung pada selnya.'],
      [
        'Lengkapi',
        'Sel yang kosong, sepanjang diketahui. Sel kosong berarti belum ada data; mengosongkan sel tidak menghapus yang sudah tercatat.',
      ],
      ['Tambahkan', 'Data baru pada baris kosong di bawahnya, satu data satu baris.'],
      [
        'Yang sudah tidak ada',
        'Jangan hapus barisnya: baris yang hilang tidak menghapus data di Selaras. Ubah isian keadaannya, atau sampaikan lewat surat.',
      ],
      [
        'Nyatakan',
        'Bila suatu daftar sudah lengkap, atau tidak ada yang dicatat (nihil), pilih pernyataannya di atas tabelnya.',
      ],
      ['Jangan ubah', 'Nama lembar, judul kolom, dan kolom abu-abu. Simpan tetap sebagai Excel (.xlsx).'],
    ],
    coloursTitle: 'Arti warna',
    colours: {
      waits: ['Kuning muda', 'Belum diisi: isian pokok, atau diminta pasal pada judul kolomnya.'],
      own: ['Abu-abu', 'Diisi Selaras; tidak diubah.'],
      open: ['Putih', 'Boleh diisi dan diperbaiki.'],
    },
    answerTitle: 'Yang menjawab',
    answerAbout:
      'Diisi pejabat yang menyatakan isian ini benar. Keterangan ini dicatat sebagai sumber pernyataan.',
    answer: { name: 'Nama', position: 'Jabatan', date: 'Tanggal', letter: 'Nomor surat pengantar' },
  },
  refusal: {
    notMade: 'Tidak ada OPD atau daftar yang dipilih.',
    noAgency: 'OPD ini tidak ada, atau bukan OPD tugas Anda.',
    notAsked: 'Daftar ini tidak dikirim kepada OPD.',
    noFile: 'Tidak ada berkas yang dibaca.',
    unmarked:
      'Berkas ini bukan lembar isian Selaras, atau tanda pengenalnya hilang. Bila berisi satu daftar biasa, bacalah lewat Impor pada daftarnya.',
    newer:
      'Berkas ini dibuat Selaras versi yang lebih baru daripada di komputer ini. Perbarui Selaras, lalu baca lagi.',
    otherCity: 'Berkas ini dibuat untuk daerah lain (ruang kerja lain), jadi tidak dibaca.',
    otherAgency: 'OPD pada berkas ini tidak ada di sini, atau bukan OPD tugas Anda.',
    gone: 'Berkas yang dibaca tadi sudah tidak disimpan; baca lagi berkasnya.',
    elsewhere: 'Baris ini bukan milik OPD pada berkas; belum ada yang disimpan.',
    isQuestionnaire: 'Berkas ini lembar isian OPD; perbandingannya dibuka pada Baca isian OPD.',
  },
  notes: {
    notExpected: (agency: string, expected: string) =>
      `Berkas ini milik ${agency}, bukan ${expected}; dibandingkan dengan data ${agency}.`,
    unknownCode:
      'Kode berkas ini tidak dikenal di komputer ini: dibuat di komputer lain yang catatannya belum sampai, atau tandanya diubah. Tidak ada yang dipilih lebih dahulu; periksa setiap baris.',
    older: 'Berkas ini dibuat Selaras versi sebelumnya; isian yang berganti nama tetap dikenali.',
    returned: (day: string) => `Isian dengan kode ini sudah diterima pada ${day}.`,
    renamed: (names: string) => `Nama lembar berubah (${names}); isinya tetap dikenali.`,
    moved: 'Urutan lembar berubah; isinya tetap dikenali.',
    foreignSheet: (name: string) => `Lembar “${name}” berasal dari berkas lain dan tidak dibaca.`,
    twiceSheet: (name: string, plural: string) => `Lembar “${name}” mengulang ${plural} dan tidak dibaca.`,
    unreadSheet: (name: string) => `Lembar “${name}” tidak dikenal dan tidak dibaca.`,
    missingSheet: (plural: string) => `Lembar ${plural} tidak ada lagi dalam berkas.`,
    lostColumns: (plural: string, labels: string) =>
      `${plural}: kolom ${labels} tidak ada lagi; isian itu tidak dibandingkan.`,
    lostIds: (plural: string) =>
      `${plural}: kolom ID tidak ada lagi; baris dikenali dari isinya, dan yang tampak baru tidak dipilih lebih dahulu.`,
    otherColumns: (plural: string, headings: string) => `${plural}: kolom ${headings} tidak dibaca.`,
    noAnswerer:
      'Yang menjawab belum diisi pada lembar Petunjuk: perubahan akan tercatat menurut petugas, belum ada dokumen.',
  },
  row: {
    gone: 'Data ini sudah dihapus di Selaras setelah berkas dibuat.',
    moved: 'Data ini sudah menjadi milik OPD lain di Selaras.',
    foreign: (id: string) => `ID ‘${id}’ bukan data OPD ini; baris tidak dibaca.`,
    copied: (line: number) => `ID sama dengan baris ${line}; dibaca sebagai data baru.`,
    sameName: 'Ada data OPD ini dengan nama yang sama; mungkin bukan data baru.',
    noId: 'Tanpa kolom ID tidak pasti apakah data ini baru.',
    uniqueElsewhere: (label: string, value: string) => `${label} ‘${value}’ sudah tercatat pada OPD lain.`,
    missing: 'Baris ini tidak ada lagi dalam berkas. Datanya tetap tersimpan.',
    emptied: 'Seluruh isian baris ini dikosongkan dalam berkas. Datanya tetap tersimpan.',
  },
  commit: {
    reason: (agency: string, file: string, source: string, what: string) =>
      `Isian ${agency} dari “${file}”, ${source}: ${what}`,
    by: (by: string, on: string, paper: string) =>
      `menurut ${[by === '' ? 'petugas' : by, on, paper].filter(Boolean).join(', ')}`,
    noPaper: 'belum ada dokumen',
    register: (plural: string, created: number, changed: number) =>
      `${plural} ${[
        [created, 'ditambahkan'],
        [changed, 'diubah'],
      ]
        .filter(([count]) => count !== 0)
        .map(([count, word]) => `${count} ${word}`)
        .join(', ')}`,
    declared: (count: number) => `${count} pernyataan dicatat`,
    received: 'diterima tanpa perubahan',
    letter: (number: string) => (/^(surat|nota|berita|s-)/i.test(number) ? number : `Surat ${number}`),
  },
} as const)
