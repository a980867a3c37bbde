import { type AmountDoubt, readAmount } from './amount.ts'
import type { Column } from './columns.ts'
import { type Line, textAt } from './lines.ts'
import type { Funding, ParsedRow } from './parsed.ts'
import { sourcesIn } from './sources.ts'

export type MoneyDoubt =
  | AmountDoubt
  | { readonly type: 'TwoColumns'; readonly found: string; readonly amounts: readonly number[] }
export type Money = { readonly resources: ParsedRow['resources']; readonly doubts: readonly MoneyDoubt[] }

const sum = (funding: readonly Funding[]): number => funding.reduce((total, { amount }) => total + amount, 0)
export const sumOf = sum

const sourceCell = (
  line: Line,
  columns: readonly Column[],
): { readonly text: string; readonly source: string; readonly shared: boolean } => {
  const text = textAt(line, columns.find(({ role }) => role === 'source')?.at)
  const sources = sourcesIn(text)
  const blank = /^[-–—]*$/.test(text)
  return { text, source: blank || sources.length > 1 ? '' : (sources[0] ?? text), shared: sources.length > 1 }
}

type Part = {
  readonly column: Column
  readonly text: string
  readonly funding: readonly Funding[]
  readonly other: string
  readonly doubts: readonly AmountDoubt[]
}

const partOf = (line: Line, column: Column, source: string): Part => {
  const text = textAt(line, column.at)
  const { funding, other, doubts } = readAmount(text, {
    scale: column.scale,
    source: column.source || source,
    number: line.cells[column.at]?.number ?? null,
  })
  return { column, text, funding, other, doubts }
}

const partsOf = (line: Line, columns: readonly Column[], source: string): readonly Part[] =>
  columns
    .filter(({ role }) => role === 'resources' || role === 'amount')
    .map((column) => partOf(line, column, source))

const label = ({ column, text }: { column: Column; text: string }, many: boolean): string =>
  many ? `${column.heading.replace(/\s+/g, ' ')}: ${text}` : text

const printed = (parts: readonly Part[]): string =>
  parts
    .filter(({ text }) => text !== '')
    .map((part) => label(part, parts.length > 1))
    .join('; ')

/** Text and figure of the same money in two columns count once; the column of figures wins. */
const merged = (
  parts: readonly Part[],
): { funding: readonly Funding[]; doubts: MoneyDoubt[]; other: string[] } => {
  const figures = parts.filter(({ column }) => column.role === 'amount')
  const words = parts.filter(({ column }) => column.role === 'resources')
  const inFigures = figures.flatMap(({ funding }) => funding)
  const inWords = words.flatMap(({ funding }) => funding)
  const other = [...words, ...figures].map((part) => part.other).filter((text) => text !== '')
  const doubts: MoneyDoubt[] = [...figures, ...words].flatMap(({ column, doubts }) =>
    column.role === 'resources' && figures.length > 0
      ? doubts.filter(({ type }) => type !== 'NotAmount' && type !== 'SourceWithoutAmount')
      : doubts,
  )
  if (inFigures.length === 0 || inWords.length === 0)
    return { funding: [...inFigures, ...inWords], doubts, other }
  if (sum(inFigures) === sum(inWords))
    return { funding: inFigures.some(({ source }) => source === '') ? inWords : inFigures, doubts, other }
  doubts.push({
    type: 'TwoColumns',
    found: words.map(({ text }) => text).join('; '),
    amounts: [sum(inFigures), sum(inWords)],
  })
  return { funding: inFigures, doubts, other }
}

/** Checks the column "Jumlah" beside a column per source; counts it only where the others hold nothing. */
const withTotal = (
  line: Line,
  columns: readonly Column[],
  source: string,
  funding: readonly Funding[],
): { funding: readonly Funding[]; doubts: readonly AmountDoubt[]; text: string } => {
  const column = columns.find(({ role }) => role === 'total')
  const text = textAt(line, column?.at)
  if (column === undefined || text === '') return { funding, doubts: [], text: '' }
  const read = readAmount(text, {
    scale: column.scale,
    source: funding.length === 0 ? source : '',
    number: line.cells[column.at]?.number ?? null,
  })
  if (funding.length === 0) return { ...read, text }
  if (read.funding.length > 0 && sum(read.funding) === sum(funding)) return { funding, doubts: [], text }
  const amounts = read.funding.length > 0 ? [sum(funding), sum(read.funding)] : [sum(funding)]
  return { funding, doubts: [{ type: 'SumMismatch', found: text, amounts }], text }
}

/** The form of the Penjelasan: one column tells all about money. */
const onlyColumn = (columns: readonly Column[]): Column | null => {
  let only: Column | null = null
  for (const column of columns) {
    const { role } = column
    if (role === 'source' || role === 'total') return null
    if (role !== 'resources' && role !== 'amount') continue
    if (only !== null) return null
    only = column
  }
  return only
}

const oneCell = (line: Line, column: Column): Money => {
  const { text, funding, other, doubts } = partOf(line, column, '')
  return { resources: { asPrinted: text.replaceAll('\n', ' '), funding, other }, doubts }
}

/** Everything about money in a line: one cell, a column per source, or source and figure in columns of their own. */
export const moneyOf = (line: Line, columns: readonly Column[]): Money => {
  const only = onlyColumn(columns)
  return only === null ? ofSeveral(line, columns) : oneCell(line, only)
}

const ofSeveral = (line: Line, columns: readonly Column[]): Money => {
  const { text: sourceText, source, shared } = sourceCell(line, columns)
  const parts = partsOf(line, columns, source)
  const { funding, doubts, other } = merged(parts)
  const total = withTotal(line, columns, source, funding)
  const shares: MoneyDoubt[] =
    shared && total.funding.length > 0 ? [{ type: 'SourcesShareAmount', found: sourceText, amounts: [] }] : []
  const alone: MoneyDoubt[] =
    sourceText !== '' &&
    !/^[-–—]+$/.test(sourceText) &&
    total.funding.length === 0 &&
    doubts.length === 0 &&
    total.doubts.length === 0
      ? [{ type: 'SourceWithoutAmount', found: sourceText, amounts: [] }]
      : []
  if (alone.length > 0) other.unshift(sourceText)
  const texts = [
    printed(parts),
    total.text === ''
      ? ''
      : label({ column: columns.find(({ role }) => role === 'total') as Column, text: total.text }, true),
  ]
  return {
    resources: {
      asPrinted: texts
        .filter((text) => text !== '')
        .join('; ')
        .replaceAll('\n', ' '),
      funding: total.funding,
      other: other.join('; '),
    },
    doubts: [...doubts, ...total.doubts, ...shares, ...alone],
  }
}

/** The figure that a row of sums states: the column "Jumlah" where there is one, else all columns of money together. */
export const statedSum = (line: Line, columns: readonly Column[]): number | null => {
  const read = (column: Column): readonly Funding[] =>
    readAmount(textAt(line, column.at), {
      scale: column.scale,
      source: '',
      number: line.cells[column.at]?.number ?? null,
    }).funding
  const total = columns.filter(({ role }) => role === 'total').flatMap(read)
  if (total.length > 0) return sum(total)
  const figures = columns.filter(({ role }) => role === 'amount' || role === 'resources').flatMap(read)
  if (figures.length > 0) return sum(figures)
  const anywhere = line.filled.flatMap(
    (at) =>
      readAmount(textAt(line, at), { scale: null, source: '', number: line.cells[at]?.number ?? null })
        .funding,
  )
  return anywhere.length > 0 ? sum(anywhere) : null
}
