import { importTexts } from '../../texts/import.ts'
import { addAlone, addHeadSum, isAlone, type Layout, layoutOf } from './alone.ts'
import type { Column } from './columns.ts'
import type { Grid } from './grid.ts'
import { type Line, wholeText } from './lines.ts'
import { columnAt, isClosing, isColumnNumbers, isSignature, isStrong, meant, sumLabelOf } from './shapes.ts'
import {
  addRow,
  dropTitle,
  type Form,
  leave,
  leaveLine,
  type State,
  startTitle,
  wholeDoubt,
} from './state.ts'
import { checkSum, unlabelledSum } from './sums.ts'
import { guessTitle } from './titles.ts'

export type Section = {
  readonly columns: readonly Column[]
  readonly lines: readonly Line[]
  readonly continues: boolean
  readonly above: readonly Above[]
}
export type Above = { readonly text: string; readonly where: string }

/** First line of what stands below the rows: signatures, notes, and the title of a table that follows. */
export const tailOf = (lines: readonly Line[], columns: readonly Column[]): number => {
  let last = lines.length - 1
  while (
    last >= 0 &&
    !isStrong(lines[last] as Line, columns) &&
    sumLabelOf(lines[last] as Line, columns) === null
  )
    last -= 1
  const stage = columnAt(columns, 'stage')
  let gap = false
  for (let at = last + 1; at < lines.length; at += 1) {
    const line = lines[at] as Line
    if (line.filled.length === 0) {
      gap = true
      continue
    }
    const filled = meant(line, columns)
    const onlyStage = filled.length === 1 && filled[0] === stage
    const closing = gap || isSignature(line) || isClosing(wholeText(line))
    const loose = closing || isAlone(line, columns) || (filled.length < 2 && !onlyStage)
    if (loose) return at
  }
  return lines.length
}

const addLine = (state: State, lines: readonly Line[], at: number, layout: Layout): void => {
  const line = lines[at] as Line
  state.form.check()
  if (line.filled.length === 0) return
  const label = sumLabelOf(line, state.columns)
  if (at < 2 && isColumnNumbers(line)) leaveLine(state, line, importTexts.leftOut.columnNumbers)
  else if (label !== null) checkSum(state, line, label)
  else if (unlabelledSum(state, line)) checkSum(state, line, wholeText(line))
  else if (isAlone(line, state.columns)) addAlone(state, lines, at, layout)
  else if (!addHeadSum(state, lines, at)) addRow(state, line)
}

const takeTitleAbove = (state: State, section: Section): void => {
  const guess = guessTitle(section.above.map(({ text }) => text))
  section.above.forEach(({ text, where }, at) => {
    if (guess === null || at !== guess.at) leave(state.form, where, importTexts.leftOut.aboveTable(text))
  })
  if (guess === null) return
  const place = { sheet: state.grid.sheet, table: state.grid.table, line: 0 }
  startTitle(state, guess.title, place)
  state.pendingGuess = guess.sure ? null : guess.title
}

export const settleTitle = (state: State, first: number): void => {
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
        importTexts.doubt.TitleGuessed(output.title),
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
      named ? importTexts.doubt.TitleFromSheet(sheet) : importTexts.doubt.TitleMissing(),
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

export const readSection = (form: Form, grid: Grid, section: Section, before: State | null): State => {
  const state = openState(form, grid, section.columns, section.continues ? before : null)
  if (!section.continues || section.above.length > 0) takeTitleAbove(state, section)
  const layout = layoutOf(section.lines, section.columns)
  for (let at = 0; at < section.lines.length; at += 1) addLine(state, section.lines, at, layout)
  dropTitle(state)
  return state
}
