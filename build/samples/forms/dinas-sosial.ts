import { type Form, type Money, row } from '../form.ts'
import { juta } from '../rupiah.ts'

const apbd = (amount: number): [string, Money] => [`APBD : ${juta(amount)}`, { APBD: amount }]
const things = (words: string): [string, Money, { other: string }] => [words, {}, { other: words }]

/** Sheet: output and sub output in columns of their own, empty rows, resources that are not money. */
export const dinasSosial: Form = {
  file: 'dinas-sosial.xlsx',
  opd: '1.06.01',
  address: 'Jalan Mawar Nomor 9 Prabumulih, Kode Pos 31121',
  title: ['RENCANA KEGIATAN TIK DINAS SOSIAL', 'TAHUN ANGGARAN 2027'],
  outputs: [
    {
      title: 'Sistem Data Terpadu Kesejahteraan Sosial',
      rows: [
        row('Arsitektur', 'Pemetaan proses bisnis bantuan', 'BPMN', 'Vendor', '3 Minggu', ...apbd(11.5e6)),
        row(
          'Data',
          'Pemutakhiran data keluarga',
          'Kunjungan rumah',
          'Dinas Sosial',
          '3 Bulan',
          ...things('37 orang pendamping kelurahan'),
        ),
        row(
          'Data',
          'Pemadanan dengan data kependudukan',
          'SQL',
          'KOMINFO dan VENDOR',
          '1 Bulan',
          ...apbd(14e6),
        ),
        row('Aplikasi', 'Pengodean modul pengusulan', 'PHP, MySQL', 'VENDOR', '3 Bulan', ...apbd(52.5e6)),
        row('Aplikasi', 'Pengodean modul verifikasi lapangan', 'Android', 'VENDOR', '2 Bulan', ...apbd(33e6)),
        row(
          'Aplikasi',
          'Pengujian',
          'Uji coba pada dua kelurahan',
          'KOMINFO',
          '1 Hari, 2 Kali',
          ...apbd(4e6),
        ),
        row(
          'Infrastruktur',
          'Penempatan sistem',
          'Pusat data kota',
          'Kantor KOMINFO',
          '1 Minggu',
          ...things('2 orang tenaga teknis, 1 unit server'),
        ),
        row(
          'Infrastruktur',
          'Pengadaan tablet verifikasi',
          'E-katalog',
          'Pihak Ketiga',
          '1 Bulan',
          '8 unit tablet; APBD : 36 Juta',
          { APBD: 36e6 },
          { other: '8 unit tablet', volume: 8, unit: 'Unit', unitPrice: 4_500_000, standard: 'Tablet' },
        ),
      ],
    },
    {
      title: 'Layanan Pengaduan dan Rujukan Terpadu',
      rows: [
        row('Aplikasi', 'Pengembangan kanal pengaduan', 'WhatsApp API', 'VENDOR', '2 Bulan', ...apbd(28e6)),
        row('Aplikasi', 'Integrasi SP4N-LAPOR', 'REST API', 'Kominfo', '1 Bulan'),
        row(
          'SDM Pengelola',
          'Pelatihan petugas rujukan',
          'Workshop',
          'Dinas Sosial',
          '2 Hari',
          ...apbd(7.5e6),
        ),
        row(
          'SDM Pengelola',
          'Petugas jaga kanal pengaduan',
          'Piket',
          'Dinas Sosial',
          '12 Bulan',
          ...things('4 orang'),
        ),
        row('Tata Kelola', 'Penyusunan SOP rujukan', 'Rapat', 'Dinas Sosial', ''),
      ],
    },
  ],
  layout: {
    columns: [
      { kind: 'number', head: 'NO', width: 5 },
      { kind: 'output', head: 'OUTPUT', width: 24 },
      { kind: 'subOutput', head: 'SUB OUTPUT', width: 18 },
      { kind: 'stage', head: 'TAHAP PELAKSANAAN', width: 36 },
      { kind: 'method', head: 'METODE/TEKNOLOGI/PLATFORM', width: 24 },
      { kind: 'implementer', head: 'PELAKSANA', width: 20 },
      { kind: 'duration', head: 'DURASI', width: 14 },
      { kind: 'resources', head: 'SUMBER DAYA YANG DIGUNAKAN', width: 28 },
    ],
    groups: 'blank',
    titles: 'column',
    emptyBefore: [4, 9, 11],
  },
  signature: {
    place: 'Prabumulih, 12 Oktober 2026',
    position: 'Kepala Dinas Sosial',
    name: 'Heriyanto, S.Sos., M.M.',
    rank: 'Pembina Tingkat I',
    nip: '19740703 199903 1 004',
  },
}
