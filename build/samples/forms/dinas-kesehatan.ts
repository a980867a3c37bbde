import { type Form, type Money, row } from '../form.ts'
import { dashed, juta } from '../rupiah.ts'

const apbd = (amount: number): [string, Money] => [`APBD : ${juta(amount)}`, { APBD: amount }]
const dak = (amount: number): [string, Money] => [`DAK : ${juta(amount)}`, { DAK: amount }]

const architecture = 'Arsitektur Sistem'
const data = 'Pengembangan Master Data'
const application = 'Pengembangan Aplikasi'
const infrastructure = 'Infrastruktur'
const people = 'SDM Pengelola'
const governance = 'Tata Kelola'

/** Word: merged cells of sub outputs, a title row, a total row. */
export const dinasKesehatan: Form = {
  file: 'dinas-kesehatan.docx',
  opd: '1.02.01',
  address: 'Jalan Perkantoran Nomor 4 Prabumulih, Kode Pos 31122',
  title: ['FORMULIR PERENCANAAN TINDAK PELAKSANAAN KEGIATAN TIK', 'TAHUN ANGGARAN 2027'],
  outputs: [
    {
      title: 'Pengembangan Sistem Informasi Kesehatan Daerah (SIKDA) Terpadu',
      rows: [
        row(
          architecture,
          'Analisis proses bisnis puskesmas',
          'TOGAF, BPMN',
          'Vendor',
          '1 Bulan',
          ...apbd(15e6),
        ),
        row(
          architecture,
          'Sosialisasi rancangan kepada sembilan puskesmas',
          'FGD',
          'KOMINFO',
          '2 Hari',
          ...apbd(7.5e6),
        ),
        row(
          data,
          'Penyusunan kamus data rekam medis',
          'HL7 FHIR',
          'KOMINFO dan VENDOR',
          '1 Bulan',
          ...apbd(20e6),
        ),
        row(data, 'Pembersihan data pasien lama', 'SQL, Python', 'VENDOR', '6 Minggu', ...apbd(18e6)),
        row(
          application,
          'Analisis kebutuhan sistem',
          'Wawancara dan observasi',
          'Vendor',
          '3 Minggu',
          ...apbd(12.5e6),
        ),
        row(
          application,
          'Pengodean modul rekam medis elektronik',
          'Laravel, PostgreSQL',
          'Vendor',
          '4 Bulan',
          ...dak(120e6),
        ),
        row(application, 'Integrasi dengan SATUSEHAT', 'REST API', 'Vendor', '2 Bulan', ...dak(45e6)),
        row(
          application,
          'Pengujian fungsi dan keamanan',
          'Black box, OWASP ZAP',
          'Kantor KOMINFO',
          '2 Hari, 5 Kali',
          ...apbd(6e6),
        ),
        row(
          application,
          'Uji petik pada dua puskesmas',
          'Uji coba pada sampel implementasi',
          'KOMINFO',
          '1 Hari, 2 Kali',
          ...apbd(10e6),
        ),
        row(
          infrastructure,
          'Langganan bandwidth internet 100 Mbps',
          'Serat optik',
          'Pihak Ketiga',
          '12 Bulan',
          ...apbd(96e6),
          { alike: 'internet' },
        ),
        row(
          infrastructure,
          'Pemasangan jaringan lokal puskesmas',
          'Kabel UTP Cat 6',
          'Kantor KOMINFO',
          '1 Bulan',
          ...apbd(27.5e6),
        ),
        row(
          infrastructure,
          'Instalasi server aplikasi',
          'Virtualisasi',
          'Kantor KOMINFO',
          '2 Hari',
          ...apbd(1e6),
        ),
        row(people, 'Pelatihan penggunaan sistem', 'Workshop', 'VENDOR', '3 Hari', ...apbd(22e6)),
        row(people, 'Pelatihan administrator', 'Workshop', 'VENDOR', '2 Hari'),
        row(
          governance,
          'Penyusunan dan penetapan SOP pengguna dan administrator',
          'Rapat',
          'Dinas Kesehatan',
          '1 Bulan',
        ),
        row(governance, 'Reviu berkala', 'Rapat', 'KOMINFO', '2 Hari, 4 Kali'),
      ],
    },
  ],
  layout: {
    columns: [
      { kind: 'subOutput', head: 'Output / Sub Output', width: 26 },
      { kind: 'stage', head: 'Tahap Pelaksanaan', width: 38 },
      { kind: 'method', head: 'Metode/Teknologi/Platform', width: 26 },
      { kind: 'implementer', head: 'Pelaksana', width: 20 },
      { kind: 'duration', head: 'Durasi', width: 15 },
      { kind: 'resources', head: 'Sumber daya yang digunakan', width: 25 },
    ],
    groups: 'merged',
    titles: 'row',
    total: 'JUMLAH',
    sums: dashed,
  },
  signature: {
    place: 'Prabumulih, 12 Oktober 2026',
    position: 'Kepala Dinas Kesehatan',
    name: 'dr. Hendra Kurniawan, M.Kes.',
    rank: 'Pembina Utama Muda',
    nip: '19720415 200212 1 004',
  },
}
