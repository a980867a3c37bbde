/** Words of signing and verifying PDFs. */
export const signatureTexts = {
  demoName: 'CONTOH – TIDAK SAH',
  demoNotice:
    'CONTOH – TIDAK SAH. Sertifikat ini dibuat untuk peragaan; tanda tangannya tidak berkekuatan hukum.',
  demoRoot: 'Penerbit contoh – tidak sah',
  appearance: {
    signed: 'Ditandatangani secara elektronik oleh:',
    certificate: (issuer: string) => `Penerbit sertifikat: ${issuer}`,
    when: (when: string) => `Waktu menurut komputer: ${when}`,
    demo: 'CONTOH – TIDAK SAH',
  },
  failures: {
    notPkcs12:
      'Berkas ini bukan sertifikat PKCS#12 (.p12 atau .pfx). Pilih berkas sertifikat yang diterima dari penerbitnya.',
    wrongPassword:
      'Kata sandi sertifikat tidak cocok. Tidak ada yang ditandatangani; periksa kata sandi lalu coba lagi.',
    noKey:
      'Berkas ini tidak memuat kunci penandatanganan, hanya sertifikat. Ekspor ulang sertifikat beserta kuncinya.',
    noCertificate:
      'Berkas ini tidak memuat sertifikat untuk kuncinya. Ekspor ulang sertifikat beserta kuncinya.',
    keyUnusable: 'Jenis kunci dalam berkas ini belum didukung. Pakai sertifikat dengan kunci RSA atau EC.',
    keyWeak:
      'Kunci sertifikat ini terlalu pendek untuk tanda tangan yang aman. Minta sertifikat baru kepada penerbitnya.',
    expired: (date: string) =>
      `Sertifikat ini berakhir pada ${date}. Tidak ada yang ditandatangani; perbarui sertifikat pada penerbitnya.`,
    notYetValid: (date: string) =>
      `Sertifikat ini baru berlaku mulai ${date}. Periksa tanggal komputer, atau tunggu sampai tanggal itu.`,
    notForSigning:
      'Sertifikat ini tidak diterbitkan untuk menandatangani dokumen. Pakai sertifikat tanda tangan.',
    pdfUnreadable: 'Berkas ini rusak atau bukan PDF. Berkas aslinya tidak diubah.',
    pdfEncrypted: 'PDF ini dilindungi kata sandi. Simpan salinannya tanpa kata sandi, lalu coba lagi.',
    pdfLocked: 'Penandatangan sebelumnya mengunci PDF ini dari perubahan, termasuk tanda tangan tambahan.',
    noSuchPage: (page: number) => `PDF ini tidak memiliki halaman ${page}.`,
    failed: 'Tanda tangan tidak dapat dibuat dengan sertifikat ini. Berkas aslinya tidak diubah.',
  },
} as const
