import { type Form, row, type SampleRow } from '../form.ts'

type More = { alike?: string; volume?: number; unit?: string; unitPrice?: number; standard?: string }

const paid = (
  subOutput: string,
  stage: string,
  method: string,
  implementer: string,
  duration: string,
  amount: number,
  source: string,
  more: More = {},
): SampleRow => row(subOutput, stage, method, implementer, duration, amount, { [source]: amount }, more)

const data = 'Data dasar'
const application = 'Aplikasi'
const infrastructure = 'Infrastruktur'
const people = 'SDM'
const rules = 'Tata kelola'

/** Sheet: real numbers in "Sumber Daya (Rp)", the source in a column of its own; one amount is still a remark. */
export const dinasPupr: Form = {
  file: 'dinas-pupr.xlsx',
  opd: '1.03.01',
  address: 'Jalan Lingkar Timur Nomor 15 Prabumulih, Kode Pos 31125',
  title: ['FORMULIR ANGGARAN TIK', 'TAHUN ANGGARAN 2027'],
  outputs: [
    {
      title: 'Sistem Informasi Aset Jalan, Jembatan dan Tata Ruang',
      rows: [
        paid(data, 'Pendataan ruas jalan kota', 'Survei, GPS', 'Dinas PUPR', '2 Bulan', 38_500_000, 'APBD'),
        paid(data, 'Foto udara kawasan perkotaan', 'Drone', 'Pihak Ketiga', '1 Bulan', 75_000_000, 'DAK'),
        paid(
          data,
          'Penyusunan katalog data spasial',
          'SNI ISO 19115',
          'KOMINFO',
          '3 Minggu',
          9_000_000,
          'APBD',
        ),
        paid(
          application,
          'Pembuatan WebGIS prasarana dan infrastruktur kota',
          'GeoServer, PostGIS',
          'VENDOR',
          '4 Bulan',
          112_500_000,
          'APBD',
          {
            alike: 'peta',
          },
        ),
        paid(
          application,
          'Pengodean modul laporan jalan rusak',
          'Android',
          'VENDOR',
          '2 Bulan',
          42_000_000,
          'APBD',
        ),
        paid(application, 'Pengujian', 'Black box', 'Kantor KOMINFO', '2 Hari, 3 Kali', 4_500_000, 'APBD'),
        row(
          application,
          'Pemeliharaan aplikasi tata ruang',
          'Kontrak layanan',
          'VENDOR',
          '12 Bulan',
          'menyesuaikan',
          {},
          {
            other: 'menyesuaikan',
            doubtful: true,
          },
        ),
        paid(
          infrastructure,
          'Pengadaan workstation pemetaan (2 unit)',
          'E-katalog',
          'Pihak Ketiga',
          '1 Bulan',
          76_000_000,
          'DAK',
          { volume: 2, unit: 'Unit', unitPrice: 38_000_000, standard: 'Workstation' },
        ),
        paid(
          infrastructure,
          'Pengadaan plotter A0 (1 unit)',
          'E-katalog',
          'Pihak Ketiga',
          '1 Bulan',
          58_000_000,
          'DAK',
          {
            volume: 1,
            unit: 'Unit',
            unitPrice: 58_000_000,
          },
        ),
        paid(
          infrastructure,
          'Penyimpanan jaringan (NAS) 32 TB',
          'RAID 6',
          'Pihak Ketiga',
          '2 Minggu',
          34_750_000,
          'APBD',
        ),
        paid(people, 'Pelatihan operator GIS', 'Workshop', 'VENDOR', '3 Hari', 16_500_000, 'APBD'),
        row(people, 'Magang pengolah data', 'Pendampingan', 'Dinas PUPR', '1 Semester'),
        row(rules, 'Penyusunan SOP pemutakhiran peta', 'Rapat', 'Dinas PUPR', '1 Bulan'),
        paid(rules, 'Reviu berkala', 'Rapat', 'KOMINFO', '1 Hari, 4 Kali', 6_000_000, 'APBD'),
      ],
    },
  ],
  layout: {
    columns: [
      { kind: 'subOutput', head: 'Sub Output', width: 18 },
      { kind: 'stage', head: 'Tahap Pelaksanaan', width: 42 },
      { kind: 'method', head: 'Metode / Teknologi', width: 20 },
      { kind: 'implementer', head: 'Pelaksana', width: 18 },
      { kind: 'duration', head: 'Durasi', width: 15 },
      { kind: 'resources', head: 'Sumber Daya (Rp)', width: 18 },
      { kind: 'source', head: 'Sumber Dana', width: 14 },
    ],
    groups: 'merged',
    titles: 'row',
    titlePrefix: 'OUTPUT : ',
    total: 'JUMLAH',
    sums: 'formula',
  },
  signature: {
    place: 'Prabumulih, 19 Oktober 2026',
    position: 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang',
    name: 'Ir. Beni Saputra, S.T., M.T.',
    rank: 'Pembina Tingkat I',
    nip: '19750530 200212 1 006',
  },
}
