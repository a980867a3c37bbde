import { importTexts } from '../../texts/import.ts'
import type { Column } from './columns.ts'
import type { Grid } from './grid.ts'
import { guessedOrder, type Heading, headingAt, sameColumns } from './headings.ts'
import { type Line, linesOf, textAt, wholeText } from './lines.ts'
import { statedSum } from './money-cells.ts'
import type { Doubt, FormColumn, LeftOut, ParsedRow, Place } from './parsed.ts'
import { type Carried, carryDown, readRow } from './row.ts'
import {
  columnAt,
  isClosing,
  isColumnNumbers,
  isFootnote,
  isSignature,
  isStrong,
  meant,
  sumLabelOf,
} from './shapes.ts'
import { guessTitle, labelledTitle, plainTitle } from './titles.ts'

const { doubt: texts, leftOut: reasons, place: placeText } = importTexts

export type OpenOutput = { title: string; readonly rows: ParsedRow[] }
/** What the tables of one file add to. */
export type Form = {
  readonly outputs: OpenOutput[]
  readonly doubts: Doubt[]
  readonly leftOut: LeftOut[]
  rows: number
}
export const emptyForm = (): Form => ({ outputs: [], doubts: [], leftOut: [], rows: 0 })

type Section = {
  readonly columns: readonly Column[]
  readonly lines: readonly Line[]
  readonly continues: boolean
  readonly above: readonly Above[]
}
type Above = { readonly text: string; readonly where: string }

type State = {
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

const leave = (form: Form, where: string, reason: string): void => void form.leftOut.push({ where, reason })
const leaveLine = (state: State, line: Line, reason: (text: string) => string): void =>
  leave(state.form, placeText(line.place), reason(wholeText(line)))
const wholeDoubt = (
  form: Form,
  place: Place,
  column: FormColumn,
  type: string,
  found: string,
  message: string,
): void => void form.doubts.push({ row: 0, place, column, found, message, type })

const dropTitle = (state: State): void => {
  if (state.title !== null)
    leave(state.form, placeText(state.title.place), reasons.emptyTitle(state.title.text))
  state.title = null
}

const startTitle = (state: State, text: string, place: Place): void => {
  dropTitle(state)
  state.title = { text: plainTitle(text), place }
  state.output = null
  state.titled = true
  state.subOutput = ''
  state.inSub = 0
}

const startSub = (state: State, text: string): void => {
  state.subOutput = text
  state.inSub = 0
}

const openOutput = (state: State): OpenOutput => {
  if (state.output !== null && state.title === null) return state.output
  const opened: OpenOutput = { title: state.title?.text ?? '', rows: [] }
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

const addRow = (state: State, line: Line): void => {
  carryDown(state.carried, line)
  const output = columnAt(state.columns, 'output')
  if (output !== undefined && textAt(line, output) !== '') namedOutput(state, textAt(line, output))
  const sub = textAt(line, columnAt(state.columns, 'subOutput'))
  if (sub !== '' && sub !== state.subOutput) startSub(state, sub)
  state.form.rows += 1
  const { columns, byColumn, carried } = state
  const read = readRow({ line, columns, byColumn, carried, row: state.form.rows, subOutput: state.subOutput })
  openOutput(state).rows.push(read.row)
  state.form.doubts.push(...read.doubts)
  const amount = read.row.amount ?? 0
  state.sinceSum += amount
  state.inSub += amount
  state.inTable += amount
}

const inOutput = (state: State): number =>
  state.output?.rows.reduce((total, { amount }) => total + (amount ?? 0), 0) ?? 0
const inFile = (state: State): number =>
  state.form.outputs.reduce(
    (total, { rows }) => rows.reduce((sum, { amount }) => sum + (amount ?? 0), total),
    0,
  )

/** The sums that a row of that label may state, the likeliest first. */
const candidates = (state: State, label: string): readonly number[] => {
  const group = [state.sinceSum, state.inSub]
  const all = [state.inTable, inFile(state)]
  if (/^sub/i.test(label)) return [...group, inOutput(state)]
  if (/grand|keseluruhan|seluruh|umum/i.test(label)) return [...all, inOutput(state)]
  return [inOutput(state), ...group, ...all]
}

const checkSum = (state: State, line: Line, label: string): void => {
  const stated = statedSum(line, state.columns)
  const sums = candidates(state, label)
  const fits = stated !== null && sums.includes(stated)
  leaveLine(state, line, fits ? reasons.sumMatches : reasons.sumDiffers)
  state.sinceSum = 0
  if (fits) return
  const where = placeText(line.place)
  if (stated === null) {
    const blank = meant(line, state.columns).length <= 1 && !/\d/.test(label)
    if (!blank)
      wholeDoubt(
        state.form,
        line.place,
        'total',
        'TotalUnread',
        wholeText(line),
        texts.TotalUnread(wholeText(line), where),
      )
    return
  }
  wholeDoubt(
    state.form,
    line.place,
    'total',
    'TotalMismatch',
    wholeText(line),
    texts.TotalMismatch(label, stated, sums[0] ?? 0, where),
  )
}

/** Alone in the first column of the form, or merged over several. */
const isAlone = (line: Line, columns: readonly Column[]): boolean => {
  const filled = meant(line, columns)
  const [at] = filled
  if (at === undefined || filled.length !== 1) return false
  if ((line.cells[at]?.across ?? 1) >= 3) return true
  const first =
    columnAt(columns, 'output') ?? columnAt(columns, 'subOutput') ?? columnAt(columns, 'stage') ?? 0
  return at <= first
}

const isData = (line: Line | undefined, columns: readonly Column[]): line is Line =>
  line !== undefined &&
  line.filled.length > 0 &&
  !isAlone(line, columns) &&
  sumLabelOf(line, columns) === null

const hasOwnSub = (line: Line, columns: readonly Column[]): boolean =>
  textAt(line, columnAt(columns, 'subOutput')) !== '' || textAt(line, columnAt(columns, 'output')) !== ''

const nextFilled = (lines: readonly Line[], at: number): number => {
  let next = at + 1
  while (next < lines.length && lines[next]?.filled.length === 0) next += 1
  return next
}

type Alone = 'title' | 'sub' | 'row' | 'note'
type Layout = { readonly nested: boolean; readonly anySub: boolean }

const layoutOf = (lines: readonly Line[], columns: readonly Column[]): Layout => {
  const filled = lines.filter((line) => line.filled.length > 0)
  const alone = filled.map((line) => isAlone(line, columns))
  return {
    nested: alone.some((one, at) => one && alone[at + 1] === true && isData(filled[at + 2], columns)),
    anySub: filled.some((line) => isData(line, columns) && hasOwnSub(line, columns)),
  }
}

const decideAlone = (state: State, lines: readonly Line[], at: number, layout: Layout): Alone => {
  const line = lines[at] as Line
  const text = wholeText(line)
  if (isFootnote(text)) return 'note'
  const next = lines[nextFilled(lines, at)]
  if (next === undefined) return 'note'
  if (/^sub\s*-?\s*(?:output|keluaran|kegiatan)\s*\d*\s*[:.]/i.test(text)) return 'sub'
  if (labelledTitle(text) !== null) return 'title'
  if (isAlone(next, state.columns)) return 'title'
  if (!isData(next, state.columns)) return 'row'
  if (hasOwnSub(next, state.columns)) return 'title'
  if (layout.nested) return state.title === null && state.output === null ? 'title' : 'sub'
  if (state.titled && !layout.anySub) return state.title?.place.line === 0 ? 'sub' : 'title'
  return 'title'
}

const aloneText = (line: Line, columns: readonly Column[]): string => textAt(line, meant(line, columns)[0])

const addAlone = (state: State, lines: readonly Line[], at: number, layout: Layout): void => {
  const line = lines[at] as Line
  const kind = decideAlone(state, lines, at, layout)
  if (kind === 'note') return leaveLine(state, line, reasons.note)
  if (kind === 'row') return addRow(state, line)
  if (kind === 'title') return startTitle(state, aloneText(line, state.columns), line.place)
  startSub(
    state,
    aloneText(line, state.columns).replace(/^sub\s*-?\s*(?:output|keluaran|kegiatan)\s*\d*\s*[:.]\s*/i, ''),
  )
}

const unlabelledSum = (state: State, line: Line): boolean => {
  const filled = meant(line, state.columns)
  const money = state.columns.filter(
    ({ role }) => role === 'amount' || role === 'resources' || role === 'total',
  )
  if (filled.length === 0 || !filled.every((at) => money.some((one) => one.at === at))) return false
  const stated = statedSum(line, state.columns)
  return (
    stated !== null && stated > 0 && state.form.rows > 1 && [inOutput(state), state.inTable].includes(stated)
  )
}

/** First line of what stands below the rows: signatures, notes, and the title of a table that follows. */
const tailOf = (lines: readonly Line[], columns: readonly Column[]): number => {
  let last = lines.length - 1
  while (
    last >= 0 &&
    !isStrong(lines[last] as Line, columns) &&
    sumLabelOf(lines[last] as Line, columns) === null
  )
    last -= 1
  let gap = false
  for (let at = last + 1; at < lines.length; at += 1) {
    const line = lines[at] as Line
    if (line.filled.length === 0) {
      gap = true
      continue
    }
    const loose =
      gap ||
      isSignature(line) ||
      isClosing(wholeText(line)) ||
      isAlone(line, columns) ||
      meant(line, columns).length < 2
    if (loose) return at
  }
  return lines.length
}

const addLine = (state: State, lines: readonly Line[], at: number, layout: Layout): void => {
  const line = lines[at] as Line
  if (line.filled.length === 0) return
  if (at < 2 && isColumnNumbers(line)) return leaveLine(state, line, reasons.columnNumbers)
  const label = sumLabelOf(line, state.columns)
  if (label !== null) return checkSum(state, line, label)
  if (unlabelledSum(state, line)) return checkSum(state, line, wholeText(line))
  if (isAlone(line, state.columns)) return addAlone(state, lines, at, layout)
  addRow(state, line)
}

const takeTitleAbove = (state: State, section: Section): void => {
  const guess = guessTitle(section.above.map(({ text }) => text))
  section.above.forEach(({ text, where }, at) => {
    if (guess === null || at !== guess.at) leave(state.form, where, reasons.aboveTable(text))
  })
  if (guess === null) return
  const place = { sheet: state.grid.sheet, table: state.grid.table, line: 0 }
  startTitle(state, guess.title, place)
  state.pendingGuess = guess.sure ? null : guess.title
}

const settleTitle = (state: State, first: number): void => {
  const added = state.form.outputs.slice(first)
  for (const output of added) {
    const place = output.rows[0]?.place ?? { sheet: state.grid.sheet, table: state.grid.table, line: 0 }
    if (output.title !== '' && output.title === state.pendingGuess) {
      wholeDoubt(
        state.form,
        place,
        'subOutput',
        'TitleGuessed',
        output.title,
        texts.TitleGuessed(output.title),
      )
    }
    if (output.title !== '') continue
    const sheet = state.grid.sheet ?? ''
    const named = sheet !== '' && !/^(?:sheet|lembar|tabel|table|form|formulir)\s*\d*$/i.test(sheet)
    if (named) output.title = sheet
    wholeDoubt(
      state.form,
      place,
      'subOutput',
      named ? 'TitleFromSheet' : 'TitleMissing',
      sheet,
      named ? texts.TitleFromSheet(sheet) : texts.TitleMissing(),
    )
  }
}

const openState = (form: Form, grid: Grid, columns: readonly Column[], before: State | null): State => ({
  form,
  grid,
  columns,
  byColumn: new Map(columns.map((one) => [one.at, one])),
  carried: new Map(),
  output: before?.output ?? null,
  title: before?.title ?? null,
  titled: before?.titled ?? false,
  subOutput: before?.subOutput ?? '',
  sinceSum: before?.sinceSum ?? 0,
  inSub: before?.inSub ?? 0,
  inTable: before?.inTable ?? 0,
  pendingGuess: before?.pendingGuess ?? null,
})

const readSection = (form: Form, grid: Grid, section: Section, before: State | null): State => {
  const state = openState(form, grid, section.columns, section.continues ? before : null)
  if (!section.continues || section.above.length > 0) takeTitleAbove(state, section)
  const layout = layoutOf(section.lines, section.columns)
  section.lines.forEach((_, at) => addLine(state, section.lines, at, layout))
  dropTitle(state)
  return state
}

type Cut = { readonly heading: Heading; readonly from: number; readonly to: number; readonly start: number }

const cutsOf = (lines: readonly Line[]): readonly Cut[] => {
  const found: { heading: Heading; start: number }[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const heading = headingAt(lines, at)
    if (heading === null) continue
    found.push({ heading, start: at })
    at += heading.lines - 1
  }
  return found.map(({ heading, start }, at) => ({
    heading,
    start,
    from: start + heading.lines,
    to: found[at + 1]?.start ?? lines.length,
  }))
}

const asAbove = (line: Line): Above => ({ text: wholeText(line), where: placeText(line.place) })
const filledAbove = (lines: readonly Line[]): readonly Above[] =>
  lines.filter((line) => line.filled.length > 0).map(asAbove)

const reportHidden = (form: Form, grid: Grid, lines: readonly Line[], columns: readonly Column[]): void => {
  const hidden = columns
    .filter(({ at }) => grid.hiddenColumns.includes(at))
    .map(({ heading }) => heading.replace(/\s+/g, ' '))
  const [first] = lines
  if (hidden.length > 0 && first !== undefined)
    wholeDoubt(
      form,
      first.place,
      'extra',
      'HiddenColumn',
      hidden.join(', '),
      texts.HiddenColumn(first.place.line, hidden.join(', ')),
    )
}

const whereOf = (grid: Grid): string =>
  grid.sheet !== null
    ? importTexts.leftOut.sheet(grid.sheet)
    : grid.table !== null
      ? importTexts.leftOut.table(grid.table)
      : importTexts.leftOut.file

const notAForm = (form: Form, grid: Grid, lines: readonly Line[]): void => {
  const filled = lines.filter((line) => line.filled.length > 0)
  for (const text of grid.above) leave(form, whereOf(grid), reasons.aboveTable(text))
  if (filled.length > 0) leave(form, whereOf(grid), reasons.noForm(filled.map(wholeText).join(' / ')))
}

const readGuessed = (form: Form, grid: Grid, lines: readonly Line[], heading: Heading): void => {
  const place: Place = { sheet: grid.sheet, table: grid.table, line: lines[0]?.place.line ?? 1 }
  wholeDoubt(form, place, 'extra', 'HeadingMissing', '', texts.HeadingMissing())
  const end = tailOf(lines, heading.columns)
  const above = grid.above.map((text) => ({ text, where: whereOf(grid) }))
  const first = form.outputs.length
  const state = readSection(
    form,
    grid,
    { columns: heading.columns, lines: lines.slice(0, end), continues: false, above },
    null,
  )
  for (const { text, where } of filledAbove(lines.slice(end))) leave(form, where, reasons.belowTable(text))
  settleTitle(state, first)
}

/** Reads one sheet or table into the form. A grid that holds no form is left out, with its text. */
export const readGrid = (form: Form, grid: Grid): void => {
  const lines = linesOf(grid)
  const cuts = cutsOf(lines)
  if (cuts.length === 0) {
    const heading = guessedOrder(lines)
    if (heading === null) notAForm(form, grid, lines)
    else readGuessed(form, grid, lines, heading)
    for (const text of grid.below) leave(form, whereOf(grid), reasons.belowTable(text))
    return
  }
  const first = form.outputs.length
  let above: readonly Above[] = [
    ...grid.above.map((text) => ({ text, where: whereOf(grid) })),
    ...filledAbove(lines.slice(0, cuts[0]?.start)),
  ]
  let before: State | null = null
  for (const { heading, from, to } of cuts) {
    const body = lines.slice(from, to)
    const end = tailOf(body, heading.columns)
    const continues: boolean = before !== null && sameColumns(before.columns, heading.columns)
    if (!continues) reportHidden(form, grid, body, heading.columns)
    before = readSection(
      form,
      grid,
      { columns: heading.columns, lines: body.slice(0, end), continues, above },
      before,
    )
    above = filledAbove(body.slice(end))
  }
  for (const { text, where } of above) leave(form, where, reasons.belowTable(text))
  for (const text of grid.below) leave(form, whereOf(grid), reasons.belowTable(text))
  if (before !== null) settleTitle(before, first)
}
