import { spoken } from './terms.ts'

/** Words of signing and verifying PDFs. */
export const signatureTexts = spoken({
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
    pdfLocked: 'Penanda tangan sebelumnya mengunci PDF ini dari perubahan, termasuk tanda tangan tambahan.',
    noSuchPage: (page: number) => `PDF ini tidak memiliki halaman ${page}.`,
  },
  verify: {
    notPdf: 'Berkas ini bukan PDF.',
    damaged:
      'PDF ini rusak atau terpotong, sehingga tanda tangannya tidak dapat diperiksa. Minta salinan baru kepada pengirimnya.',
    encrypted:
      'PDF ini dilindungi kata sandi, sehingga belum dapat diperiksa. Minta salinan tanpa kata sandi kepada pengirimnya.',
    headlines: {
      certified:
        'Semua tanda tangan sah: isi utuh dan sertifikatnya diterbitkan oleh penerbit yang dipercaya.',
      uncertified: 'Isi utuh sejak ditandatangani, tetapi ada tanda tangan yang tidak tersertifikasi.',
      doubtful: 'Isi utuh sejak ditandatangani, tetapi keabsahan sertifikatnya tidak dapat dipastikan.',
      unclear: 'Tidak dapat dipastikan bahwa yang tampak sama dengan yang ditandatangani.',
      refused: 'Jangan dipakai: ada tanda tangan yang tidak sah atau isi yang berubah.',
      unsigned: 'PDF ini tidak memuat tanda tangan elektronik.',
    },
    signer: (name: string, organization: string) =>
      organization === '' || organization === name
        ? `Ditandatangani oleh ${name}.`
        : `Ditandatangani oleh ${name}, ${organization}.`,
    stampedBy: (name: string) => `Penanda waktu dari ${name}.`,
    unknownSigner: 'Penanda tangannya tidak dapat dikenali.',
    time: (when: string) => `Waktu menurut berkas: ${when}. Waktu ini berasal dari komputer penanda tangan.`,
    noTime: 'Berkas tidak menyebut waktu penandatanganan.',
    reason: (text: string) => `Alasan yang dicantumkan: ${text}.`,
    location: (text: string) => `Tempat yang dicantumkan: ${text}.`,
    intact: 'Isi yang ditandatangani utuh.',
    whole: 'Tanda tangan mencakup seluruh berkas.',
    laterAdditions:
      'Sesudahnya hanya ditambahkan tanda tangan lain, penanda waktu, atau data untuk pemeriksaannya.',
    issuer: (name: string) => `Sertifikat diterbitkan oleh ${name}.`,
    validity: (from: string, to: string) => `Sertifikat berlaku dari ${from} sampai ${to}.`,
    revocationChecked: 'Daftar pencabutan dari penerbitnya sudah diperiksa.',
    revocation: 'Pencabutan sertifikat tidak diperiksa karena pemeriksaan ini berjalan tanpa jaringan.',
  },
  problems: {
    rangeWrong:
      'Rentang yang ditandatangani tidak wajar: ada bagian berkas yang tidak dilindungi tanda tangan ini.',
    rangeNotRevision: 'Rentang yang ditandatangani tidak berakhir pada akhir dokumen yang utuh.',
    formatUnknown: 'Cara penandatanganannya tidak dikenal atau sudah tidak dipakai.',
    cmsUnreadable: 'Data tanda tangannya rusak atau tidak lengkap.',
    contentChanged: 'Isi berkas berubah sesudah ditandatangani.',
    signatureWrong: 'Tanda tangan tidak cocok dengan sertifikat yang disertakan.',
    contentTypeWrong: 'Data tanda tangannya menyatakan jenis isi yang keliru.',
    essMissing: 'Tanda tangan tidak mengikat sertifikat penanda tangan, sehingga tidak memenuhi PAdES.',
    essMismatch: 'Sertifikat yang disertakan bukan sertifikat yang dipakai menandatangani.',
    signingTimePresent: 'Tanda tangan memuat waktu di tempat yang dilarang PAdES.',
    certEntryPresent: 'Tanda tangan menyimpan sertifikat di tempat yang dilarang PAdES.',
    timeMissing: 'Tanda tangan tidak menyebut waktu, sehingga tidak memenuhi PAdES.',
    digestWeak: 'Tanda tangan memakai cara sidik jari yang sudah dapat dipalsukan (MD5 atau SHA-1).',
    keyWeak: 'Kunci sertifikatnya terlalu pendek dan dapat dipalsukan.',
    notForSigning: 'Sertifikatnya tidak diterbitkan untuk menandatangani dokumen.',
    chainWeak:
      'Sertifikatnya atau sertifikat penerbitnya dibuat dengan cara sidik jari yang sudah dapat dipalsukan (MD5 atau SHA-1).',
    certificateExpiredAtSigning: 'Sertifikat sudah berakhir pada waktu penandatanganan.',
    certificateNotYetValid: 'Sertifikat belum berlaku pada waktu penandatanganan.',
    certificateExpiredNow:
      'Sertifikat sudah berakhir. Tanpa penanda waktu tepercaya, tidak dapat dipastikan bahwa dokumen ditandatangani ketika sertifikat masih berlaku.',
    certificateRevoked: 'Sertifikat telah dicabut oleh penerbitnya.',
    chainBroken: 'Sertifikat penerbitnya tidak berlaku pada waktu penandatanganan.',
    issuerUnknown:
      'Tidak tersertifikasi: Selaras belum memuat sertifikat induk untuk memastikan penerbitnya.',
    selfSigned: 'Tidak tersertifikasi: sertifikat dibuat sendiri oleh penanda tangan.',
    demo: 'CONTOH – TIDAK SAH: sertifikat ini dibuat untuk peragaan dan tidak berkekuatan hukum.',
    changedAfterSigning: 'Isi dokumen diubah atau ditambah sesudah ditandatangani.',
    hiddenAfterSigning:
      'Sesudah ditandatangani ditambahkan data yang hanya dibaca oleh sebagian pembaca PDF; di sana dokumen ini dapat tampil dengan isi lain.',
    shownUnclear:
      'Berkas ini memuat objek ganda atau tidak terdaftar, sehingga sebagian pembaca PDF dapat menampilkan isi yang lain.',
    notWholeFile: 'Ada data yang ditempelkan sesudah bagian yang ditandatangani.',
    coveredByLaterSignature: 'Tanda tangan yang ditambahkan kemudian menutupi sebagian besar halaman.',
    visibleLaterSignature:
      'Tanda tangan yang ditambahkan kemudian tampak di atas halaman. Pastikan tidak ada isi yang tertutup olehnya.',
    lockedButChanged:
      'Penanda tangan mengunci dokumen ini dari perubahan, tetapi sesudahnya masih ada yang ditambahkan.',
    notPades: 'Bentuknya tanda tangan PDF biasa, bukan PAdES.',
  },
} as const)
