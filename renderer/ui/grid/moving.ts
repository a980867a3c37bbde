import { cellsIn, type Desk } from './desk.ts'
import type { Editing } from './editing.ts'
import type { Command } from './keys.ts'
import { markedSpots, nextMarked } from './marks.ts'
import type { RowActs } from './rowActs.ts'
import { afterEnter, afterTab, extendTo, jump, neighbour, selectRange, selectSpot } from './selection.ts'
import type { Range, Spot } from './types.ts'

const pageRows = 12

/** Where the frame goes. Whatever moves it takes over first what was being typed. */
export const makeMoving = (desk: Desk, { commit, moveChoice }: Editing, { appendRow }: RowActs) => {
  const { now, range, size, active, select } = desk
  const move = ({ direction, how, extend }: Extract<Command, { type: 'move' }>) => {
    const choosing = now().view.choice !== null && (direction === 'up' || direction === 'down')
    if (choosing) return moveChoice(direction === 'down' ? 1 : -1)
    commit()
    const { selection } = now().view
    const from = extend ? selection.head : selection.active
    const spot =
      how === 'jump'
        ? jump(now().sheet.rows(), now().columns, from, direction)
        : neighbour(from, direction, size(), how === 'page' ? pageRows : 1)
    select(extend ? extendTo(selection, spot) : selectSpot(spot))
  }
  const edges = (to: Extract<Command, { type: 'edge' }>['to'], from: Spot): Spot => {
    const [lastRow, lastColumn] = [size().rows - 1, size().columns - 1]
    if (to === 'rowStart') return { row: from.row, column: 0 }
    if (to === 'rowEnd') return { row: from.row, column: lastColumn }
    return to === 'sheetStart' ? { row: 0, column: 0 } : { row: lastRow, column: lastColumn }
  }
  const edge = ({ to, extend }: Extract<Command, { type: 'edge' }>) => {
    const { selection } = now().view
    const spot = edges(to, extend ? selection.head : selection.active)
    select(extend ? extendTo(selection, spot) : selectSpot(spot))
  }
  const isLastCell = () => active().row === size().rows - 1 && active().column === size().columns - 1
  const tab = (back: boolean): boolean => {
    if (now().released) return false
    commit()
    const appended = !back && isLastCell() && cellsIn(range()) === 1 && appendRow()
    if (!appended) select(afterTab(now().view.selection, back, size()))
    return true
  }
  const enter = (back: boolean) => {
    commit()
    select(afterEnter(now().view.selection, back, size()))
  }

  const gotoMark = (back: boolean) => {
    const { sheet, columns, props } = now()
    const spot = nextMarked(
      markedSpots(sheet.rows(), columns, props.marks ?? {}, sheet.doubts),
      active(),
      back,
    )
    if (spot) select(selectSpot(spot))
  }
  const goTo = (row: string, column: string) => {
    const at = now()
      .sheet.rows()
      .findIndex(({ id }) => id === row)
    const into = now().columns.findIndex(({ key }) => key === column)
    if (at >= 0) select(selectSpot({ row: at, column: Math.max(0, into) }))
  }

  const whole = (): Range => ({ top: 0, left: 0, bottom: size().rows - 1, right: size().columns - 1 })
  const selectAll = () => select({ ...selectRange(whole()), active: active(), tabFrom: null })
  const selectRow = () => select(selectRange({ ...range(), left: 0, right: size().columns - 1 }))
  const selectColumn = () => select(selectRange({ ...range(), top: 0, bottom: size().rows - 1 }))
  return { move, edge, tab, enter, gotoMark, goTo, selectAll, selectRow, selectColumn }
}
