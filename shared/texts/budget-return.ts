import { spoken } from './terms.ts'

/** What is asked of the OPD for each doubt, in the words of a letter; the words found stand beside it. */
const mend = {
  NotAmount:
    'Besar biaya belum jelas. Mohon diisi dengan angka dalam rupiah, atau diberi tanda “-” apabila tanpa biaya.',
  AmountAmbiguous:
    'Besar biaya dapat diartikan lebih dari satu. Mohon ditulis lengkap dalam rupiah, misalnya Rp10.000.000.',
  AmountMalformed:
    'Letak titik atau koma pada besar biaya tidak lazim. Mohon ditulis lengkap dalam rupiah, misalnya Rp10.000.000.',
  AmountFraction: 'Besar biaya memuat pecahan rupiah. Mohon ditulis dalam rupiah bulat.',
  AmountNegative: 'Besar biaya bernilai negatif. Mohon diperbaiki.',
  AmountAbsurd: 'Besar biaya tidak wajar untuk satu tahap pelaksanaan. Mohon diperiksa kembali satuannya.',
  AmountTooSmall:
    'Besar biaya kemungkinan belum lengkap. Mohon ditulis seluruh angkanya, misalnya Rp10.000.000.',
  AmountApproximate: 'Besar biaya masih berupa perkiraan. Mohon ditegaskan jumlah yang diusulkan.',
  AmountRange: 'Besar biaya berupa kisaran. Mohon ditetapkan satu jumlah yang diusulkan.',
  AmountMultiplied:
    'Besar biaya ditulis sebagai perkalian atau harga satuan. Mohon ditulis jumlah seluruhnya.',
  AmountPerUnit: 'Biaya ditulis sebagai harga per satuan. Mohon ditulis jumlah seluruhnya.',
  ForeignCurrency: 'Besar biaya tidak dalam rupiah. Mohon ditulis dalam rupiah.',
  UnitLetter: 'Satuan biaya disingkat dengan satu huruf. Mohon ditulis lengkap dalam rupiah.',
  SourceWithoutAmount: 'Sumber dana disebut tanpa besar biayanya. Mohon dilengkapi.',
  SourcesShareAmount:
    'Beberapa sumber dana ditulis dengan satu jumlah. Mohon dirinci besar biaya menurut sumber dana.',
  SumMismatch: 'Jumlah yang tertulis tidak sama dengan rinciannya. Mohon disesuaikan.',
  SpelledMismatch: 'Jumlah dalam angka tidak sama dengan terbilangnya. Mohon disesuaikan.',
  TwoColumns: 'Biaya pada uraian tidak sama dengan biaya pada kolom jumlah. Mohon disesuaikan.',
  MergedAmount: 'Satu jumlah ditulis untuk beberapa baris. Mohon dirinci besar biaya setiap baris.',
  FormulaAmount: 'Besar biaya berasal dari rumus. Mohon ditegaskan jumlah yang diusulkan.',
  FormulaEmpty: 'Isian berupa rumus tanpa hasil. Mohon diisi dengan nilainya.',
  AmountAlone: 'Biaya tertulis tanpa tahap pelaksanaan. Mohon dilengkapi tahap pelaksanaannya.',
  DurationUnread: 'Lama pelaksanaan belum jelas. Mohon ditulis misalnya “2 bulan”.',
  DurationWithoutUnit:
    'Lama pelaksanaan belum menyebut satuan waktu. Mohon dilengkapi dengan hari, minggu, bulan, atau tahun.',
  DurationRange: 'Lama pelaksanaan berupa kisaran. Mohon ditetapkan satu lama waktu.',
  DurationApproximate: 'Lama pelaksanaan masih berupa perkiraan. Mohon ditegaskan.',
  Twin: 'Baris ini sama dengan baris lain pada formulir yang sama. Mohon ditegaskan apakah keduanya memang diusulkan, atau salah satunya dihapus.',
  HiddenRow: 'Baris ini tersembunyi pada formulir yang dikirim. Mohon ditegaskan apakah memang diusulkan.',
  HiddenColumn: 'Kolom ini tersembunyi pada formulir yang dikirim. Mohon ditegaskan apakah isinya berlaku.',
  NoStage: 'Tahap pelaksanaan belum diisi. Mohon dilengkapi.',
  TotalMismatch: 'Jumlah yang tertulis tidak sama dengan jumlah barisnya. Mohon disesuaikan.',
  CorrectedTotal:
    'Jumlah yang tertulis tidak sama dengan jumlah barisnya sesudah dikoreksi. Mohon disesuaikan.',
  TotalUnread: 'Jumlah yang tertulis belum jelas. Mohon ditulis lengkap dalam rupiah.',
  TitleGuessed: 'Judul output belum tertulis pada tempatnya. Mohon ditegaskan.',
  TitleFromSheet: 'Judul output belum tertulis. Mohon dilengkapi.',
  TitleMissing: 'Judul output belum tertulis. Mohon dilengkapi.',
  HeadingMissing:
    'Judul kolom formulir belum tertulis. Mohon digunakan susunan kolom menurut formulir yang berlaku.',
} as const

const other = 'Isian ini belum jelas. Mohon diperiksa dan diperbaiki.'

/** What goes to the OPD with a form that was returned: an official letter, to print or to copy. */
export const budgetReturnTexts = spoken({
  open: 'Surat pengembalian',
  dialog: {
    title: (opd: string) => `Surat pengembalian: ${opd}`,
    number: 'Nomor surat',
    numberHint: 'Boleh dikosongkan dan diisi kemudian.',
    to: 'Yth.',
    fillOwn: 'Isi dengan data saya',
    preview: 'Naskah surat',
    copy: 'Salin surat',
    print: 'Cetak',
    close: 'Tutup',
  },
  copied: 'Surat tersalin. Tempel di Word atau pesan dengan Ctrl+V.',
  mend: (type: string): string => (Object.hasOwn(mend, type) ? mend[type as keyof typeof mend] : other),
  sum: (stated: string, counted: string) =>
    `Jumlah yang tertulis ${stated} tidak sama dengan jumlah rinciannya ${counted}. Mohon disesuaikan.`,
  columns: {
    row: 'Baris',
    place: 'Output dan tahap pelaksanaan',
    found: 'Tertulis',
    mend: 'Yang perlu diperbaiki',
  },
  wholeForm: 'Seluruh formulir',
  head: { number: 'Nomor', nature: 'Sifat', attachment: 'Lampiran', subject: 'Hal' },
  nature: 'Biasa',
  oneAttachment: '1 (satu) berkas',
  noAttachment: '-',
  subject: (year: string) => `Pengembalian formulir anggaran TIK Tahun Anggaran ${year}`,
  to: (addressee: string) => `Yth. ${addressee}`,
  at: (place: string) => (place === '' ? 'di Tempat' : `di ${place}`),
  opening: (of: {
    readonly basis: string
    readonly opd: string
    readonly year: string
    readonly received: string
    readonly letter: string
    readonly total: string
  }) =>
    `Dalam rangka konsolidasi anggaran teknologi informasi dan komunikasi (TIK) sebagaimana dimaksud dalam ${of.basis}, formulir anggaran TIK Tahun Anggaran ${of.year} dari ${of.opd} yang kami terima pada tanggal ${of.received}${of.letter === '' ? '' : ` dengan surat Nomor ${of.letter}`}, dengan jumlah usulan ${of.total}, telah kami periksa dan dengan ini kami kembalikan untuk diperbaiki.`,
  rows: 'Hal yang perlu diperbaiki sebagai berikut:',
  attached: 'Hal yang perlu diperbaiki kami sampaikan dalam lampiran surat ini.',
  attachmentTitle: 'Hal yang Perlu Diperbaiki',
  attachmentOf: (number: string, day: string) =>
    `Lampiran surat${number === '' ? '' : ` Nomor ${number}`}, tanggal ${day}`,
  line: (row: string, place: string) => [row, place].filter(Boolean).join(', '),
  row: (row: string) => `Baris ${row}`,
  found: (words: string) => `tertulis “${words}”`,
  closing: (agency: string) =>
    `Perbaikan mohon dituangkan dalam formulir yang sama dan disampaikan kembali kepada ${agency}. Selama perbaikannya belum kami terima, usulan dengan jumlah tersebut tetap diperhitungkan dalam konsolidasi dengan keterangan dikembalikan.`,
  thanks: 'Demikian disampaikan, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.',
} as const)
