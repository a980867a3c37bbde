import { type Form, type Money, row } from '../form.ts'
import { dashed } from '../rupiah.ts'

const apbd = (amount: number): [string, Money] => [`APBD : ${dashed(amount)}`, { APBD: amount }]
const dak = (amount: number): [string, Money] => [`DAK : ${dashed(amount)}`, { DAK: amount }]

const architecture = 'Arsitektur Sistem'
const data = 'Pengembangan Master Data Pendidikan'
const application = 'Pengembangan Aplikasi'
const infrastructure = 'Infrastruktur'
const people = 'SDM Pengelola'
const governance = 'Tata Kelola'
const future = 'Perencanaan Keberlanjutan Sistem'

/** Word: blank cells below the first of a sub output, the heading typed again after the page break, the output above the table. */
export const dinasPendidikan: Form = {
  file: 'dinas-pendidikan-dan-kebudayaan.docx',
  opd: '1.01.01',
  address: 'Jalan Pendidikan Nomor 11 Prabumulih, Kode Pos 31121',
  title: ['USULAN ANGGARAN KEGIATAN TEKNOLOGI INFORMASI DAN KOMUNIKASI', 'TAHUN ANGGARAN 2027'],
  outputs: [
    {
      title: 'Pengembangan Sistem Penerimaan Murid Baru (SPMB) Daring dan Rapor Digital',
      rows: [
        row(
          architecture,
          'Pemetaan proses bisnis penerimaan murid',
          'BPMN',
          'Vendor',
          '1 Bulan',
          ...apbd(12_500_000),
        ),
        row(architecture, 'Penyusunan arsitektur aplikasi', 'TOGAF', 'Vendor', '3 Minggu', ...apbd(10e6)),
        row(
          architecture,
          'Sosialisasi kepada kepala sekolah',
          'FGD',
          'KOMINFO',
          '1 Hari, 3 Kali',
          ...apbd(15e6),
        ),
        row(
          data,
          'Sinkronisasi data pokok pendidikan',
          'Dapodik, REST API',
          'KOMINFO dan VENDOR',
          '1 Bulan',
          ...apbd(17_500_000),
        ),
        row(
          data,
          'Penyusunan data zonasi sekolah',
          'QGIS, PostGIS',
          'KOMINFO dan VENDOR',
          '1 Bulan',
          ...apbd(22_500_000),
        ),
        row(data, 'Pembersihan data peserta didik', 'SQL', 'Dinas Pendidikan', '2 Minggu'),
        row(application, 'Analisis kebutuhan sistem', 'Wawancara', 'VENDOR', '2 minggu', ...apbd(8_000_000)),
        row(application, 'Perancangan antarmuka', 'Figma', 'VENDOR', '2 minggu', ...apbd(7_500_000)),
        row(
          application,
          'Pengodean modul pendaftaran',
          'PHP, MySQL',
          'VENDOR',
          '3 Bulan',
          ...apbd(65_000_000),
        ),
        row(application, 'Pengodean modul rapor digital', 'PHP, MySQL', 'VENDOR', '3 Bulan', ...dak(80e6)),
        row(application, 'Pengujian beban', 'Apache JMeter', 'Kantor KOMINFO', '3 Hari', ...apbd(5e6)),
        row(
          application,
          'Uji petik pada enam sekolah',
          'Uji coba terbatas',
          'KOMINFO',
          '1 Hari, 6 Kali',
          ...apbd(9e6),
        ),
        row(
          infrastructure,
          'Sewa peladen awan selama masa penerimaan',
          'Pusat Data Nasional',
          'Pihak Ketiga',
          '4 Bulan',
          ...apbd(32_000_000),
        ),
        row(
          infrastructure,
          'Pengadaan laptop operator sekolah (6 unit)',
          'E-katalog',
          'Pihak Ketiga',
          '1 Bulan',
          ...dak(96e6),
          { volume: 6, unit: 'Unit', unitPrice: 16_000_000, standard: 'Laptop' },
        ),
        row(
          infrastructure,
          'Penambahan titik akses nirkabel sekolah',
          'Wi-Fi 6',
          'Kantor KOMINFO',
          '2 Minggu',
          ...apbd(24e6),
        ),
        row(people, 'Pelatihan operator sekolah', 'Workshop', 'VENDOR', '2 Hari, 3 Kali', ...apbd(36e6)),
        row(people, 'Pelatihan administrator', 'Workshop', 'VENDOR', '2 Hari'),
        row(people, 'Pendampingan masa penerimaan', 'Layanan bantuan', 'VENDOR', '2 Bulan', ...apbd(14e6)),
        row(
          governance,
          'Penyusunan petunjuk teknis penerimaan murid baru',
          'Rapat',
          'Dinas Pendidikan',
          '1 Bulan',
        ),
        row(
          governance,
          'Penyusunan SOP pengguna dan administrator',
          'Rapat',
          'Dinas Pendidikan dan KOMINFO',
          '1 Bulan',
        ),
        row(future, 'Penyusunan rencana keberlanjutan', 'Rapat', 'VENDOR', '1 Bulan', ...apbd(4_500_000)),
        row(future, 'Reviu berkala', 'Rapat', 'KOMINFO', '1 Hari, 4 Kali'),
      ],
    },
  ],
  layout: {
    columns: [
      { kind: 'subOutput', head: 'Output/Sub Output', width: 26 },
      { kind: 'stage', head: 'Tahap Pelaksanaan', width: 36 },
      { kind: 'method', head: 'Metode / Teknologi / Platform', width: 24 },
      { kind: 'implementer', head: 'Pelaksana', width: 22 },
      { kind: 'duration', head: 'Durasi', width: 16 },
      { kind: 'resources', head: 'Sumber Daya Yang Digunakan', width: 26 },
    ],
    groups: 'blank',
    titles: 'above',
    titlePrefix: 'Output : ',
    headAgainBefore: [15],
    total: 'TOTAL',
    sums: dashed,
  },
  signature: {
    place: 'Prabumulih, 9 Oktober 2026',
    position: 'Kepala Dinas Pendidikan dan Kebudayaan',
    name: 'Dra. Ratna Wulandari, M.Pd.',
    rank: 'Pembina Utama Muda',
    nip: '19690822 199403 2 006',
  },
}
