import { describe, expect, it } from 'vitest'
import { assignColumns, knownRoles } from '../../../shared/rules/budget/columns.ts'

const roles = (...headings: string[]) => assignColumns(headings).map(({ role }) => role)
const form = ['subOutput', 'stage', 'method', 'implementer', 'duration', 'resources']

describe('headings are recognised in any spelling, order and break of line', () => {
  it.each([
    [
      'as printed in the Penjelasan',
      [
        'Output / Sub Output',
        'Tahap Pelaksanaan',
        'Metode/ Teknologi/p latfrom',
        'Pelaksana',
        'Durasi',
        'Sumber daya yang digunakan',
      ],
    ],
    [
      'in capitals, with line breaks',
      [
        'OUTPUT /\nSUB OUTPUT',
        'TAHAP\nPELAKSANAAN',
        'METODE/\nTEKNOLOGI/\nPLATFORM',
        'PELAKSANA',
        'DURASI',
        'SUMBER DAYA\nYANG DIGUNAKAN',
      ],
    ],
    [
      'with typing mistakes',
      [
        'Ouput/Sub Ouput',
        'Tahap Pelaksanan',
        'Metode/Tehnologi/Platfrom',
        'Pelaksna',
        'Drasi',
        'Sumberdaya yg digunakan',
      ],
    ],
    [
      'in other words',
      ['Sub Keluaran', 'Langkah Kegiatan', 'Cara', 'Penanggung Jawab', 'Jangka Waktu', 'Sumber Daya'],
    ],
    [
      'with words cut in two',
      ['Out put/ Sub out put', 'Ta hap', 'Plat form', 'Pelak sana', 'Du rasi', 'Sum ber daya'],
    ],
  ])('%s', (_, headings) => expect(roles(...headings)).toEqual(form))

  it('in another order', () => {
    expect(roles('Durasi', 'Sumber daya', 'Pelaksana', 'Tahap', 'Sub Output', 'Metode')).toEqual([
      'duration',
      'resources',
      'implementer',
      'stage',
      'subOutput',
      'method',
    ])
  })
  it('“Waktu Pelaksanaan” is a duration, “Pelaksana Kegiatan” an implementer, “Tahap Pelaksanaan” a stage', () => {
    expect(roles('Waktu Pelaksanaan', 'Pelaksana Kegiatan', 'Tahap Pelaksanaan')).toEqual([
      'duration',
      'implementer',
      'stage',
    ])
  })
  it('output and sub output in columns of their own', () => {
    expect(roles('No', 'Output', 'Sub Output', 'Tahap')).toEqual(['number', 'output', 'subOutput', 'stage'])
  })
  it('source and amount in columns of their own', () => {
    expect(roles('Tahap', 'Sumber Dana', 'Anggaran (Rp)')).toEqual(['stage', 'source', 'amount'])
  })
  it('a column per source, and the sum of them', () => {
    const columns = assignColumns(['Tahap', 'Pelaksana', 'APBD (juta rupiah)', 'DAK (juta rupiah)', 'Jumlah'])
    expect(columns.map(({ role }) => role)).toEqual(['stage', 'implementer', 'amount', 'amount', 'total'])
    expect(columns.map(({ source, scale }) => [source, scale]).slice(2, 4)).toEqual([
      ['APBD', 1_000_000],
      ['DAK', 1_000_000],
    ])
  })
  it('“Jumlah” is the amount where no other column holds money; price and volume are not money of the row', () => {
    expect(roles('Uraian Kegiatan', 'Volume', 'Satuan', 'Harga Satuan', 'Jumlah')).toEqual([
      'stage',
      'extra',
      'extra',
      'extra',
      'amount',
    ])
  })
  it('columns that the form does not know are kept as extra', () =>
    expect(roles('Tahap', 'Keterangan', 'Lokasi', 'Tahun Anggaran')).toEqual([
      'stage',
      'extra',
      'extra',
      'extra',
    ]))
  it('a row of data is no row of headings', () =>
    expect(
      knownRoles(
        assignColumns(['Arsitektur Sistem', 'Sosialisasi', 'FGD', 'Vendor', '1 Bulan', 'sesuai DPA']),
      ),
    ).toBeLessThan(3))
})
