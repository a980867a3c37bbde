import { type Form, row, type SampleRow } from '../form.ts'
import { dotted } from '../rupiah.ts'

type Goods = { volume: number; unit: string; unitPrice: number; standard?: string; alike?: string }

const bought = (
  subOutput: string,
  stage: string,
  method: string,
  implementer: string,
  duration: string,
  goods: Goods,
): SampleRow => {
  const amount = goods.volume * goods.unitPrice
  return row(subOutput, stage, method, implementer, duration, `APBD: ${amount}`, { APBD: amount }, goods)
}

const application = 'Aplikasi perizinan'
const service = 'Mal Pelayanan Publik'
const people = 'SDM pengelola'
const rules = 'Tata kelola'

/** Text with commas and a byte order mark: volume, unit and unit price, amounts as plain digits. */
export const dpmptsp: Form = {
  file: 'dpmptsp.csv',
  opd: '2.18.01',
  address: 'Jalan Jenderal Sudirman Nomor 88 Prabumulih, Kode Pos 31123',
  title: ['Usulan Anggaran TIK DPMPTSP Tahun Anggaran 2027'],
  outputs: [
    {
      title: 'Peningkatan Layanan Perizinan Berbasis Elektronik',
      rows: [
        bought(application, 'Integrasi OSS dan perizinan daerah', 'REST API, OAuth', 'Vendor', '3 Bulan', {
          volume: 1,
          unit: 'Paket',
          unitPrice: 58_500_000,
        }),
        bought(application, 'Pengembangan modul izin praktik', 'Laravel, MySQL', 'Vendor', '2 Bulan', {
          volume: 1,
          unit: 'Paket',
          unitPrice: 44_000_000,
        }),
        bought(application, 'Tanda tangan elektronik pada izin', 'BSrE', 'Diskominfo', '1 Bulan', {
          volume: 1,
          unit: 'Paket',
          unitPrice: 7_500_000,
        }),
        bought(service, 'Sewa internet dedicated 100 Mbps', 'Serat optik', 'Pihak Ketiga', '12 Bulan', {
          volume: 12,
          unit: 'Bulan',
          unitPrice: 9_250_000,
          standard: 'Internet dedicated 100 Mbps',
          alike: 'internet',
        }),
        bought(service, 'Pengadaan anjungan layanan mandiri', 'E-katalog', 'Pihak Ketiga', '1 Bulan', {
          volume: 2,
          unit: 'Unit',
          unitPrice: 36_500_000,
        }),
        bought(service, 'Pengadaan komputer loket', 'E-katalog', 'Pihak Ketiga', '1 Bulan', {
          volume: 5,
          unit: 'Unit',
          unitPrice: 12_500_000,
          standard: 'Komputer PC',
        }),
        bought(service, 'Pengadaan printer multifungsi', 'E-katalog', 'Pihak Ketiga', '1 Bulan', {
          volume: 3,
          unit: 'Unit',
          unitPrice: 6_500_000,
          standard: 'Printer multifungsi',
        }),
        row(service, 'Pemasangan jaringan loket', 'Kabel UTP Cat 6', 'Kantor KOMINFO', '1 Minggu'),
        bought(people, 'Bimbingan teknis petugas loket', 'Workshop', 'Vendor', '2 Hari', {
          volume: 30,
          unit: 'Orang',
          unitPrice: 450_000,
        }),
        row(rules, 'Penyusunan SOP layanan daring', 'Rapat', 'DPMPTSP', '1 Bulan'),
      ],
    },
  ],
  layout: {
    columns: [
      { kind: 'subOutput', head: 'Output/Sub Output', width: 0 },
      { kind: 'stage', head: 'Tahap Pelaksanaan', width: 0 },
      { kind: 'method', head: 'Metode/Teknologi/Platform', width: 0 },
      { kind: 'implementer', head: 'Pelaksana', width: 0 },
      { kind: 'duration', head: 'Durasi', width: 0 },
      { kind: 'volume', head: 'Volume', width: 0 },
      { kind: 'unit', head: 'Satuan', width: 0 },
      { kind: 'unitPrice', head: 'Harga Satuan', width: 0 },
      { kind: 'resources', head: 'Sumber daya yang digunakan', width: 0 },
    ],
    groups: 'repeated',
    titles: 'row',
    total: 'Total',
    sums: dotted,
  },
  signature: {
    place: 'Prabumulih, 21 Oktober 2026',
    position: 'Kepala DPMPTSP',
    name: 'Fitri Handayani, S.H., M.Si.',
    rank: 'Pembina Tingkat I',
    nip: '19780402 200501 2 007',
  },
}

/** The same table as it arrives when pasted from a spreadsheet: tabs between the cells. */
export const dpmptspPasted: Form = { ...dpmptsp, file: 'dpmptsp-tempel.txt' }
