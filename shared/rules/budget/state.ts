import { importTexts } from '../../texts/import.ts'
import type { Column } from './columns.ts'
import type { Grid } from './grid.ts'
import { flatAt, type Line, textAt, wholeText } from './lines.ts'
import type { Doubt, DoubtSums, FormColumn, LeftOut, ParsedRow, Place, PrintedSum } from './parsed.ts'
import { type Carried, carryDown, readRow } from './row.ts'
import { columnAt } from './shapes.ts'
import { plainTitle } from './titles.ts'

const { leftOut: reasons, place: placeText } = importTexts

/** `sum`: whole rupiah of its rows so far. */
export type OpenOutput = { title: string; readonly rows: ParsedRow[]; sum: number }
/** What the tables of one file add to. */
export type Form = {
  readonly outputs: OpenOutput[]
  readonly doubts: Doubt[]
  readonly leftOut: LeftOut[]
  readonly check: () => void
  /** The last printed sum that its rows make. */
  printed: PrintedSum | null
  rows: number
  sum: number
}
export const emptyForm = (check: () => void): Form => ({
  outputs: [],
  doubts: [],
  leftOut: [],
  check,
  printed: null,
  rows: 0,
  sum: 0,
})

export type State = {
  readonly form: Form
  readonly grid: Grid
  readonly columns: readonly Column[]
  readonly byColumn: ReadonlyMap<number, Column>
  readonly carried: Carried
  output: OpenOutput | null
  /** A title that waits for its first row. */
  title: { readonly text: string; readonly place: Place } | null
  titled: boolean
  subOutput: string
  /** Rows since the last row of sums, since the sub output began, and in the whole table. */
  sinceSum: number
  inSub: number
  inTable: number
  /** A title taken from unlabelled text above the table. */
  pendingGuess: string | null
}

export const whereOf = (grid: Grid): string =>
  grid.sheet !== null
    ? importTexts.leftOut.sheet(grid.sheet)
    : grid.table !== null
      ? importTexts.leftOut.table(grid.table)
      : importTexts.leftOut.file

export const leave = (form: Form, where: string, reason: string): void => {
  form.leftOut.push({ where, reason })
}
export const leaveLine = (state: State, line: Line, reason: (text: string) => string): void =>
  leave(state.form, placeText(line.place), reason(wholeText(line)))
export const wholeDoubt = (
  form: Form,
  place: Place,
  column: FormColumn,
  type: string,
  found: string,
  message: string,
  sums?: DoubtSums,
): void => {
  form.doubts.push({ row: 0, place, column, found, message, type, ...(sums === undefined ? {} : { sums }) })
}

export const dropTitle = (state: State): void => {
  if (state.title !== null)
    leave(state.form, placeText(state.title.place), reasons.emptyTitle(state.title.text))
  state.title = null
}

export const startTitle = (state: State, text: string, place: Place): void => {
  dropTitle(state)
  state.title = { text: plainTitle(text), place }
  state.output = null
  state.titled = true
  state.subOutput = ''
  state.inSub = 0
}

export const startSub = (state: State, text: string): void => {
  state.subOutput = text
  state.inSub = 0
}

const openOutput = (state: State): OpenOutput => {
  if (state.output !== null && state.title === null) return state.output
  const opened: OpenOutput = { title: state.title?.text ?? '', rows: [], sum: 0 }
  state.form.outputs.push(opened)
  state.output = opened
  state.title = null
  return opened
}

const namedOutput = (state: State, title: string): void => {
  if (state.output?.title === title && state.title === null) return
  dropTitle(state)
  state.output = state.form.outputs.find((one) => one.title === title) ?? null
  if (state.output === null)
    startTitle(state, title, { sheet: state.grid.sheet, table: state.grid.table, line: 0 })
  state.subOutput = ''
  state.inSub = 0
}

export const addRow = (state: State, line: Line): void => {
  carryDown(state.carried, line)
  const output = columnAt(state.columns, 'output')
  if (output !== undefined && textAt(line, output) !== '') namedOutput(state, flatAt(line, output))
  const sub = flatAt(line, columnAt(state.columns, 'subOutput'))
  if (sub !== '' && sub !== state.subOutput) startSub(state, sub)
  state.form.rows += 1
  const { columns, byColumn, carried } = state
  const read = readRow({ line, columns, byColumn, carried, row: state.form.rows, subOutput: state.subOutput })
  const opened = openOutput(state)
  opened.rows.push(read.row)
  state.form.doubts.push(...read.doubts)
  const amount = read.row.amount ?? 0
  opened.sum += amount
  state.form.sum += amount
  state.sinceSum += amount
  state.inSub += amount
  state.inTable += amount
}
