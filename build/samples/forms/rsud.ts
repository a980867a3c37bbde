import { type Form, type Money, row } from '../form.ts'
import { juta, miliar, ribu } from '../rupiah.ts'

const blud = (words: string, amount: number): [string, Money] => [`BLUD : ${words}`, { BLUD: amount }]
const million = (amount: number): [string, Money] => blud(juta(amount), amount)

const architecture = 'Arsitektur Sistem'
const application = 'Pengembangan Aplikasi'
const infrastructure = 'Infrastruktur'
const security = 'Keamanan Informasi'
const people = 'SDM Pengelola'
const rules = 'Tata Kelola'

/** Text with semicolons, Windows line ends and line breaks within quotes. */
export const rsud: Form = {
  file: 'rsud.csv',
  opd: '1.02.02',
  address: 'Jalan Lingkar Barat Nomor 30 Prabumulih, Kode Pos 31124',
  title: ['RENCANA KEBUTUHAN TIK RUMAH SAKIT', 'TAHUN ANGGARAN 2027'],
  outputs: [
    {
      title: 'Pengembangan Sistem Informasi Manajemen Rumah Sakit (SIMRS) Generasi Kedua',
      rows: [
        row(
          architecture,
          'Rekayasa ulang proses bisnis\n(rawat jalan, rawat inap, IGD)',
          'BPMN; TOGAF',
          'Vendor',
          '2 Bulan',
          ...million(60e6),
        ),
        row(
          architecture,
          'Sosialisasi kepada tenaga kesehatan',
          'FGD',
          'RSUD',
          '1 Hari, 4 Kali',
          ...million(12e6),
        ),
        row(
          application,
          'Pengembangan modul SIMRS inti',
          'Java, PostgreSQL',
          'VENDOR',
          '10 Bulan',
          ...blud(miliar(1.5e9), 1.5e9),
        ),
        row(
          application,
          'Modul rekam medis elektronik',
          'HL7 FHIR',
          'VENDOR',
          '4 Bulan',
          'BLUD : 180 Juta; DAK : 120 Juta',
          { BLUD: 180e6, DAK: 120e6 },
        ),
        row(application, 'Bridging BPJS dan SATUSEHAT', 'REST API', 'VENDOR', '2 Bulan', ...million(85e6)),
        row(
          application,
          'Aplikasi antrean pasien online',
          'Android, web',
          'Vendor',
          '3 Bulan',
          ...million(64.5e6),
          {
            alike: 'antrean',
          },
        ),
        row(
          application,
          'Pengujian sistem',
          'Black box,\nuji beban',
          'Kantor KOMINFO',
          '5 Hari, 2 Kali',
          ...blud(ribu(7.5e6), 7.5e6),
        ),
        row(
          infrastructure,
          'Pengadaan server rack 2U (2 unit)',
          'Virtualisasi',
          'Pihak Ketiga',
          '2 Bulan',
          ...million(236e6),
          {
            volume: 2,
            unit: 'Unit',
            unitPrice: 118_000_000,
            standard: 'Server rack',
          },
        ),
        row(
          infrastructure,
          'Pengadaan penyimpanan PACS',
          'SAN 50 TB',
          'Pihak Ketiga',
          '2 Bulan',
          'DAK : Rp 310.000.000,-',
          { DAK: 310e6 },
        ),
        row(
          infrastructure,
          'Peremajaan jaringan serat optik gedung',
          'Serat optik',
          'Pihak Ketiga',
          '1 Bulan',
          ...million(97.5e6),
        ),
        row(
          infrastructure,
          'Langganan internet cadangan 50 Mbps',
          'Nirkabel',
          'Pihak Ketiga',
          '12 Bulan',
          ...blud(ribu(54e6), 54e6),
        ),
        row(security, 'Uji penetrasi', 'Gray box', 'Diskominfo', '1 Minggu', ...blud(ribu(2.5e6), 2.5e6)),
        row(
          security,
          'Cadangan data di luar lokasi',
          'Replikasi harian',
          'KOMINFO dan VENDOR',
          '12 Bulan',
          ...million(48e6),
        ),
        row(
          people,
          'Pelatihan pengguna',
          'Workshop\nper instalasi',
          'VENDOR',
          '2 Hari, 8 Kali',
          ...million(56e6),
        ),
        row(people, 'Pelatihan administrator', 'Workshop', 'VENDOR', '3 Hari', ...million(9e6)),
        row(rules, 'Penyusunan SOP pengguna\ndan administrator', 'Rapat', 'RSUD', '1 Bulan'),
        row(rules, 'Penetapan kebijakan "privasi pasien"', 'Rapat', 'RSUD dan KOMINFO', '2 Bulan'),
        row(rules, 'Reviu berkala', 'Rapat', 'RSUD', '1 Hari, 4 Kali', ...blud(ribu(4e6), 4e6)),
      ],
    },
  ],
  layout: {
    columns: [
      { kind: 'subOutput', head: 'Output / Sub Output', width: 0 },
      { kind: 'stage', head: 'Tahap Pelaksanaan', width: 0 },
      { kind: 'method', head: 'Metode/Teknologi/Platform', width: 0 },
      { kind: 'implementer', head: 'Pelaksana', width: 0 },
      { kind: 'duration', head: 'Durasi', width: 0 },
      { kind: 'resources', head: 'Sumber daya yang digunakan', width: 0 },
    ],
    groups: 'blank',
    titles: 'row',
    total: 'JUMLAH',
    sums: (amount) => juta(amount),
  },
  signature: {
    place: 'Prabumulih, 20 Oktober 2026',
    position: 'Direktur RSUD',
    name: 'dr. Anita Maharani, Sp.PD., M.M.R.S.',
    rank: 'Pembina Utama Muda',
    nip: '19740817 200312 2 005',
  },
}
