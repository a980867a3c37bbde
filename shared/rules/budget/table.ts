import { importTexts } from '../../texts/import.ts'
import type { Column } from './columns.ts'
import type { Grid } from './grid.ts'
import { guessedOrder, type Heading, headingAt, sameColumns } from './headings.ts'
import { type Line, linesOf, wholeText } from './lines.ts'
import type { Place } from './parsed.ts'
import { type Above, readSection, settleTitle, tailOf } from './section.ts'
import { type Form, leave, type State, whereOf, wholeDoubt } from './state.ts'

const { doubt: texts, leftOut: reasons, place: placeText } = importTexts

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
