import { importTexts } from '../../texts/import.ts'
import type { Column } from './columns.ts'
import { flatAt, type Line, textAt, wholeText } from './lines.ts'
import { moneyOf, statedSum, sumOf } from './money-cells.ts'
import { columnAt, isFootnote, meant, sumLabelOf } from './shapes.ts'
import { addRow, leaveLine, type State, startSub, startTitle } from './state.ts'
import { labelledTitle } from './titles.ts'

/** Alone in the first column of the form, or merged over several. */
export const isAlone = (line: Line, columns: readonly Column[]): boolean => {
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

const moneyColumns = (columns: readonly Column[]): ReadonlySet<number> =>
  new Set(
    columns
      .filter(({ role }) => role === 'amount' || role === 'resources' || role === 'total')
      .map(({ at }) => at),
  )

/** A name in the first column and money, nothing between: a row that may hold the sum of the rows below it. */
const isHead = (line: Line, columns: readonly Column[]): boolean => {
  const money = moneyColumns(columns)
  const filled = meant(line, columns)
  const names = filled.filter((at) => !money.has(at))
  const first = columnAt(columns, 'output') ?? columnAt(columns, 'subOutput')
  return names.length === 1 && filled.length > 1 && first !== undefined && (names[0] ?? first + 1) <= first
}

const longestGroup = 500
/** Whether the rows below add up to what the line states, at the end of a group. */
const sumsUp = (lines: readonly Line[], at: number, columns: readonly Column[], stated: number): boolean => {
  let sum = 0
  for (let next = at + 1; next <= Math.min(lines.length, at + longestGroup); next += 1) {
    const line = lines[next]
    if (
      line === undefined ||
      isHead(line, columns) ||
      isAlone(line, columns) ||
      sumLabelOf(line, columns) !== null ||
      hasOwnSub(line, columns)
    ) {
      if (sum === stated) return true
    }
    if (line === undefined || sum > stated) return false
    if (!isHead(line, columns) && sumLabelOf(line, columns) === null)
      sum += sumOf(moneyOf(line, columns).resources.funding)
  }
  return false
}

/** A title or sub output that carries the sum of its rows: counted once, in the rows. */
export const addHeadSum = (state: State, lines: readonly Line[], at: number): boolean => {
  const line = lines[at] as Line
  const { columns } = state
  if (!isHead(line, columns)) return false
  const stated = statedSum(line, columns)
  const next = lines[nextFilled(lines, at)]
  if (stated === null || next === undefined || !sumsUp(lines, at, columns, stated)) return false
  leaveLine(state, line, importTexts.leftOut.sumMatches)
  const text = flatAt(line, meant(line, columns)[0])
  if (isHead(next, columns) || hasOwnSub(next, columns)) startTitle(state, text, line.place)
  else startSub(state, text)
  return true
}

const nextFilled = (lines: readonly Line[], at: number): number => {
  let next = at + 1
  while (next < lines.length && lines[next]?.filled.length === 0) next += 1
  return next
}

type Alone = 'title' | 'sub' | 'row' | 'note'
export type Layout = { readonly nested: boolean; readonly anySub: boolean }

export const layoutOf = (lines: readonly Line[], columns: readonly Column[]): Layout => {
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

const aloneText = (line: Line, columns: readonly Column[]): string => flatAt(line, meant(line, columns)[0])

export const addAlone = (state: State, lines: readonly Line[], at: number, layout: Layout): void => {
  const line = lines[at] as Line
  const kind = decideAlone(state, lines, at, layout)
  if (kind === 'note') leaveLine(state, line, importTexts.leftOut.note)
  else if (kind === 'row') addRow(state, line)
  else if (kind === 'title') startTitle(state, aloneText(line, state.columns), line.place)
  else
    startSub(
      state,
      aloneText(line, state.columns).replace(/^sub\s*-?\s*(?:output|keluaran|kegiatan)\s*\d*\s*[:.]\s*/i, ''),
    )
}
