/** What an OPD of this kind usually runs, keeps and offers; `own`: made for the city, `central`: given by a ministry or agency. */
type Known = {
  readonly own?: readonly string[]
  readonly central?: readonly string[]
  /** “name: its columns”. */
  readonly datasets?: readonly string[]
  readonly services?: readonly string[]
}

const social: Readonly<Record<string, Known>> = {
  disdikbud: {
    own: ['PPDB Daring', 'SIM Aset Sekolah'],
    central: ['Dapodik', 'e-Rapor'],
    datasets: [
      'Data Pokok Sekolah: NPSN, nama sekolah, jenjang, alamat, jumlah rombel',
      'Data Guru dan Tenaga Kependidikan: NUPTK, nama, sekolah, mata pelajaran',
      'Data Peserta Didik: NISN, nama, sekolah, kelas',
    ],
    services: ['Penerimaan Peserta Didik Baru', 'Legalisasi Ijazah'],
  },
  dinkes: {
    own: ['SIMPUS', 'Sistem Rujukan Terpadu'],
    central: ['e-PPGBM', 'ASIK', 'SATUSEHAT'],
    datasets: [
      'Data Kunjungan Puskesmas: puskesmas, tanggal, poli, jumlah kunjungan',
      'Data Gizi Balita: NIK balita, posyandu, berat, tinggi, status gizi',
      'Data Fasilitas Kesehatan: kode, nama, jenis, alamat, jumlah tenaga',
      'Data Imunisasi Dasar: puskesmas, bulan, jenis vaksin, cakupan',
    ],
    services: ['Rekomendasi Izin Praktik Tenaga Kesehatan', 'Pelayanan Puskesmas', 'Izin Operasional Klinik'],
  },
  rsud: {
    own: ['SIMRS', 'Antrean Daring RSUD'],
    central: ['SIRS Online', 'V-Claim'],
    datasets: [
      'Data Rawat Inap: nomor rekam medis, bangsal, tanggal masuk, tanggal keluar',
      'Ketersediaan Tempat Tidur: bangsal, kelas, kapasitas, terisi',
    ],
    services: ['Pendaftaran Rawat Jalan', 'Informasi Tempat Tidur'],
  },
  dinsos: {
    own: ['SIM Bansos'],
    central: ['SIKS-NG'],
    datasets: [
      'Data Keluarga Miskin: NIK, nama kepala keluarga, alamat, kelurahan, desil, bantuan',
      'Data Penyandang Disabilitas: NIK, nama, jenis disabilitas, kelurahan',
      'Data Panti dan LKS: nama lembaga, alamat, jumlah penghuni',
    ],
    services: ['Rekomendasi Bantuan Sosial', 'Surat Keterangan DTSEN'],
  },
  disnaker: {
    own: ['Bursa Kerja Daring'],
    central: ['SIAPkerja'],
    datasets: [
      'Data Pencari Kerja: NIK, nama, pendidikan, keahlian',
      'Data Perusahaan: NIB, nama, alamat, jumlah pekerja',
    ],
    services: ['Kartu Pencari Kerja (AK-1)'],
  },
  dppkbpppa: {
    own: ['SIM PKK', 'Lapor Perempuan dan Anak'],
    central: ['SIGA'],
    datasets: [
      'Data Warga Miskin dan Rentan: NIK, nama kepala keluarga, alamat, kelurahan, desil',
      'Data Keluarga Berisiko Stunting: NIK, nama kepala keluarga, kelurahan, jumlah balita',
      'Data Peserta KB: kelurahan, bulan, alat kontrasepsi, jumlah',
    ],
    services: ['Pelayanan Pengaduan Kekerasan'],
  },
  disdukcapil: {
    own: ['Antrean Adminduk', 'Adminduk Daring'],
    central: ['SIAK Terpusat'],
    datasets: [
      'Agregat Kependudukan: kecamatan, kelurahan, jenis kelamin, kelompok umur, jumlah',
      'Data Akta Kelahiran: nomor akta, tanggal terbit, kelurahan',
      'Data Perpindahan Penduduk: bulan, asal, tujuan, jumlah',
    ],
    services: ['Penerbitan KTP-el', 'Akta Kelahiran', 'Kartu Identitas Anak'],
  },
}

const works: Readonly<Record<string, Known>> = {
  pupr: {
    own: ['WebGIS Infrastruktur', 'SIM Jalan dan Jembatan'],
    central: ['SIMBG'],
    datasets: [
      'Kondisi Jalan Kota: nomor ruas, nama ruas, panjang, kondisi',
      'Data Jembatan: nomor, nama, bentang, kondisi',
      'Rencana Tata Ruang: kode zona, fungsi, luas',
    ],
    services: ['Persetujuan Bangunan Gedung', 'Informasi Tata Ruang'],
  },
  perkim: {
    own: ['SIM Rumah Tidak Layak Huni'],
    datasets: [
      'Data Rumah Tidak Layak Huni: NIK, alamat, kelurahan, kondisi',
      'Data Prasarana Permukiman: lokasi, jenis, kondisi',
    ],
    services: ['Usulan Bedah Rumah'],
  },
  dlh: {
    own: ['Bank Sampah Digital'],
    central: ['SIPSN', 'Amdalnet'],
    datasets: ['Volume Sampah: TPS, tanggal, volume', 'Indeks Kualitas Air: titik pantau, tanggal, nilai'],
    services: ['Persetujuan Lingkungan', 'Pengangkutan Sampah'],
  },
  dishub: {
    own: ['e-Parkir', 'Uji KIR Daring'],
    datasets: [
      'Data Kendaraan Wajib Uji: nomor uji, jenis, masa berlaku',
      'Titik Parkir: lokasi, kapasitas, juru parkir',
    ],
    services: ['Pengujian Kendaraan Bermotor'],
  },
  dkp: {
    own: ['Panel Harga Pangan Kota'],
    datasets: [
      'Harga Pangan Harian: pasar, komoditas, tanggal, harga',
      'Cadangan Pangan: komoditas, bulan, stok',
    ],
  },
  distan: {
    own: ['SIM Kelompok Tani'],
    central: ['SIMLUHTAN', 'e-RDKK'],
    datasets: [
      'Data Kelompok Tani: nama, kelurahan, anggota, luas lahan',
      'Populasi Ternak: kecamatan, jenis, jumlah',
    ],
    services: ['Surat Keterangan Kesehatan Hewan'],
  },
  disperindag: {
    own: ['e-Pasar'],
    datasets: [
      'Data Pedagang Pasar: pasar, nomor kios, nama, komoditas',
      'Data IKM: NIB, nama, bidang usaha',
    ],
    services: ['Sewa Kios Pasar', 'Tera dan Tera Ulang'],
  },
  diskop: {
    own: ['Galeri UMKM'],
    central: ['ODS Koperasi'],
    datasets: [
      'Data UMKM: NIB, nama usaha, bidang, kelurahan, omzet',
      'Data Koperasi: nomor badan hukum, nama, anggota',
    ],
    services: ['Pendampingan UMKM'],
  },
  dpmptsp: {
    own: ['SiCantik Kota', 'Loket Izin Daring'],
    central: ['OSS RBA'],
    datasets: [
      'Izin Terbit: nomor izin, jenis, pemohon, tanggal',
      'Realisasi Investasi: triwulan, sektor, nilai',
    ],
    services: ['Izin Mendirikan Klinik', 'Izin Reklame', 'Konsultasi Perizinan'],
  },
  disporapar: {
    own: ['Jelajah Prabumulih'],
    datasets: ['Kunjungan Wisata: objek, bulan, jumlah', 'Data Sarana Olahraga: nama, lokasi, kondisi'],
    services: ['Sewa Gedung Olahraga'],
  },
}

const offices: Readonly<Record<string, Known>> = {
  satpolpp: {
    own: ['SIM Pelanggaran Perda'],
    datasets: ['Pelanggaran Perda: tanggal, lokasi, jenis, tindak lanjut'],
    services: ['Pengaduan Ketertiban Umum'],
  },
  bpbd: {
    own: ['Peta Rawan Bencana'],
    central: ['InaRISK'],
    datasets: [
      'Kejadian Bencana: tanggal, jenis, kelurahan, korban',
      'Logistik Bencana: barang, gudang, jumlah',
    ],
    services: ['Tanggap Darurat 112'],
  },
  kominfo: {
    own: ['Portal Satu Data', 'e-Office', 'Lapor Wako', 'Helpdesk TIK'],
    central: ['SP4N-LAPOR!', 'SRIKANDI'],
    datasets: [
      'Daftar Aplikasi Kota: nama, OPD, asal, keadaan',
      'Titik Wi-Fi Publik: lokasi, kecepatan, keadaan',
      'Pengaduan Masyarakat: nomor, tanggal, OPD, tindak lanjut',
      'Menara Telekomunikasi: kode, lokasi, pemilik',
    ],
    services: ['Permohonan Informasi Publik', 'Penerbitan Tanda Tangan Elektronik'],
  },
  dispusip: {
    own: ['Perpustakaan Digital'],
    central: ['INLISLite'],
    datasets: ['Koleksi Perpustakaan: nomor induk, judul, pengarang', 'Arsip Statis: nomor, pencipta, tahun'],
    services: ['Keanggotaan Perpustakaan'],
  },
  setda: {
    own: ['JDIH Kota', 'Agenda Pimpinan'],
    central: ['LPSE', 'SiRUP'],
    datasets: [
      'Produk Hukum Daerah: nomor, tahun, judul, keadaan',
      'Paket Pengadaan: kode, nama paket, nilai, penyedia',
    ],
    services: ['Layanan Pengadaan Secara Elektronik'],
  },
  setwan: { own: ['e-Aspirasi'], datasets: ['Risalah Rapat DPRD: nomor, tanggal, alat kelengkapan'] },
  bappeda: {
    own: ['e-Musrenbang', 'Geoportal Kota'],
    central: ['SIPD RI'],
    datasets: [
      'Usulan Musrenbang: nomor, kelurahan, kegiatan, pagu',
      'Indikator Pembangunan: indikator, tahun, target, capaian',
      'Peta Batas Wilayah: kode, kelurahan, luas',
    ],
  },
  bpkad: {
    own: ['SIMDA Keuangan', 'SIMDA BMD'],
    central: ['SIPD Penatausahaan'],
    datasets: [
      'Barang Milik Daerah: kode barang, nama, OPD, nilai',
      'Realisasi APBD: OPD, bulan, anggaran, realisasi',
    ],
  },
  bapenda: {
    own: ['SIM PBB-P2', 'e-BPHTB', 'e-SPTPD'],
    datasets: [
      'Objek Pajak PBB-P2: NOP, alamat, luas, ketetapan',
      'Realisasi Pajak Daerah: jenis pajak, bulan, realisasi',
    ],
    services: ['Pembayaran PBB-P2', 'Validasi BPHTB'],
  },
  bkpsdm: {
    own: ['e-Kinerja', 'SIMPEG', 'e-Presensi'],
    central: ['SIASN'],
    datasets: [
      'Data ASN: NIP, nama, jabatan, OPD, golongan',
      'Riwayat Diklat ASN: NIP, nama diklat, tahun, jam pelajaran',
      'Kehadiran ASN: NIP, tanggal, jam masuk, jam pulang',
    ],
    services: ['Usul Kenaikan Pangkat'],
  },
  inspektorat: {
    own: ['SIM Tindak Lanjut Pengawasan'],
    central: ['e-LHKASN'],
    datasets: ['Tindak Lanjut Pengawasan: nomor LHP, OPD, rekomendasi, keadaan'],
  },
  timur: { datasets: [], services: ['Surat Keterangan Domisili', 'Dispensasi Nikah'] },
  kesbangpol: { services: ['Surat Keterangan Penelitian'] },
}

const all: Readonly<Record<string, Known>> = { ...social, ...works, ...offices }
export const knownOf = (agency: string): Required<Known> => ({
  own: [],
  central: [],
  datasets: [],
  services: [],
  ...all[agency],
})

/** For whoever needs more than the names above. */
export const commonSystems = [
  'Arsip Surat',
  'Inventaris Barang',
  'Agenda Kegiatan',
  'Survei Kepuasan Masyarakat',
  'Buku Tamu Digital',
  'Pelaporan Kinerja',
  'Pengaduan Layanan',
  'Monitoring Kegiatan',
  'Perjalanan Dinas',
  'Peminjaman Ruang Rapat',
  'Kendaraan Dinas',
  'Cuti Pegawai',
  'Dokumentasi Foto',
  'Antrean Loket',
  'Perpustakaan Dokumen',
] as const
export const boughtSystems = [
  'Zoom Workplace',
  'Microsoft 365',
  'Autodesk AutoCAD',
  'ArcGIS Online',
  'Canva Tim',
] as const
export const commonDatasets = [
  'Pegawai',
  'Barang Inventaris',
  'Surat Masuk',
  'Surat Keluar',
  'Pengaduan Masuk',
  'Indeks Kepuasan Masyarakat',
  'Anggaran dan Realisasi',
  'Kegiatan',
  'Pelatihan',
  'Perjalanan Dinas',
  'Dokumen Perencanaan',
  'Standar Pelayanan',
] as const
export const commonColumns = (
  'nomor, tanggal, uraian, jumlah, satuan, keterangan, tahun, bulan, triwulan, lokasi, kecamatan, kelurahan, nama kegiatan, ' +
  'pelaksana, penanggung jawab, anggaran, realisasi, sisa, target, capaian, keadaan, jenis, golongan, umur, jenis kelamin, ' +
  'pendidikan, pengirim, penerima, perihal, sifat, lampiran, tindak lanjut, petugas, waktu mulai, waktu selesai, merek, tipe, ' +
  'tahun perolehan, harga, kondisi, ruangan, kode rekening, sumber dana, penyedia, nilai kontrak, tujuan, lama hari, skor'
).split(', ')
