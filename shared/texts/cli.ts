import { spoken } from './terms.ts'

export const cliTexts = spoken({
  usage: `Pemakaian: npm run -s selaras -- PERINTAH [pilihan]

Ruang kerja dan petugas: --workspace FOLDER --officer NIP (atau SELARAS_WORKSPACE, SELARAS_OFFICER)
Kata sandi: SELARAS_PASSWORD, atau ditanyakan. --json: satu dokumen JSON pada keluaran.

  workspace create --regulation prabumulih|singkawang --city NAMA --name PETUGAS [--agency DINAS]
  budget import BERKAS… --opd KODE --year TAHUN [--opd-name NAMA] [--append] [--dry-run]
  budget consolidate --year TAHUN [--xlsx BERKAS] [--docx BERKAS] [--pdf BERKAS [--sign SERTIFIKAT.p12]] [--paper A4|F4]
  verify BERKAS.pdf
  audit verify [--against BERKAS.pdf | --head KOMPUTER.NOMOR:KODEJEJAK] | audit rebuild
  audit export BERKAS   (admin; diperiksa tanpa Selaras dengan verifikasi-catatan.mjs)
  undo KODE-CATATAN
  search TEKS
  backup create [BERKAS]
  backup restore BERKAS   (admin; bila kata sandi saat salinan dibuat berbeda: SELARAS_BACKUP_PASSWORD)
  device request [BERKAS] [--name KOMPUTER]   (di komputer baru, folder kosong)
  device enrol KODE|BERKAS --out BERKAS       (admin, di komputer yang sudah terdaftar)
  device join BERKAS                          (di komputer baru, dengan NIP dan kata sandi petugas)
  device list | device revoke KODE-KOMPUTER [--seq NOMOR] | device release KODE-KOMPUTER --seq SAMPAI-NOMOR
  demo
`,
  noCommand: 'Sebutkan perintahnya. Jalankan dengan --help untuk melihat daftarnya.',
  unknownCommand: (words: string) => `Perintah “${words}” tidak dikenal.`,
  unknownOption: (message: string) => `Pilihan tidak dikenal atau tidak lengkap: ${message}`,
  missing: (option: string) => `Pilihan ${option} perlu diisi.`,
  missingFiles: 'Sebutkan paling sedikit satu berkas.',
  badYear: (text: string) => `Tahun “${text}” tidak terbaca; tulis misalnya 2027.`,
  fileNotRead: (file: string) => `Berkas ${file} tidak dapat dibaca.`,
  fileNotWritten: (file: string) => `Berkas ${file} tidak dapat ditulis.`,
  askPassword: 'Kata sandi: ',
  askCertificatePassword: 'Kata sandi sertifikat: ',
  noPassword: 'Kata sandi tidak diberikan: isi SELARAS_PASSWORD atau jalankan di terminal.',
  created: (city: string, folder: string) => `Ruang kerja ${city} dibuat di ${folder}.`,
  recovery: (code: string) => `Kode pemulihan (cetak dan simpan di tempat aman): ${code}`,
  imported: (rows: number, total: string, opd: string, version: number) =>
    `${rows} baris, ${total}: formulir ${opd} versi ${version} disimpan.`,
  opdAdded: (code: string) => `OPD ${code} belum dikenal dan ditambahkan.`,
  previewed: (rows: number, total: string) => `Terbaca ${rows} baris, ${total}. Belum ada yang disimpan.`,
  doubts: (count: number) => `${count} hal perlu dilihat:`,
  leftOut: 'Tidak ikut dibaca:',
  commit: (commit: string) => `Kode jejak ${commit}. Urungkan dengan: undo ${commit}`,
  consolidated: (year: number) => `Konsolidasi anggaran TIK tahun anggaran ${year}`,
  totalLine: (forms: number, rows: number, withoutCost: number) =>
    `${forms} formulir, ${rows} baris, ${withoutCost} tanpa biaya`,
  total: 'Jumlah',
  perSource: 'Per sumber dana',
  noSource: '(sumber tidak disebut)',
  written: (file: string) => `Ditulis: ${file}`,
  chainWhole: (commits: number, rows: number) =>
    `Catatan perubahan utuh: ${commits} catatan, ${rows} perubahan.`,
  chainBroken: (count: number) => `Catatan perubahan TIDAK utuh: ${count} kerusakan.`,
  fault: (device: string, seq: number, message: string) => `  ${device}.${seq}: ${message}`,
  recoveryUsed: (device: string, seq: number, time: string) =>
    `Kode pemulihan dipakai: ${device}.${seq}, ${time}`,
  head: (device: string, seq: number, hash: string) => `  ${device}.${seq} ${hash}`,
  badHead: (head: string) =>
    `Kode jejak “${head}” tidak terbaca; tulis seperti pada kaki cetakan: KOMPUTER.NOMOR:KODEJEJAK.`,
  pdfSigned: (headline: string) => `Tanda tangan PDF itu: ${headline}`,
  logExported: (commits: number, file: string) => `${commits} catatan ditulis ke ${file}, tanpa enkripsi.`,
  verifyLogWith: (script: string, file: string, head: string) =>
    `Periksa tanpa Selaras: node "${script}" "${file}" --head ${head}`,
  rebuilt: (commits: number) => `Tabel disusun ulang dari ${commits} catatan dan sama dengan sebelumnya.`,
  rebuiltDifferent: (commits: number) =>
    `Tabel disusun ulang dari ${commits} catatan; isinya BERBEDA dari sebelumnya.`,
  undone: (commit: string) => `Diurungkan dengan catatan ${commit}.`,
  nothingFound: 'Tidak ada yang cocok.',
  backupMade: (file: string, rows: number) => `Salinan data diperiksa dan utuh: ${file} (${rows} baris).`,
  restored: (city: string, head: string) =>
    `Data ${city} dipulihkan; catatan lama berakhir pada ${head}. Admin perlu masuk sekali.`,
  demoTitle:
    'Contoh: konsolidasi anggaran TIK Kota Prabumulih dari dua belas formulir OPD dan daftar TIK seluruh OPD',
  demoReading: (file: string, rows: number, total: string) => `  ${file}: ${rows} baris, ${total}`,
  demoSample: 'Formulir Penjelasan Pasal 6 ayat (4), dibaca dari dua bentuk:',
  demoForms: 'Formulir yang diimpor:',
  demoRegisters: (opds: number) => `Data contoh yang diisikan untuk ${opds} perangkat daerah:`,
  demoRegister: (label: string, rows: number) => `  ${label}: ${rows}`,
  demoOpen: 'Buka di jendela:',
  demoCommand: 'npm start -- --workspace .demo/data',
  demoOfficer: (nip: string, password: string) => `NIP ${nip}, kata sandi “${password}”`,
  demoVerdict: 'Pemeriksaan tanda tangan PDF:',
  step: (words: string) => `${words} …`,
} as const)
