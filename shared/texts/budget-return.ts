/** What goes to the OPD with a form that was returned: a letter to copy, and a sheet to print. */
export const budgetReturnTexts = {
  copy: 'Salin untuk OPD',
  copied: 'Catatan untuk OPD tersalin. Tempel di surat atau pesan dengan Ctrl+V.',
  print: 'Cetak lembar catatan',
  title: (opd: string, year: string) => `Catatan pengembalian formulir anggaran TIK TA ${year}: ${opd}`,
  about: (version: string, received: string, total: string) =>
    `Versi ${version}, diterima ${received}, berjumlah ${total}`,
  columns: {
    row: 'Baris',
    place: 'Output dan tahap pelaksanaan',
    found: 'Tertulis',
    mend: 'Yang perlu diperbaiki',
  },
  salutation: (opd: string) => `Yth. Kepala ${opd}\ndi tempat`,
  subject: (year: string, version: string, received: string) =>
    `Hal: Pengembalian formulir anggaran TIK TA ${year} (versi ${version}, diterima ${received})`,
  opening: (total: string) =>
    `Formulir tersebut, berjumlah ${total}, telah kami periksa dan kami kembalikan untuk diperbaiki.`,
  note: (note: string) => `Catatan: ${note}`,
  rows: 'Yang perlu diperbaiki:',
  row: (row: string, place: string) => (place === '' ? `Baris ${row}` : `Baris ${row}, ${place}`),
  whole: (words: string) => `- ${words}`,
  found: (words: string) => `tertulis “${words}”`,
  closing: (city: string) =>
    `Mohon diperbaiki pada formulir yang sama, lalu dikirim kembali kepada Dinas Komunikasi dan Informatika${city === '' ? '' : ` ${city}`}. Sampai perbaikannya diterima, formulir ini tetap dihitung dalam konsolidasi dengan jumlah di atas dan ditandai sebagai dikembalikan.`,
  place: (city: string, day: string) => (city === '' ? day : `${city}, ${day}`),
} as const
