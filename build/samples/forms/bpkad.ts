import { type Form, row, type SampleRow } from '../form.ts'
import { dashed, full } from '../rupiah.ts'

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
  return row(
    subOutput,
    stage,
    method,
    implementer,
    duration,
    `APBD : ${full(amount)}`,
    { APBD: amount },
    goods,
  )
}

const hardware = 'Perangkat keras'
const software = 'Perangkat lunak'
const network = 'Jaringan'
const people = 'SDM pengelola'

const title = 'Penguatan Sistem Informasi Pengelolaan Keuangan dan Barang Milik Daerah'

/** Sheet: volume, unit and unit price beside the resources; a hidden sheet with last year's figures. */
export const bpkad: Form = {
  file: 'bpkad.xlsx',
  opd: '5.02.01',
  address: 'Jalan Perkantoran Nomor 3 Prabumulih, Kode Pos 31122',
  title: ['RINCIAN KEBUTUHAN BELANJA TIK', 'TAHUN ANGGARAN 2027'],
  outputs: [
    {
      title,
      rows: [
        bought(hardware, 'Pengadaan laptop bendahara', 'E-katalog', 'Pihak Ketiga', '1 Bulan', {
          volume: 6,
          unit: 'Unit',
          unitPrice: 19_500_000,
          standard: 'Laptop',
        }),
        bought(hardware, 'Pengadaan komputer PC', 'E-katalog', 'Pihak Ketiga', '1 Bulan', {
          volume: 8,
          unit: 'Unit',
          unitPrice: 13_500_000,
          standard: 'Komputer PC',
        }),
        bought(hardware, 'Pengadaan server rack 2U', 'E-katalog', 'Pihak Ketiga', '2 Bulan', {
          volume: 1,
          unit: 'Unit',
          unitPrice: 128_000_000,
          standard: 'Server rack',
        }),
        bought(hardware, 'Pengadaan printer multifungsi', 'E-katalog', 'Pihak Ketiga', '1 Bulan', {
          volume: 4,
          unit: 'Unit',
          unitPrice: 5_250_000,
          standard: 'Printer multifungsi',
        }),
        bought(hardware, 'Pengadaan UPS 3 kVA', 'E-katalog', 'Pihak Ketiga', '1 Bulan', {
          volume: 2,
          unit: 'Unit',
          unitPrice: 14_000_000,
          standard: 'UPS 3 kVA',
        }),
        bought(software, 'Lisensi antivirus', 'Langganan', 'Pihak Ketiga', '1 Tahun', {
          volume: 40,
          unit: 'Lisensi',
          unitPrice: 425_000,
          standard: 'Lisensi antivirus',
        }),
        bought(software, 'Pengembangan modul aset bergerak', 'Java, Oracle', 'VENDOR', '3 Bulan', {
          volume: 1,
          unit: 'Paket',
          unitPrice: 87_500_000,
        }),
        bought(software, 'Integrasi SIPD dan kas daerah', 'REST API', 'KOMINFO dan VENDOR', '2 Bulan', {
          volume: 1,
          unit: 'Paket',
          unitPrice: 46_000_000,
        }),
        bought(network, 'Pengadaan switch 24 port', 'E-katalog', 'Kantor KOMINFO', '2 Minggu', {
          volume: 3,
          unit: 'Unit',
          unitPrice: 9_750_000,
          standard: 'Switch 24 port',
        }),
        bought(network, 'Pengadaan titik akses nirkabel', 'Wi-Fi 6', 'Kantor KOMINFO', '2 Minggu', {
          volume: 5,
          unit: 'Unit',
          unitPrice: 3_400_000,
          standard: 'Titik akses nirkabel',
        }),
        bought(people, 'Pelatihan pengelola aset digital', 'Workshop', 'VENDOR', '2 Hari', {
          volume: 25,
          unit: 'Orang',
          unitPrice: 650_000,
        }),
        row(people, 'Pendampingan rekonsiliasi', 'Layanan bantuan', 'KOMINFO', '3 Bulan'),
      ],
    },
  ],
  layout: {
    columns: [
      { kind: 'number', head: 'No.', width: 5 },
      { kind: 'subOutput', head: 'Output / Sub Output', width: 20 },
      { kind: 'stage', head: 'Tahap Pelaksanaan', width: 34 },
      { kind: 'method', head: 'Metode/Teknologi/Platform', width: 16 },
      { kind: 'implementer', head: 'Pelaksana', width: 20 },
      { kind: 'duration', head: 'Durasi', width: 10 },
      { kind: 'volume', head: 'Volume', width: 9 },
      { kind: 'unit', head: 'Satuan', width: 9 },
      { kind: 'unitPrice', head: 'Harga Satuan (Rp)', width: 15 },
      { kind: 'resources', head: 'Sumber Daya yang Digunakan', width: 26 },
    ],
    groups: 'blank',
    titles: 'row',
    total: 'Jumlah Total',
    sums: dashed,
  },
  signature: {
    place: 'Prabumulih, 15 Oktober 2026',
    position: 'Kepala BPKAD',
    name: 'Novita Anggraini, S.E., M.Ak.',
    rank: 'Pembina Tingkat I',
    nip: '19760124 200112 2 003',
  },
  leftOut: ['Pagu 2026'],
}

/** The hidden sheet: item, amount. None of it belongs to the form. */
export const bpkadHidden = {
  name: 'Pagu 2026',
  rows: [
    ['Uraian', 'Pagu 2026 (Rp)'],
    ['Pengadaan laptop bendahara', 92_500_000],
    ['Pengadaan server rack 2U', 110_000_000],
    ['Lisensi antivirus', 15_000_000],
  ],
} as const
