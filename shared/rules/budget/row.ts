import { importTexts } from '../../texts/import.ts'
import type { Column, Role } from './columns.ts'
import { type DurationDoubtType, readDuration } from './duration.ts'
import { flatAt, type Line, textAt } from './lines.ts'
import { type MoneyDoubt, moneyOf } from './money-cells.ts'
import type { Doubt, FormColumn, ParsedRow } from './parsed.ts'
import { columnAt, isNumbering } from './shapes.ts'

const texts = importTexts.doubt

/** Cells that a merge carries down, by column: their text and the last line that it covers. */
export type Carried = Map<number, { readonly text: string; readonly until: number }>

export const carryDown = (carried: Carried, line: Line): void => {
  for (const at of line.filled) {
    const down = line.cells[at]?.down ?? 1
    if (down > 1) carried.set(at, { text: flatAt(line, at), until: line.place.line + down - 1 })
  }
}

const under = (carried: Carried, line: Line, at: number | undefined): string => {
  if (at === undefined) return ''
  const own = flatAt(line, at)
  if (own !== '') return own
  const above = carried.get(at)
  return above !== undefined && above.until >= line.place.line ? above.text : ''
}

const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26)

const put = (extra: Record<string, string>, heading: string, at: number, text: string): void => {
  const plain = heading.replace(/\s+/g, ' ')
  const key = plain === '' ? `Kolom ${letters(at)}` : plain
  extra[key in extra ? `${key} (${letters(at)})` : key] = text
}

/** A source that is the funding's own name needs no second place. */
const namesSource = ({ funding, other }: ParsedRow['resources'], text: string): boolean =>
  /^[-–—]+$/.test(text) ||
  other.includes(text) ||
  funding.some(({ source }) => source.toLowerCase() === text.toLowerCase())

const extraOf = (
  line: Line,
  byColumn: ReadonlyMap<number, Column>,
  resources: ParsedRow['resources'],
): Record<string, string> => {
  const extra: Record<string, string> = {}
  for (const at of line.filled) {
    const column = byColumn.get(at)
    const text = flatAt(line, at)
    if (text === '') continue
    if (column === undefined) put(extra, '', at, text)
    else if (
      column.role === 'extra' ||
      (column.role === 'number' && !isNumbering(text)) ||
      (column.role === 'source' && !namesSource(resources, text))
    )
      put(extra, column.heading, at, text)
  }
  return extra
}

const moneyMessage = (row: number, { type, found, amounts }: MoneyDoubt): string =>
  texts[type](row, found, amounts)
const durationMessage = (row: number, type: DurationDoubtType, found: string): string =>
  texts[type](row, found)

const columnOf: Readonly<Partial<Record<Role, FormColumn>>> = {
  subOutput: 'subOutput',
  output: 'subOutput',
  stage: 'stage',
  method: 'method',
  implementer: 'implementer',
  duration: 'duration',
  resources: 'resources',
  amount: 'resources',
  source: 'resources',
  total: 'total',
}

const formulaDoubts = (
  line: Line,
  row: number,
  byColumn: ReadonlyMap<number, Column>,
  doubt: (column: FormColumn, type: string, found: string, message: string) => Doubt,
): readonly Doubt[] => {
  const made = line.filled.filter((at) => (line.cells[at]?.formula ?? null) !== null)
  if (made.length === 0) return []
  return made.flatMap((at) => {
    const formula = line.cells[at]?.formula ?? ''
    const column = columnOf[byColumn.get(at)?.role ?? 'extra'] ?? 'extra'
    const text = textAt(line, at)
    if (text === '')
      return [doubt(column, 'FormulaEmpty', `=${formula}`, texts.FormulaEmpty(row, column, formula))]
    return column === 'resources'
      ? [doubt(column, 'FormulaAmount', text, texts.FormulaAmount(row, text, formula))]
      : []
  })
}

const mergedMoney = (line: Line, columns: readonly Column[]): { found: string; down: number } | null => {
  for (const { role, at } of columns) {
    if (role !== 'resources' && role !== 'amount') continue
    const down = line.cells[at]?.down ?? 1
    if (down > 1 && textAt(line, at) !== '') return { found: textAt(line, at), down }
  }
  return null
}

export type RowInput = {
  readonly line: Line
  readonly columns: readonly Column[]
  readonly byColumn: ReadonlyMap<number, Column>
  readonly carried: Carried
  readonly row: number
  readonly subOutput: string
}

/** One data row with its doubts. `subOutput` is what the row inherits where its own cell is blank. */
export const readRow = ({
  line,
  columns,
  byColumn,
  carried,
  row,
  subOutput,
}: RowInput): { readonly row: ParsedRow; readonly doubts: readonly Doubt[] } => {
  const text = (role: Role): string => under(carried, line, columnAt(columns, role))
  const doubt = (column: FormColumn, type: string, found: string, message: string): Doubt => ({
    row,
    place: line.place,
    column,
    found,
    message,
    type,
  })
  const duration = text('duration')
  const read = readDuration(duration, columns.find(({ role }) => role === 'duration')?.unit ?? null)
  const money = moneyOf(line, columns)
  const { funding } = money.resources
  const doubts: Doubt[] = money.doubts.map((one) =>
    doubt('resources', one.type, one.found, moneyMessage(row, one)),
  )
  if (read.doubt !== null)
    doubts.push(doubt('duration', read.doubt, duration, durationMessage(row, read.doubt, duration)))
  const merge = funding.length > 0 ? mergedMoney(line, columns) : null
  if (merge !== null)
    doubts.push(
      doubt(
        'resources',
        'MergedAmount',
        merge.found,
        texts.MergedAmount(row, merge.found, row + merge.down - 1),
      ),
    )
  doubts.push(...formulaDoubts(line, row, byColumn, doubt))
  if (line.hidden)
    doubts.push(
      doubt('stage', 'HiddenRow', text('stage'), texts.HiddenRow(row, importTexts.place(line.place))),
    )
  if (text('stage') === '') {
    const alone = funding.length > 0 && text('implementer') === '' && duration === '' && text('method') === ''
    doubts.push(
      alone
        ? doubt(
            'resources',
            'AmountAlone',
            money.resources.asPrinted,
            texts.AmountAlone(row, money.resources.asPrinted),
          )
        : doubt('stage', 'NoStage', '', texts.NoStage(row)),
    )
  }
  const parsed: ParsedRow = {
    row,
    place: line.place,
    subOutput,
    stage: text('stage'),
    method: text('method'),
    implementer: text('implementer'),
    duration,
    durationValue: read.value,
    resources: money.resources,
    amount: funding.length === 0 ? null : funding.reduce((total, { amount }) => total + amount, 0),
    extra: extraOf(line, byColumn, money.resources),
  }
  return { row: parsed, doubts }
}
