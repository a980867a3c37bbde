import { rupiah, thousands } from '../format/money.ts'
import { spoken } from './terms.ts'

/** “3 baris, Rp155.000.000”; the form itself first. */
export const disputedWords = (rows: number, amount: number, form: boolean): string =>
  [
    ...(form ? ['keadaan formulir'] : []),
    ...(rows > 0 ? [`${thousands(rows)} baris`] : []),
    ...(amount > 0 ? [rupiah(amount)] : []),
  ].join(', ')

/** Sentences of the calls about budget forms: refusals and reasons of commits. */
export const budgetTexts = spoken({
  refusal: {
    formNotFound:
      'Formulir ini tidak ditemukan lagi; mungkin impornya sudah diurungkan. Muat ulang daftar formulir.',
    rowNotFound:
      'Sebuah baris tidak ditemukan lagi pada formulir ini. Tidak ada yang disimpan; muat ulang formulir lalu ulangi.',
    locked:
      'Formulir OPD dan tahun ini sudah dikunci. Tidak ada yang diubah; minta admin membuka kunci bila memang perlu.',
    recommended:
      'Formulir ini sudah direkomendasikan. Tidak ada yang diubah; periksa kembali formulirnya sebelum mengubah baris.',
    formIncomplete: 'Formulir anggaran harus menyebut OPD, tahun, versi, dan keadaannya.',
    otherOpd: 'Baris ini milik OPD lain daripada formulirnya. Tidak ada yang diubah.',
    notUsed:
      'Versi ini tidak dipakai lagi. Tidak ada yang diubah; buka versi yang dipakai, atau pakai versi ini dahulu.',
    undecided: (rows: number, amount: number, form: boolean) =>
      `Masih ada isian berbeda yang menunggu keputusan: ${disputedWords(rows, amount, form)}. Belum ada yang diubah; putuskan dahulu pada “Dari komputer lain”.`,
    notInThisState: (from: string, to: string) =>
      `Formulir yang keadaannya “${from}” tidak dapat langsung menjadi “${to}”. Muat ulang formulir untuk melihat keadaannya.`,
    noteMissing:
      'Formulir yang dikembalikan perlu catatan: tulis pada formulir atau pada sebuah baris, supaya OPD tahu yang harus diperbaiki.',
    stepForbidden: (to: string) =>
      `Peran Anda tidak mencakup langkah “${to}” untuk OPD ini. Tidak ada yang diubah.`,
    markSettled: 'Tanda ini sudah diselesaikan. Muat ulang formulir untuk melihat keadaannya.',
    alreadyUsed: 'Versi ini sudah dipakai.',
    otherCity: 'Kedua formulir bukan dari OPD dan tahun yang sama, jadi tidak dapat dibandingkan.',
    previewGone: 'Pratinjau ini sudah tidak tersimpan. Belum ada yang disimpan; pilih berkasnya sekali lagi.',
    nothingToRead: 'Belum ada berkas atau tabel yang dipilih.',
    noRows: 'Tidak ada baris yang diterima, jadi tidak ada yang disimpan.',
    amountsDiffer: (row: number) =>
      `Baris ${row}: jumlahnya tidak sama dengan rincian sumber dananya. Belum ada yang disimpan; periksa kolom sumber daya.`,
    codeTaken: (code: string, name: string) =>
      `Kode ${code} sudah dipakai ${name}. Belum ada yang disimpan; pilih OPD itu dari daftar, atau perbaiki kodenya.`,
    opdMissing: 'OPD belum dipilih. Pilih OPD, atau isi namanya.',
    opdNotFound: 'OPD yang dipilih tidak ditemukan lagi. Belum ada yang disimpan; pilih OPD sekali lagi.',
    opdForbidden: 'Peran Anda tidak mencakup OPD ini. Belum ada yang disimpan.',
    sameAsPresent: (version: number) =>
      `Isinya sama persis dengan versi ${version} yang sekarang dipakai. Belum ada yang disimpan; tidak usah disimpan, atau simpan sebagai versi baru bila memang perlu.`,
    noFormToAppend:
      'OPD ini belum mempunyai formulir untuk tahun tersebut; terima berkasnya sebagai versi baru.',
  },
  read: {
    step: 'Membaca berkas',
    pastedTable: 'tabel-tempelan.html',
    pastedText: 'tabel-tempelan.txt',
  },
  correctedTotal: (stated: number, counted: number) =>
    `Jumlah tertulis pada formulir ${rupiah(stated)}, sedangkan jumlah barisnya sesudah dikoreksi Diskominfo saat impor ${rupiah(counted)}.`,
  reason: {
    imported: (opd: string, year: number, version: number, files: string) =>
      `Impor formulir ${opd} TA ${year} versi ${version} dari ${files}`,
    appended: (opd: string, year: number, version: number, files: string) =>
      `Tambah baris formulir ${opd} TA ${year} versi ${version} dari ${files}`,
    opdAdded: (code: string, name: string) =>
      code === '' ? `; OPD ${name} ditambahkan, tanpa kode` : `; OPD dengan kode ${code} ditambahkan`,
    saved: (opd: string, year: number, changes: string) => `Simpan formulir ${opd} TA ${year}: ${changes}`,
    changes: (created: number, updated: number, removed: number) =>
      [
        [created, 'ditambah'],
        [updated, 'diubah'],
        [removed, 'dihapus'],
      ]
        .filter(([count]) => count !== 0)
        .map(([count, word]) => `${thousands(count as number)} baris ${word}`)
        .join(', '),
    status: (opd: string, year: number, version: number, to: string) =>
      `Formulir ${opd} TA ${year} versi ${version}: ${to}`,
    settled: (opd: string, year: number, version: number, found: string) =>
      `Formulir ${opd} TA ${year} versi ${version}: tanda dinyatakan sudah benar${found === '' ? '' : ` (‘${found}’)`}`,
    settledCells: (opd: string, year: number, version: number, count: number) =>
      `Formulir ${opd} TA ${year} versi ${version}: ${count === 1 ? 'satu isian' : `${thousands(count)} isian`} dinyatakan sudah benar`,
    version: (opd: string, year: number, version: number) =>
      `Pakai formulir ${opd} TA ${year} versi ${version}`,
  },
  history: {
    rows: (count: number) => `${thousands(count)} baris`,
    fields: {
      method: 'Metode atau platform',
      resources: 'Sumber daya',
      usulanAmount: 'Jumlah',
      usulanSource: 'Sumber dana',
    },
    columns: {
      resources: 'Sumber daya',
      total: 'Jumlah',
      amount: 'Jumlah',
      source: 'Sumber dana',
      method: 'Metode atau platform',
      extra: 'Kolom lain',
    },
    refused: (row: number, title: string, amount: number | null) =>
      `${row} (${title === '' ? 'tanpa judul' : title}; ${amount === null ? 'tanpa biaya' : rupiah(amount)})`,
  },
  unknownOpd: 'OPD tidak dikenal',
  unknownOfficer: 'petugas yang tidak terdaftar lagi',
  fields: {
    output: 'Output',
    subOutput: 'Sub output',
    stage: 'Tahap pelaksanaan',
    method: 'Metode/teknologi/platform',
    implementer: 'Pelaksana',
    duration: 'Durasi',
    resources: 'Sumber daya',
    amount: 'Jumlah (Rp)',
    source: 'Sumber dana',
    volume: 'Volume',
    measure: 'Satuan',
    unitPrice: 'Harga satuan (Rp)',
  },
} as const)
