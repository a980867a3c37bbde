import { type Form, type Money, row } from '../form.ts'
import { dashed } from '../rupiah.ts'

const apbd = (words: string, amount: number): [string, Money] => [`APBD : ${words}`, { APBD: amount }]
const both = (words: string, own: number, dak: number): [string, Money] => [words, { APBD: own, DAK: dak }]

const application = 'Pengembangan aplikasi'
const watch = 'Ruang kendali dan kamera pengawas'
const people = 'SDM pengelola'
const rules = 'Tata kelola'

/** Word: misspelled headings in capitals with line breaks, several sources in one cell, short durations, doubtful cells, a total that is not the sum. */
export const satpolPp: Form = {
  file: 'satpol-pp.docx',
  opd: '1.05.01',
  address: 'Jalan Jenderal Sudirman Nomor 2 Prabumulih, Kode Pos 31123',
  title: ['FORM USULAN ANGGARAN TIK', 'T.A. 2027'],
  outputs: [
    {
      title: 'PENGEMBANGAN SISTEM PATROLI DAN PENGADUAN KETERTIBAN UMUM',
      rows: [
        row(application, 'Analisa kebutuhan', 'Rapat', 'Satpol PP', '2 mgg', ...apbd('2,5 juta', 2.5e6)),
        row(
          application,
          'Pengembangan aplikasi absensi online',
          'Android, geotagging',
          'VENDOR',
          '3 bln',
          ...apbd('45 jt', 45e6),
          {
            alike: 'presensi',
          },
        ),
        row(
          application,
          'Pembuatan aplikasi pengaduan ketertiban',
          'Web, Android',
          'VENDOR',
          '3 bln',
          ...both('APBD : 40 Juta; DAK : 15 Juta', 40e6, 15e6),
        ),
        row(
          application,
          'Testing',
          'Uji coba lapangan',
          'Kantor KOMINFO',
          '2 Hari, 5 Kali',
          ...apbd('5 Juta', 5e6),
        ),
        row(
          watch,
          'Pengadaan kamera pengawas 12 titik',
          'IP Camera 4 MP',
          'Pihak Ketiga',
          '1 bln',
          ...both('APBD : Rp 60.000.000,-\nDAK : Rp 24.000.000,-', 60e6, 24e6),
          { volume: 12, unit: 'Unit', unitPrice: 7e6, standard: 'Kamera pengawas' },
        ),
        row(
          watch,
          'Pengadaan layar pantau ruang kendali',
          'LED 55 inci',
          'Pihak Ketiga',
          '1 bln',
          ...both('APBD 30 jt, DAK 5 jt', 30e6, 5e6),
        ),
        row(
          watch,
          'Sewa SIM card data kamera',
          '4G',
          'Pihak Ketiga',
          '12 bln',
          ...apbd('14.400 ribu', 14.4e6),
        ),
        row(
          watch,
          'Pemeliharaan kamera lama',
          'Kunjungan',
          'Kominfo',
          '1 hr, 4 kali',
          'sesuai DPA',
          {},
          {
            other: 'sesuai DPA',
            doubtful: true,
          },
        ),
        row(people, 'Pelatihan operator ruang kendali', 'Workshop', 'VENDOR', '2 hr', ...apbd('6 Juta', 6e6)),
        row(
          people,
          'Honor operator ruang kendali',
          'Piket',
          'Satpol PP',
          'menyesuaikan',
          ...apbd('36 Juta', 36e6),
          {
            doubtful: true,
          },
        ),
        row(rules, 'Penyusunan SOP patroli siber', 'Rapat', 'Satpol PP, KOMINFO', '1 bln'),
      ],
    },
  ],
  layout: {
    columns: [
      { kind: 'subOutput', head: 'OUTPUT /\nSUB OUT PUT', width: 24 },
      { kind: 'stage', head: 'TAHAPAN\nPELAKSANAN', width: 36 },
      { kind: 'method', head: 'METODA/\nTEHNOLOGI/\nPLATFROM', width: 22 },
      { kind: 'implementer', head: 'PELAKSANA\nKEGIATAN', width: 20 },
      { kind: 'duration', head: 'DURASI\nWAKTU', width: 16 },
      { kind: 'resources', head: 'SUMBERDAYA\nYG DIGUNAKAN', width: 28 },
    ],
    groups: 'merged',
    titles: 'row',
    total: 'TOTAL',
    sums: dashed,
    printedTotal: 246_900_000,
  },
  signature: {
    place: 'Prabumulih, 16 Oktober 2026',
    position: 'Kepala Satuan Polisi Pamong Praja',
    name: 'Drs. Yusrizal Effendi',
    rank: 'Pembina Tingkat I',
    nip: '19700611 199203 1 003',
  },
}
