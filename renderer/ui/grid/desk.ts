import type { RefObject } from 'react'
import { gridTexts } from '../../../shared/texts/ui.ts'
import type { GridProps } from './props.ts'
import { rangeOf, type Selection } from './selection.ts'
import type { CellDoubt, Columns, GridColumn, GridRow, Patches, Range } from './types.ts'
import type { View } from './useGrid.ts'
import type { Sheet } from './useSheet.ts'

/** What the controller sees: always the newest. */
export type Live = {
  scroller: HTMLDivElement | null
  editor: HTMLTextAreaElement | null
  /** The next drawing puts the focus into the active cell. */
  wantsFocus: boolean
  /** Esc was pressed on a cell at rest: the next Tab leaves the grid. */
  released: boolean
  readonly columns: Columns
  readonly sheet: Sheet
  readonly props: GridProps
  view: View
  readonly frozenWidth: number
  readonly setView: (change: (view: View) => View) => void
}

/** What every act of a grid works with: the newest state, and the two ways to change it. */
export const makeDesk = (live: RefObject<Live>) => {
  const now = () => live.current
  const range = () => rangeOf(now().view.selection)
  const size = () => ({ rows: now().sheet.rows().length, columns: now().columns.length })
  const active = () => now().view.selection.active
  const activeRow = (): GridRow | undefined => now().sheet.rows()[active().row]
  const activeColumn = (): GridColumn | undefined => now().columns[active().column]

  const select = (selection: Selection) => {
    now().wantsFocus = true
    now().setView((view) => ({ ...view, selection, mode: 'ready', choice: null, fill: null, refused: '' }))
  }
  const say = (text: string) => now().setView((view) => ({ ...view, said: text }))
  /** Says on the line under the sheet why nothing happened. */
  const refuse = (text: string) => now().setView((view) => ({ ...view, said: text, refused: text }))
  /** Whether the active cell cannot be typed into; then it is said why. */
  const refusesTyping = (): boolean => {
    const { props } = now()
    const column = activeColumn()
    if (props.readOnly) refuse(props.whyReadOnly ?? gridTexts.readOnlySheet)
    else if (column?.readOnly) refuse(column.whyReadOnly ?? gridTexts.readOnly)
    else return false
    return true
  }
  /** A doubt is said at once: the frame may be on the next cell before anybody sees the mark. */
  const sayDoubt = ([first]: readonly CellDoubt[]) => {
    if (!first) return
    const { sheet, columns } = now()
    const at = sheet.rows().findIndex(({ id }) => id === first.row)
    const heading = columns.find(({ key }) => key === first.column)?.heading ?? ''
    say(`${gridTexts.place(at + 1, heading)}: ${first.message}`)
  }
  const act = (
    kind: Parameters<Sheet['act']>[0],
    patches: Patches,
    doubts: readonly CellDoubt[] = [],
  ): Patches => {
    const changed = now().sheet.act(kind, { type: 'do', patches }, doubts)
    if (changed.length > 0) sayDoubt(doubts)
    return changed
  }
  return { now, range, size, active, activeRow, activeColumn, select, say, refuse, refusesTyping, act }
}
export type Desk = ReturnType<typeof makeDesk>

export const cellsIn = ({ top, left, bottom, right }: Range): number =>
  (bottom - top + 1) * (right - left + 1)
