import { importTexts } from '../../texts/import.ts'
import type { Grid } from './grid.ts'
import type {
  Doubt,
  Funding,
  LeftOut,
  ParsedFile,
  ParsedImport,
  ParsedOutput,
  ParsedRow,
  RefusedFile,
} from './parsed.ts'
import { emptyForm } from './state.ts'
import { readGrid } from './table.ts'

const rowKey = ({ subOutput, stage, method, implementer, duration, resources, extra }: ParsedRow): string => {
  let key = `${subOutput}\u0001${stage}\u0001${method}\u0001${implementer}\u0001${duration}\u0001${resources.asPrinted}`
  for (const heading in extra) key += `\u0001${heading}\u0001${extra[heading]}`
  return key
}

/** Exact twins are pointed out on each of them, never merged. */
const twinsOf = ({ rows }: { readonly rows: readonly ParsedRow[] }): readonly Doubt[] => {
  const groups = new Map<string, ParsedRow[]>()
  for (const row of rows) {
    const key = rowKey(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const numbers = group.slice(0, 6).map(({ row }) => row)
      return group.map((row) => {
        const others = numbers.filter((number) => number !== row.row).slice(0, 5)
        const message = importTexts.doubt.Twin(row.row, others, group.length - 1 - others.length)
        return {
          row: row.row,
          place: row.place,
          column: 'stage' as const,
          found: row.stage,
          message,
          type: 'Twin',
        }
      })
    })
}

const totalOf = (rows: readonly ParsedRow[]): number =>
  rows.reduce((total, { amount }) => total + (amount ?? 0), 0)

export type ReadFile = { readonly grids: readonly Grid[]; readonly leftOut: readonly LeftOut[] }

/** What the tables of one file mean; null where none of them is a budget form. `check` is called per line and may throw. */
export const readForm = (
  file: string,
  { grids, leftOut }: ReadFile,
  check: () => void = () => {},
): ParsedFile | null => {
  const form = emptyForm(check)
  for (const grid of grids) readGrid(form, grid)
  if (form.rows === 0) return null
  const outputs: readonly ParsedOutput[] = form.outputs
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => ({ title, rows, total: totalOf(rows) }))
  const doubts = [...form.doubts, ...outputs.flatMap(twinsOf)].sort((a, b) => a.row - b.row)
  const { printed, sum } = form
  return {
    file,
    outputs,
    doubts,
    leftOut: [...leftOut, ...form.leftOut],
    ...(printed !== null && printed.stated === sum ? { printed } : {}),
  }
}

const isParsed = (file: ParsedFile | RefusedFile): file is ParsedFile => 'outputs' in file

/** Sums over all files; the sum of `bySource` equals `total`. */
export const sumUp = (files: readonly (ParsedFile | RefusedFile)[]): ParsedImport => {
  const sums = new Map<string, number>()
  for (const file of files.filter(isParsed)) {
    for (const { rows } of file.outputs) {
      for (const { resources } of rows)
        for (const { source, amount } of resources.funding) sums.set(source, (sums.get(source) ?? 0) + amount)
    }
  }
  const bySource: readonly Funding[] = [...sums]
    .map(([source, amount]) => ({ source, amount }))
    .sort((a, b) => (a.source < b.source ? -1 : 1))
  return { files, total: bySource.reduce((total, { amount }) => total + amount, 0), bySource }
}
