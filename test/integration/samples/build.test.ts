import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { opds, priceStandards } from '../../../build/samples/city.ts'
import { samples } from '../../../build/samples/samples.ts'

const folder = join(import.meta.dirname, '../../../resources/samples')
type Funding = { source: string; amount: number }
type Row = {
  row: number
  subOutput: string
  stage: string
  resources: { asPrinted: string; funding: Funding[]; other: string }
  amount: number | null
  extra?: Record<string, string>
}
type Truth = {
  file: string
  opd: { code: string; name: string }
  year: number
  outputs: { title: string; rows: Row[]; total: number }[]
  total: number
  bySource: Funding[]
  doubtful: number[]
  twins: number[][]
}
type Spot = { file: string; opd: string; row: number; stage: string }

const shared = ['opd.json', 'price-standard.json', 'expected.json']
const read = (name: string) => readFileSync(join(folder, name))
const parsed = <T>(name: string): T => JSON.parse(read(name).toString('utf8')) as T
const truths = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !shared.includes(name))
  .map((name) => parsed<Truth>(name))
const later = ['bappeda-perbaikan.xlsx', 'dpmptsp-tempel.txt']
const first = truths.filter(({ file }) => !later.includes(file))
const rowsOf = (truth: Truth) => truth.outputs.flatMap(({ rows }) => rows)
const sum = (amounts: readonly (number | null)[]) => amounts.reduce<number>((all, one) => all + (one ?? 0), 0)

describe('building the sample forms', () => {
  let built: Map<string, Uint8Array>
  beforeAll(async () => {
    built = await samples()
  }, 60_000)

  it('gives the bytes that are kept, for every file', () => {
    const different = [...built].filter(([name, bytes]) => !read(name).equals(bytes)).map(([name]) => name)
    expect(different).toEqual([])
  })
  it('gives the same bytes a second time', async () => {
    const again = await samples()
    expect([...again.keys()]).toEqual([...built.keys()])
    for (const [name, bytes] of again)
      expect(Buffer.from(bytes).equals(built.get(name) ?? bytes), name).toBe(true)
  })
  it('leaves no file beside the two of the Penjelasan that it does not make', () => {
    const others = readdirSync(folder).filter((name) => !built.has(name))
    expect(others.sort()).toEqual(['penjelasan-pasal-6-ayat-4.docx', 'penjelasan-pasal-6-ayat-4.xlsx'])
  })
})

describe('the truths of the sample forms', () => {
  it('come from twelve OPDs, each known and once', () => {
    expect(new Set(first.map(({ opd }) => opd.code)).size).toBe(12)
    expect(first).toHaveLength(12)
    for (const { opd } of truths) expect(opds).toContainEqual(expect.objectContaining(opd))
  })
  it.each(truths.map((truth) => [truth.file, truth] as const))('%s: parts equal the whole', (_, truth) => {
    const rows = rowsOf(truth)
    for (const { resources, amount } of rows)
      expect(resources.funding.length === 0 ? null : sum(resources.funding.map((part) => part.amount))).toBe(
        amount,
      )
    for (const output of truth.outputs) expect(output.total).toBe(sum(output.rows.map((row) => row.amount)))
    expect(truth.total).toBe(sum(rows.map((row) => row.amount)))
    expect(truth.total).toBe(sum(truth.bySource.map((part) => part.amount)))
    for (const { source, amount } of truth.bySource)
      expect(
        sum(
          rows.flatMap(({ resources }) =>
            resources.funding.filter((part) => part.source === source).map((part) => part.amount),
          ),
        ),
      ).toBe(amount)
  })
  it.each(truths.map((truth) => [truth.file, truth] as const))(
    '%s: 8 to 40 rows, numbered, whole rupiah',
    (_, truth) => {
      const rows = rowsOf(truth)
      expect(rows.length).toBeGreaterThanOrEqual(8)
      expect(rows.length).toBeLessThanOrEqual(40)
      expect(rows.map(({ row }) => row)).toEqual(rows.map((_row, index) => index + 1))
      for (const row of rows) {
        expect(row.subOutput).not.toBe('')
        expect(row.stage).not.toBe('')
        expect(row.amount === null || (Number.isSafeInteger(row.amount) && row.amount > 0)).toBe(true)
      }
    },
  )
  it('volume by unit price is the amount wherever all three are printed', () => {
    const priced = truths.flatMap(rowsOf).filter(({ extra }) => extra !== undefined)
    expect(priced.length).toBeGreaterThan(20)
    for (const { extra = {}, amount } of priced) {
      const [volume, , price] = Object.values(extra)
      expect(Number(volume) * Number(price)).toBe(amount)
    }
  })
  it('the form of the Penjelasan has 17 rows, 6 without cost, one pair of twins, Rp186.000.000', () => {
    const truth = parsed<Truth>('penjelasan-pasal-6-ayat-4.json')
    const rows = rowsOf(truth)
    expect([rows.length, rows.filter(({ amount }) => amount === null).length, truth.total]).toEqual([
      17, 6, 186_000_000,
    ])
    expect(truth.twins).toEqual([[3, 4]])
    expect(new Set(rows.map(({ subOutput }) => subOutput)).size).toBe(7)
  })
  it('doubtful cells stand in two forms only', () => {
    expect(first.filter(({ doubtful }) => doubtful.length > 0).map(({ file }) => file)).toEqual([
      'dinas-pupr.xlsx',
      'satpol-pp.docx',
    ])
  })
})

describe('what the consolidation must show', () => {
  const expected = parsed<{
    lookAlikes: Spot[][]
    aboveStandard: (Spot & { item: string; unitPrice: number; standard: number })[]
    notSent: { code: string }[]
    changes: { changed: { from: number; to: number }[]; removed: number[]; added: number[] }
  }>('expected.json')
  const stageAt = ({ file, row }: Spot) =>
    rowsOf(truths.find((truth) => truth.file === file) as Truth)[row - 1]?.stage

  it('likenesses join rows of different OPDs, and each spot names its row', () => {
    expect(expected.lookAlikes.length).toBeGreaterThanOrEqual(2)
    for (const group of expected.lookAlikes)
      expect(new Set(group.map(({ opd }) => opd)).size).toBe(group.length)
    for (const group of expected.lookAlikes) expect(group.length).toBe(2)
    for (const spot of [...expected.lookAlikes.flat(), ...expected.aboveStandard])
      expect(stageAt(spot)).toBe(spot.stage)
  })
  it('rows above a standard are above it, and some rows are not', () => {
    expect(expected.aboveStandard.length).toBeGreaterThanOrEqual(5)
    for (const { item, unitPrice, standard } of expected.aboveStandard) {
      expect(unitPrice).toBeGreaterThan(standard)
      expect(priceStandards.find((known) => known.item === item)?.price).toBe(standard)
    }
  })
  it('the OPDs that did not send are all the others', () => {
    expect(expected.notSent.length + first.length).toBe(opds.length)
  })
  it('the later file of Bappeda differs exactly where it says', () => {
    const [from, to] = ['bappeda.json', 'bappeda-perbaikan.json'].map((name) => rowsOf(parsed<Truth>(name)))
    const { changed, removed, added } = expected.changes
    const bare = (row: Row | undefined) => JSON.stringify({ ...row, row: 0 })
    for (const pair of changed) expect(bare(from?.[pair.from - 1])).not.toBe(bare(to?.[pair.to - 1]))
    const kept = (from ?? []).filter(
      ({ row }) => !removed.includes(row) && !changed.some((pair) => pair.from === row),
    )
    const same = (to ?? []).filter(
      ({ row }) => !added.includes(row) && !changed.some((pair) => pair.to === row),
    )
    expect(kept.map(bare)).toEqual(same.map(bare))
  })
})
