import { thousands } from '../../format/money.ts'
import type { AcceptedOutput, AcceptedRow } from './accepted.ts'
import type { Funding, ParsedFile, ParsedRow } from './parsed.ts'

/** A cell that an officer made another of than the file said; both as the form shows them, '' for nothing. `column` '': the file has no such row. */
export type CellCorrection = { readonly column: string; readonly before: string; readonly after: string }
/** A row of the file that the officer did not take. `amount`: whole rupiah. */
export type RefusedRow = {
  readonly file: string
  readonly row: number
  readonly title: string
  readonly amount: number | null
}
type ReadRow = { readonly title: string; readonly row: ParsedRow; readonly file: ParsedFile }
export type Matched = {
  /** What was read of the file for an accepted row; rows that are missing here are the officer's own. */
  readonly readOf: ReadonlyMap<AcceptedRow, ReadRow>
  readonly refused: readonly RefusedRow[]
}

const contentOf = ({ subOutput, stage, method, implementer, duration, resources }: ParsedRow) =>
  [subOutput, stage, method, implementer, duration, resources.asPrinted] as const
const placeKey = ({ row, place }: ParsedRow): string =>
  JSON.stringify([row, place.sheet, place.table, place.line])
const wholeKey = (row: ParsedRow): string => JSON.stringify([placeKey(row), ...contentOf(row)])

const taker = (rows: readonly ReadRow[], keyOf: (row: ParsedRow) => string) => {
  const waiting = Map.groupBy(rows, ({ row }) => keyOf(row))
  return (row: ParsedRow): ReadRow | undefined => waiting.get(keyOf(row))?.shift()
}

/** Holds what was accepted against what was read: by number, place and words first, then by number and place alone. */
export const matchRows = (outputs: readonly AcceptedOutput[], files: readonly ParsedFile[]): Matched => {
  const read = files.flatMap((file) =>
    file.outputs.flatMap(({ title, rows }) => rows.map((row): ReadRow => ({ title, row, file }))),
  )
  const accepted = outputs.flatMap(({ rows }) => rows)
  const readOf = new Map<AcceptedRow, ReadRow>()
  const taken = new Set<ReadRow>()
  for (const keyOf of [wholeKey, placeKey]) {
    const take = taker(
      read.filter((one) => !taken.has(one)),
      keyOf,
    )
    for (const row of accepted) {
      const found = readOf.has(row) ? undefined : take(row)
      if (found === undefined) continue
      readOf.set(row, found)
      taken.add(found)
    }
  }
  return { readOf, refused: read.filter((one) => !taken.has(one)).map(refusedOf) }
}

const refusedOf = ({ title, row, file }: ReadRow): RefusedRow => ({
  file: file.file,
  row: row.row,
  title: [title, row.subOutput, row.stage].filter((part) => part !== '').join(' · '),
  amount: row.amount,
})

/** "APBD"; of several "APBD 24.000.000; DAK 1.000.000". */
const fundingWords = (funding: readonly Funding[]): string =>
  funding.length === 1
    ? (funding[0]?.source ?? '')
    : funding.map(({ source, amount }) => `${source} ${thousands(amount)}`.trim()).join('; ')
export const amountWords = (amount: number | null): string => (amount === null ? '' : thousands(amount))
const extraWords = (extra: ParsedRow['extra']): string =>
  Object.entries(extra)
    .map(([heading, text]) => `${heading}: ${text}`)
    .join('; ')

const wordsOf = (output: string, row: ParsedRow): readonly (readonly [column: string, words: string])[] => [
  ['output', output],
  ['subOutput', row.subOutput],
  ['stage', row.stage],
  ['method', row.method],
  ['implementer', row.implementer],
  ['duration', row.duration],
  ['resources', row.resources.asPrinted],
  ['source', fundingWords(row.resources.funding)],
  ['amount', amountWords(row.amount)],
  ['extra', extraWords(row.extra)],
]

/** Cells in which an accepted row says something else than the file; for a row of the officer's own that alone. */
export const correctionsOf = (
  output: string,
  accepted: ParsedRow,
  read: Pick<ReadRow, 'title' | 'row'> | undefined,
): CellCorrection[] => {
  if (read === undefined) return [{ column: '', before: '', after: '' }]
  const before = new Map(wordsOf(read.title, read.row))
  return wordsOf(output, accepted).flatMap(([column, after]) => {
    const was = before.get(column) ?? ''
    return was === after ? [] : [{ column, before: was, after }]
  })
}
