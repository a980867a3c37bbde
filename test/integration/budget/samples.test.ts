import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseForms } from '../../../electron/budget/reader/index.ts'
import type { ParsedFile, ParsedOutput, ParsedRow } from '../../../shared/rules/budget/parsed.ts'

const folder = new URL('../../../resources/samples/', import.meta.url)
const names = readdirSync(folder).filter((name) => /\.(?:docx|xlsx|csv|txt)$/.test(name))

/** What a careful reader found in the form, written by hand beside it. */
type Truth = {
  readonly outputs: readonly {
    readonly title: string
    readonly total: number
    readonly rows: readonly Record<string, unknown>[]
  }[]
  readonly total: number
  readonly bySource: readonly unknown[]
  readonly leftOut?: readonly string[]
  readonly doubtful?: readonly number[]
  readonly twins?: readonly (readonly number[])[]
}
const truthOf = (name: string): Truth =>
  JSON.parse(readFileSync(new URL(name.replace(/\.\w+$/, '.json'), folder), 'utf8'))
const parse = async (
  name: string,
): Promise<{ file: ParsedFile; total: number; bySource: readonly unknown[] }> => {
  const { files, total, bySource } = await parseForms([{ name, bytes: readFileSync(new URL(name, folder)) }])
  const [file] = files
  if (file === undefined || 'error' in file) throw new Error(`${name} was refused`)
  return { file, total, bySource }
}

/** The truth holds the value of a number cell ("15000000"), the reader what the cell shows ("15.000.000"). */
const bareNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{1,3}(?:\.\d{3})+$/.test(value) ? value.replaceAll('.', '') : value
const bare = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bareNumber(one)]))
    : value
const sameShape = (row: ParsedRow, truth: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(truth).map((key) => [key, bare(row[key as keyof ParsedRow])]))
const rowsOf = (outputs: readonly ParsedOutput[]): readonly ParsedRow[] => outputs.flatMap(({ rows }) => rows)

describe('every sample form is read as a careful reader reads it', () => {
  it('there are at least twelve forms', () => expect(names.length).toBeGreaterThanOrEqual(12))

  it.each(names)('%s', async (name) => {
    const truth = truthOf(name)
    const { file, total, bySource } = await parse(name)
    expect(file.outputs.map(({ title, total, rows }) => [title, total, rows.length])).toEqual(
      truth.outputs.map(({ title, total, rows }) => [title, total, rows.length]),
    )
    const expected = truth.outputs.flatMap(({ rows }) => rows)
    expect(rowsOf(file.outputs).map((row, at) => sameShape(row, expected[at] ?? {}))).toEqual(
      expected.map(bareRow),
    )
    expect(total).toBe(truth.total)
    expect(bySource).toEqual(truth.bySource)
    const leftOut = JSON.stringify(file.leftOut)
    for (const words of truth.leftOut ?? []) expect(leftOut).toContain(words)
  })

  it.each(names.filter((name) => truthOf(name).doubtful !== undefined))(
    'the doubts of %s lie on the rows that a reader would doubt, and nowhere else',
    async (name) => {
      const { file } = await parse(name)
      const rows = (twins: boolean): number[] => [
        ...new Set(file.doubts.filter(({ type }) => (type === 'Twin') === twins).map(({ row }) => row)),
      ]
      expect(rows(false)).toEqual(truthOf(name).doubtful)
      expect(rows(true)).toEqual((truthOf(name).twins ?? []).flat())
    },
  )
})

function bareRow(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, bare(value)]))
}

describe('the form of the Penjelasan', () => {
  it.each(['penjelasan-pasal-6-ayat-4.docx', 'penjelasan-pasal-6-ayat-4.xlsx'])(
    '%s holds 17 rows, 7 sub outputs, 11 with cost, Rp186.000.000, and rows 3 and 4 as twins',
    async (name) => {
      const { file, total, bySource } = await parse(name)
      const rows = rowsOf(file.outputs)
      expect(rows).toHaveLength(17)
      expect(new Set(rows.map(({ subOutput }) => subOutput)).size).toBe(7)
      expect(rows.filter(({ amount }) => amount !== null)).toHaveLength(11)
      expect(total).toBe(186_000_000)
      expect(bySource).toEqual([{ source: 'APBD', amount: 186_000_000 }])
      expect(file.doubts.map(({ type, row }) => [type, row])).toEqual([
        ['Twin', 3],
        ['Twin', 4],
      ])
      expect(file.outputs[0]?.title).toBe('Pengembangan SIM PKK')
    },
  )
})
