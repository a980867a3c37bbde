import { spoken } from './terms.ts'

export const recordsTexts = spoken({
  unknownType: 'Jenis data ini tidak dikenal oleh Selaras di komputer ini.',
  goneReference: '(sudah dihapus)',
  notFound: 'Data ini tidak ditemukan lagi; mungkin sudah dihapus.',
  requiredMissing: (label: string) => `${label} belum ada data.`,
  notUnique: (label: string, value: string) => `${label} “${value}” sudah dipakai oleh data lain.`,
  looks: {
    nipLength: (digits: number) => `NIP atau NI PPPK terdiri atas 18 angka; di sini ${digits} angka.`,
    nipBirth: 'Delapan angka pertama bukan tanggal lahir; periksa NIP ini.',
    nipAppointed: 'Tahun atau bulan pengangkatan dalam NIP ini tidak mungkin; periksa lagi.',
    nipSex: 'Angka ke-15 menyatakan jenis kelamin, 1 atau 2; periksa NIP ini.',
    ip: 'Ini bukan alamat IP; misalnya 103.120.4.7.',
    ipPrivate: 'Ini alamat privat, bukan IP publik.',
    domain: 'Ini bukan alamat situs atau nama akun; misalnya dinkes.prabumulih.go.id atau @dinkes.',
  },
  brokenReference: (label: string) => `${label} menunjuk data yang sudah dihapus.`,
  viewSaved: (name: string, plural: string) => `Simpan tampilan ${name}: ${plural}`,
  viewRemoved: (name: string) => `Hapus tampilan ${name}`,
  tooManyViews: (most: number) => `Paling banyak ${most} tampilan. Hapus yang tidak dipakai lagi.`,
  otherPaper: (label: string) => `${label} menunjuk lampiran data lain.`,
  savedNew: (label: string, title: string) => `${label} baru: ${title}`,
  savedChange: (label: string, title: string) => `Ubah ${label}: ${title}`,
  savedMany: (plural: string, field: string, count: number) => `Ubah ${field} pada ${count} baris: ${plural}`,
  imported: (plural: string, source: string, created: number, changed: number) =>
    `Impor ${plural}${source === '' ? '' : ` dari ${source}`}: ${[
      [created, 'ditambahkan'],
      [changed, 'diubah'],
    ]
      .filter(([count]) => count !== 0)
      .map(([count, word]) => `${count} ${word}`)
      .join(', ')}`,
  /** `titles`: of the first ones. */
  staleRows: (count: number, titles: string) =>
    `${count} baris diubah petugas lain setelah ditampilkan: ${titles}. Belum ada yang disimpan; muat yang terbaru, lalu periksa lagi.`,
  refusedRows: (count: number, titles: string, message: string) =>
    `${count} baris tidak dapat disimpan: ${titles}. ${message} Belum ada yang disimpan.`,
  andMore: (titles: string, more: number) => `${titles}, dan ${more} lainnya`,
  removed: (label: string, title: string) => `Hapus ${label}: ${title}`,
  restore: {
    reason: (label: string, title: string, moment: string, commit: string) =>
      `Kembalikan ${label}: ${title}, ke keadaan ${moment} (catatan ${commit})`,
    broughtBack: (label: string, title: string) => `Kembalikan ${label} yang dihapus: ${title}`,
    forbidden: 'Data jenis ini tidak dikembalikan dari riwayatnya.',
    noStep: 'Perubahan ini tidak ada pada riwayat data itu.',
    wasDeleted: 'Setelah perubahan ini datanya dihapus; tidak ada keadaan untuk dikembalikan.',
    notDeleted: 'Data ini tidak ada di antara yang dihapus; mungkin sudah dikembalikan.',
    disputed:
      'Dihapus atau tidaknya data ini berbeda antar komputer. Putuskan dahulu pada halaman Dari komputer lain.',
  },
  noTitle: 'tanpa nama',
  notEditableHere: 'Data ini tidak diubah dari daftar umum.',
  deletedState: 'Keadaan',
  deleted: 'dihapus',
  live: 'ada',
  yes: 'ya',
  no: 'tidak',
  structured: '(rincian)',
  attached: (name: string) => `Lampirkan ${name}`,
  attachedMany: (count: number, names: string) => `Lampirkan ${count} berkas: ${names}`,
  attachReplaced: (former: string, name: string) => `Ganti lampiran ${former} dengan ${name}`,
  attachSaved: (name: string) => `Ubah keterangan lampiran ${name}`,
  attachRemoved: (name: string) => `Hapus lampiran ${name}`,
  attachTooMuch: (files: number, megabytes: number) =>
    `Sekali lampir paling banyak ${files} berkas dan ${megabytes} MB seluruhnya. Belum ada yang dilampirkan; bagi menjadi beberapa kali.`,
  attachKnown: (names: string) => `${names} sudah terlampir pada data ini.`,
  attachSource: 'Berkas asli formulir anggaran disimpan sebagaimana diterima.',
  attachForbidden: 'Peran Anda tidak mencakup lampiran pada data ini.',
  unknownField: (name: string) => `Daftar ini tidak dapat diurutkan atau disaring menurut “${name}”.`,
  attachmentGone: 'Berkas lampiran tidak ada di komputer ini.',
  attachmentDamaged: 'Berkas lampiran rusak dan tidak dibuka. Pulihkan dari salinan data.',
  faults: {
    gap: 'nomor catatan tidak berurutan',
    missing: 'catatan ini tidak ada, padahal catatan komputer lain sudah melihatnya',
    previous: 'tidak tersambung ke catatan sebelumnya',
    hash: 'kode jejak tidak cocok',
    columns: 'keterangan catatan berbeda dari yang ditandatangani',
    header: 'kepala catatan tidak terbaca',
    part: 'isi catatan berbeda dari yang ditandatangani',
    'device-signature': 'tanda tangan komputer tidak cocok',
    'officer-signature': 'tanda tangan petugas tidak cocok',
  },
} as const)
