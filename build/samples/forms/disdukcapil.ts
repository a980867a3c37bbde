import { type Form, type Money, row } from '../form.ts'
import { full } from '../rupiah.ts'

const apbd = (amount: number): [string, Money] => [`APBD : ${full(amount)}`, { APBD: amount }]
const dak = (amount: number): [string, Money] => [`DAK : ${full(amount)}`, { DAK: amount }]

/** Word: two outputs in one table, a Word footnote, a note below the table, a signature block in a table of its own. */
export const disdukcapil: Form = {
  file: 'disdukcapil.docx',
  opd: '2.12.01',
  address: 'Jalan Kapten Abdullah Nomor 21 Prabumulih, Kode Pos 31121',
  title: ['RENCANA KEBUTUHAN DAN ANGGARAN TIK', 'TAHUN ANGGARAN 2027'],
  outputs: [
    {
      title: 'Layanan Administrasi Kependudukan Daring (SIAP DUKCAPIL)',
      rows: [
        row(
          'Arsitektur Sistem',
          'Reviu proses bisnis layanan akta',
          'BPMN',
          'Diskominfo',
          '2 Minggu',
          ...apbd(6_500_000),
        ),
        row(
          'Arsitektur Sistem',
          'Penyusunan rancangan integrasi SIAK',
          'REST API',
          'Vendor',
          '1 Bulan',
          ...apbd(18_000_000),
        ),
        row(
          'Pengembangan Aplikasi',
          'Pengodean modul permohonan akta',
          'CodeIgniter, MySQL',
          'Vendor',
          '3 Bulan',
          ...apbd(72_500_000),
        ),
        row(
          'Pengembangan Aplikasi',
          'Pengodean modul antrean daring',
          'Flutter',
          'Vendor',
          '2 Bulan',
          ...apbd(38_000_000),
          { alike: 'antrean' },
        ),
        row(
          'Pengembangan Aplikasi',
          'Pengujian kerentanan',
          'Uji penetrasi',
          'Diskominfo',
          '5 Hari',
          ...apbd(12_000_000),
          { footnote: 'Termasuk PPN dan biaya laporan hasil uji.' },
        ),
        row(
          'SDM Pengelola',
          'Pelatihan petugas loket',
          'Workshop',
          'Vendor',
          '2 Hari, 2 Kali',
          ...apbd(9_600_000),
        ),
        row('Tata Kelola', 'Penyusunan SOP pelayanan daring', 'Rapat', 'Disdukcapil', '1 Bulan'),
      ],
    },
    {
      title: 'Penguatan Infrastruktur Perekaman dan Pencetakan KTP-el',
      rows: [
        row(
          'Perangkat Perekaman',
          'Pengadaan komputer perekaman (4 unit)',
          'E-katalog',
          'Pihak Ketiga',
          '1 Bulan',
          ...dak(56_000_000),
          { volume: 4, unit: 'Unit', unitPrice: 14_000_000, standard: 'Komputer PC' },
        ),
        row(
          'Perangkat Perekaman',
          'Pengadaan pencetak kartu (2 unit)',
          'E-katalog',
          'Pihak Ketiga',
          '1 Bulan',
          ...dak(84_000_000),
          { volume: 2, unit: 'Unit', unitPrice: 42_000_000, standard: 'Printer kartu' },
        ),
        row('Perangkat Perekaman', 'Instalasi dan kalibrasi alat', '', 'Pihak Ketiga', '3 Hari'),
        row(
          'Jaringan',
          'Sewa jaringan VPN ke pusat data *)',
          'VPN IP',
          'Pihak Ketiga',
          '12 Bulan',
          ...apbd(54_000_000),
        ),
        row('Jaringan', 'Pemeliharaan jaringan lokal', 'Kunjungan', 'KOMINFO', '1 Hari, 12 Kali'),
        row(
          'Keamanan Data',
          'Pencadangan basis data kependudukan',
          'NAS, RAID 5',
          'Diskominfo',
          '1 Minggu',
          ...apbd(27_500_000),
        ),
      ],
    },
  ],
  layout: {
    columns: [
      { kind: 'subOutput', head: 'OUTPUT / SUB OUTPUT', width: 24 },
      { kind: 'stage', head: 'TAHAP PELAKSANAAN', width: 38 },
      { kind: 'method', head: 'METODE/ TEKNOLOGI/ PLATFORM', width: 22 },
      { kind: 'implementer', head: 'PELAKSANA', width: 18 },
      { kind: 'duration', head: 'DURASI', width: 18 },
      { kind: 'resources', head: 'SUMBER DAYA YANG DIGUNAKAN', width: 26 },
    ],
    groups: 'merged',
    titles: 'row',
    titlePrefix: 'Output: ',
    subtotal: 'Jumlah',
    total: 'Jumlah Seluruhnya',
    sums: full,
  },
  notes: ['*) Harga penawaran tahun 2026, diperpanjang setiap tahun.'],
  signature: {
    place: 'Prabumulih, 14 Oktober 2026',
    position: 'Kepala Dinas Kependudukan dan Pencatatan Sipil',
    name: 'H. Syamsul Bahri, S.Sos., M.Si.',
    rank: 'Pembina Tingkat I',
    nip: '19710207 199803 1 005',
  },
  leftOut: ['Termasuk PPN', 'Harga penawaran'],
}
