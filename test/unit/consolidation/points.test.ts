import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measuredOf } from '../../../shared/rules/budget/measure.ts'
import type { ParsedFile } from '../../../shared/rules/budget/parsed.ts'
import { findAlike, type Proposed } from '../../../shared/rules/consolidation/duplicates.ts'
import type { PointForm, PointInput, PointRow } from '../../../shared/rules/consolidation/point.ts'
import { pointsOf } from '../../../shared/rules/consolidation/points.ts'
import { comparePrices } from '../../../shared/rules/consolidation/price.ts'

type Sample = ParsedFile & { readonly opd: { readonly code: string; readonly name: string } }
type Expected = {
  readonly lookAlikes: readonly (readonly { readonly stage: string }[])[]
  readonly aboveStandard: readonly {
    readonly stage: string
    readonly unitPrice: number
    readonly inColumn: boolean
  }[]
}
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../resources/samples/${name}.json`, import.meta.url), 'utf8')) as T
const names = [
  'bappeda',
  'bkpsdm',
  'bpkad',
  'dinas-kesehatan',
  'dinas-pendidikan-dan-kebudayaan',
  'dinas-pupr',
  'dinas-sosial',
  'disdukcapil',
  'dpmptsp',
  'penjelasan-pasal-6-ayat-4',
  'rsud',
  'satpol-pp',
]
const samples = names.map((name) => read<Sample>(name))
const expected = read<Expected>('expected')
const standards = read<{ item: string; unit: string; price: number; year: number }[]>('price-standard').map(
  (one) => ({ ...one, measure: one.unit }),
)

const proposed: Proposed[] = samples.flatMap(({ opd, outputs }) =>
  outputs.flatMap(({ rows }) =>
    rows.map(({ row, stage }) => ({ key: `${opd.code}.${row}`, opd: opd.code, text: stage })),
  ),
)
const priced = samples.flatMap(({ opd, outputs }) =>
  outputs.flatMap(({ rows }) =>
    rows.map(({ row, stage, amount, extra }) => ({
      id: `${opd.code}.${row}`,
      form: opd.code,
      text: stage,
      amount,
      ...measuredOf(extra ?? {}),
    })),
  ),
)

describe('proposals that look alike', () => {
  it('finds every pair that a careful reader found in the sample forms, and little else', () => {
    const found = findAlike(proposed).map(({ one, other }) => [one.text, other.text].sort().join(' ~ '))
    for (const pair of expected.lookAlikes)
      expect(found).toContain(
        pair
          .map(({ stage }) => stage)
          .sort()
          .join(' ~ '),
      )
    expect(found.length).toBeLessThanOrEqual(10)
  })

  it('says which words are the same and which were taken for the same', () => {
    const [alike] = findAlike([
      { key: 'a', opd: '1', text: 'Pengembangan aplikasi absensi guru online' },
      { key: 'b', opd: '2', text: 'Pembuatan sistem presensi guru berbasis web' },
    ])
    expect(alike).toMatchObject({
      shared: ['guru'],
      equated: [
        ['pengembangan', 'pembuatan'],
        ['aplikasi', 'sistem'],
        ['absensi', 'presensi'],
        ['online', 'berbasis web'],
      ],
    })
  })

  it('does not call the usual work of two projects alike', () => {
    const usual = [
      'Pelatihan administrator',
      'Pengujian fungsi dan keamanan',
      'Penyusunan SOP pengguna',
      'Analisis kebutuhan sistem',
      'Pengadaan komputer',
      'Sosialisasi',
    ]
    expect(
      findAlike(
        usual.flatMap((text, at) => [
          { key: `a${at}`, opd: '1', text },
          { key: `b${at}`, opd: '2', text },
        ]),
      ),
    ).toEqual([])
  })

  it('does not hold rows of one OPD against each other', () => {
    expect(
      findAlike([
        { key: 'a', opd: '1', text: 'Aplikasi antrean pasien' },
        { key: 'b', opd: '1', text: 'Sistem antrian pasien' },
      ]),
    ).toEqual([])
  })

  it('answers for 30,000 rows within seconds', () => {
    const words = Array.from({ length: 6_000 }, (_unused, at) => `kata${at.toString(36)}`)
    const many = Array.from({ length: 30_000 }, (_unused, at) => ({
      key: String(at),
      opd: String(at % 60),
      text: `Pengembangan aplikasi ${words[(at * 7) % 6_000]} ${words[(at * 13 + 5) % 6_000]} ${words[(at * 29 + 11) % 6_000]}`,
    }))
    const started = performance.now()
    findAlike(many)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('price standards', () => {
  const comparisons = comparePrices(priced, standards, 2027)
  it('finds every row of the samples that is above its standard, and says which are only indications', () => {
    for (const { stage, unitPrice, inColumn } of expected.aboveStandard) {
      expect(comparisons).toContainEqual(
        expect.objectContaining({
          above: true,
          unitPrice,
          kind: inColumn ? 'exact' : 'counted',
          row: expect.objectContaining({ text: stage }),
        }),
      )
    }
    const known = new Set(expected.aboveStandard.map(({ stage }) => stage))
    expect(
      comparisons.filter(({ above, kind, row }) => above && kind !== 'unclear' && !known.has(row.text)),
    ).toEqual([])
  })

  it('compares unit prices only where the measure is the same', () => {
    const row = {
      id: '1',
      form: 'f',
      text: 'Pengadaan laptop',
      amount: 40_000_000,
      volume: 2,
      measure: 'paket',
      unitPrice: 20_000_000,
    }
    expect(comparePrices([row], standards, 2027)).toEqual([])
    expect(comparePrices([{ ...row, measure: 'Buah' }], standards, 2027)).toMatchObject([
      { kind: 'exact', above: true },
    ])
    expect(comparePrices([{ ...row, measure: 'Buah' }], standards, 2026)).toEqual([])
  })

  it('does not hold a rent against the price of buying', () => {
    const row = {
      id: '1',
      form: 'f',
      text: 'Sewa komputer ujian',
      amount: 36_000_000,
      volume: null,
      measure: '',
      unitPrice: null,
    }
    expect(comparePrices([row], standards, 2027)).toEqual([])
  })
})

const form = (id: string, own: Partial<PointForm> = {}): PointForm => ({
  id,
  opd: `opd-${id}`,
  name: `Dinas ${id}`,
  opdCode: '1.01',
  version: 1,
  status: 'direkomendasikan',
  total: 10,
  rows: 1,
  open: [],
  ...own,
})
const row = (id: string, of: string, own: Partial<PointRow> = {}): PointRow => ({
  id,
  form: of,
  number: 1,
  output: `Output ${of}`,
  subOutput: '',
  stage: `Tahap ${id}`,
  method: '',
  implementer: '',
  duration: '',
  resources: '',
  amount: 10,
  source: 'APBD',
  volume: null,
  measure: '',
  unitPrice: null,
  marks: 0,
  ...own,
})
const input = (own: Partial<PointInput>): PointInput => ({
  year: 2027,
  forms: [form('A')],
  rows: [row('1', 'A')],
  missing: [],
  listOpen: false,
  standards: [],
  last: null,
  edited: new Map(),
  ...own,
})
const textsOf = (own: Partial<PointInput>, kind: string) =>
  pointsOf(input(own)).points.filter((point) => point.kind === kind)

describe('points', () => {
  it('are none where there is nothing to see', () => {
    expect(pointsOf(input({}))).toEqual({ points: [], comparable: 0 })
  })

  it('name OPDs that have not sent a form, and forms that are not recommended', () => {
    expect(textsOf({ missing: ['Dinas X', 'Dinas Y'] }, 'missing')[0]?.text).toBe(
      '2 perangkat daerah belum mengirim formulir: Dinas X; Dinas Y.',
    )
    const forms = [form('A', { status: 'diperiksa' }), form('B', { status: 'dikunci' })]
    expect(textsOf({ forms }, 'unfinished')).toMatchObject([
      { text: '1 formulir belum direkomendasikan: sedang diperiksa (Dinas A).', forms: ['A'] },
    ])
  })

  it('say that OPDs may be missing while nobody said that their list is complete', () => {
    const input = { missing: ['Dinas X'], listOpen: true }
    expect(textsOf(input, 'missing').map(({ text }) => text)).toEqual([
      '1 perangkat daerah belum mengirim formulir: Dinas X.',
    ])
    expect(textsOf(input, 'listOpen'), 'a matter of the register, not of a form').toMatchObject([
      { text: expect.stringContaining('belum dinyatakan lengkap'), forms: [] },
    ])
  })

  it('count rows without cost and rows with marks by OPD, and hold their ids', () => {
    const rows = [row('1', 'A', { amount: null }), row('2', 'A', { amount: null, marks: 1 }), row('3', 'A')]
    expect(textsOf({ rows }, 'withoutCost')).toMatchObject([
      { text: '2 dari 3 baris tanpa biaya: Dinas A 2.', rows: ['1', '2'] },
    ])
    expect(textsOf({ rows }, 'doubt')).toMatchObject([
      { text: '1 tanda pada formulir masih perlu diperiksa: Dinas A 1.', rows: ['2'] },
    ])
  })

  it('name exact twins on one form by their places', () => {
    const rows = [
      row('1', 'A', { stage: 'Format Data', number: 3 }),
      row('2', 'A', { stage: 'Format  data', number: 4 }),
    ]
    expect(textsOf({ rows }, 'twin')).toMatchObject([
      { rows: ['1', '2'], text: expect.stringContaining('baris 3 dan 4: kembar persis') },
    ])
    expect(textsOf({ rows }, 'duplicate')).toEqual([])
  })

  it('speak of twins no more once each of them was found right, and still while one is in doubt', () => {
    const twins = (...settled: boolean[]) =>
      settled.map((twinSettled, at) =>
        row(`${at}`, 'A', { stage: 'Format Data', number: at + 1, twinSettled }),
      )
    expect(textsOf({ rows: twins(true, true) }, 'twin')).toEqual([])
    expect(textsOf({ rows: twins(true, false) }, 'twin')).toHaveLength(1)
  })

  it('say by form which rows have a cost but name no source, wholly or for a part of it', () => {
    const rows = [
      row('1', 'A', { number: 1, source: '' }),
      row('2', 'A', { number: 2 }),
      row('3', 'A', { number: 3, source: '; DAK' }),
      row('4', 'A', { number: 4, source: '', amount: null }),
      row('5', 'B', { number: 1, source: '', amount: 7 }),
    ]
    expect(textsOf({ forms: [form('A'), form('B')], rows }, 'withoutSource')).toEqual([
      {
        kind: 'withoutSource',
        text: 'Dinas A: 2 dari 3 baris berbiaya tidak menyebut sumber dana (baris 1 dan 3; Rp20).',
        forms: ['A'],
        rows: ['1', '3'],
      },
      {
        kind: 'withoutSource',
        text: 'Dinas B: tidak satu pun dari 1 baris berbiaya menyebut sumber dana (Rp7); dihitung sebagai “Sumber tidak disebut”.',
        forms: ['B'],
        rows: ['5'],
      },
    ])
  })

  it('say how much of the sum stands in forms that were returned, apart from those still being examined', () => {
    const forms = [
      form('A', { status: 'dikembalikan', total: 1_500_000 }),
      form('B', { status: 'dikembalikan', total: 500_000 }),
      form('C', { status: 'diterima' }),
    ]
    expect(textsOf({ forms }, 'returned')).toMatchObject([
      {
        text: '2 formulir masih dikembalikan kepada OPD dan tetap dihitung, Rp2.000.000 di dalam jumlah: Dinas A; Dinas B.',
        forms: ['A', 'B'],
      },
    ])
    expect(textsOf({ forms }, 'unfinished')).toMatchObject([{ forms: ['C'] }])
  })

  it('say what changed since the last consolidation: new, replaced, edited, gone', () => {
    const held = (id: string, own = {}) => ({
      form: id,
      opd: `opd-${id}`,
      name: `Dinas ${id}`,
      version: 1,
      total: 10,
      rows: 1,
      ...own,
    })
    const forms = [
      form('A'),
      form('B', { total: 25 }),
      form('C2', { opd: 'opd-C', name: 'Dinas C', version: 2 }),
      form('D'),
      form('E'),
    ]
    const last = [held('A'), held('B'), held('C'), held('D'), held('F')]
    const texts = textsOf({ forms, last, edited: new Map([['D', 2]]) }, 'changed').map(({ text }) => text)
    expect(texts).toEqual([
      'Formulir Dinas B berubah sejak konsolidasi terakhir: jumlahnya naik Rp15.',
      'Formulir Dinas C berubah sejak konsolidasi terakhir: versi 1 menjadi versi 2, jumlahnya tetap.',
      'Formulir Dinas D berubah sejak konsolidasi terakhir: 2 baris diubah atau ditambah, jumlahnya tetap.',
      'Dinas E mengirim formulir setelah konsolidasi terakhir (Rp10).',
      'Formulir Dinas F yang ikut konsolidasi terakhir tidak dipakai lagi.',
    ])
  })
})
