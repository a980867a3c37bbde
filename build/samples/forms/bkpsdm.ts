import { type Form, row, type SampleRow } from '../form.ts'

/** The cell is a number; nothing in the form names the source. */
const paid = (
  subOutput: string,
  stage: string,
  method: string,
  implementer: string,
  duration: string,
  amount: number,
  more: { alike?: string } = {},
): SampleRow => row(subOutput, stage, method, implementer, duration, amount, { '': amount }, more)

/** Sheet: three outputs with subtotals and a grand total, both as SUM formulas over real numbers. */
export const bkpsdm: Form = {
  file: 'bkpsdm.xlsx',
  opd: '5.03.01',
  address: 'Jalan Perkantoran Nomor 7 Prabumulih, Kode Pos 31122',
  title: ['USULAN ANGGARAN TIK BKPSDM', 'TAHUN ANGGARAN 2027'],
  outputs: [
    {
      title: 'Pengembangan Sistem Informasi Manajemen Kepegawaian (SIMPEG)',
      rows: [
        paid('Arsitektur Sistem', 'Pemetaan proses bisnis kepegawaian', 'BPMN', 'Vendor', '1 Bulan', 15e6),
        paid(
          'Master Data',
          'Digitalisasi berkas pegawai',
          'Pemindaian, OCR',
          'Pihak Ketiga',
          '3 Bulan',
          48_750_000,
        ),
        paid('Master Data', 'Integrasi SIASN', 'REST API', 'KOMINFO dan VENDOR', '2 Bulan', 32_500_000),
        paid(
          'Aplikasi',
          'Pengodean modul kenaikan pangkat',
          'Laravel, MySQL',
          'VENDOR',
          '3 Bulan',
          57_500_000,
        ),
        paid('Aplikasi', 'Pengodean modul cuti', 'Laravel, MySQL', 'VENDOR', '1 Bulan', 18e6),
        row('Tata Kelola', 'Penyusunan SOP pembaruan data', 'Rapat', 'BKPSDM', '1 Bulan'),
      ],
    },
    {
      title: 'Sistem Presensi dan Kinerja Pegawai',
      rows: [
        paid(
          'Aplikasi',
          'Pembuatan sistem presensi pegawai berbasis web',
          'Web, pengenalan wajah',
          'Vendor',
          '4 Bulan',
          95e6,
          {
            alike: 'presensi',
          },
        ),
        paid('Aplikasi', 'Pengujian keamanan', 'OWASP ZAP', 'Kantor KOMINFO', '3 Hari', 4_500_000),
        paid('Perangkat', 'Pengadaan mesin presensi wajah', 'E-katalog', 'Pihak Ketiga', '1 Bulan', 42e6),
        paid('SDM Pengelola', 'Pelatihan admin OPD', 'Workshop', 'VENDOR', '1 Hari, 3 Kali', 13_500_000),
        row('SDM Pengelola', 'Pendampingan', 'Layanan bantuan', 'Kominfo', '6 Bulan'),
      ],
    },
    {
      title: 'Seleksi Berbasis Komputer',
      rows: [
        paid('Infrastruktur', 'Sewa komputer ujian', 'Sewa harian', 'Pihak Ketiga', '3 Hari, 2 Kali', 36e6),
        paid(
          'Infrastruktur',
          'Jaringan lokal ruang ujian',
          'Kabel UTP Cat 6',
          'Kantor KOMINFO',
          '1 Minggu',
          11_250_000,
        ),
        row('SDM Pengelola', 'Pelatihan pengawas', 'Simulasi', 'BKPSDM', '1 Hari'),
      ],
    },
  ],
  layout: {
    columns: [
      { kind: 'subOutput', head: 'Output / Sub Output', width: 20 },
      { kind: 'stage', head: 'Tahap Pelaksanaan', width: 44 },
      { kind: 'method', head: 'Metode / Teknologi / Platform', width: 24 },
      { kind: 'implementer', head: 'Pelaksana', width: 22 },
      { kind: 'duration', head: 'Durasi', width: 15 },
      { kind: 'resources', head: 'Sumber Daya yang Digunakan (Rp)', width: 20 },
    ],
    groups: 'merged',
    titles: 'row',
    subtotal: 'Sub Jumlah',
    total: 'JUMLAH KESELURUHAN',
    sums: 'formula',
  },
  signature: {
    place: 'Prabumulih, 13 Oktober 2026',
    position: 'Kepala BKPSDM',
    name: 'Wawan Setiadi, S.STP., M.Si.',
    rank: 'Pembina Tingkat I',
    nip: '19790905 199810 1 001',
  },
}
