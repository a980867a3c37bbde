import { gridTexts } from '../../../shared/texts/ui.ts'
import { formatWhole } from '../format.ts'
import type { Desk } from './desk.ts'
import { insertRows, removeRows } from './model.ts'
import { selectRange, selectSpot } from './selection.ts'
import type { GridRow, Patches } from './types.ts'

const said = gridTexts.said

/** Rows that come and go, and the way back. */
export const makeRowActs = ({ now, range, size, active, select, say, act }: Desk) => {
  const freshRows = (at: number, count: number): GridRow[] => {
    const { newRow } = now().props
    return newRow ? Array.from({ length: count }, (_, index) => newRow(at + index)) : []
  }
  const insert = (below = false) => {
    const { top, bottom } = range()
    const count = bottom - top + 1
    const at = below ? bottom + 1 : top
    const rows = freshRows(at, count)
    if (act('insert', insertRows(at, rows)).length === 0) return
    say(said.inserted(formatWhole(count)))
    select(selectRange({ top: at, bottom: at + count - 1, left: 0, right: size().columns - 1 }))
  }
  const remove = () => {
    const { top, bottom } = range()
    if (!now().props.newRow || act('remove', removeRows(now().sheet.rows(), { top, bottom })).length === 0)
      return
    say(said.removed(formatWhole(bottom - top + 1)))
    select(selectSpot({ row: Math.max(0, Math.min(top, size().rows - 1)), column: active().column }))
  }
  const addFirst = () => {
    act('insert', insertRows(0, freshRows(0, 1)))
    select(selectSpot({ row: 0, column: 0 }))
  }

  /** The frame goes to what undo or redo changed. */
  const showChange = (patches: Patches) => {
    const changed = patches[0]
    if (!changed) return
    const row =
      changed.type === 'set'
        ? now()
            .sheet.rows()
            .findIndex(({ id }) => id === changed.row)
        : changed.at
    const column = changed.type === 'set' ? now().columns.findIndex(({ key }) => key === changed.column) : 0
    select(selectSpot({ row: Math.max(0, Math.min(row, size().rows - 1)), column: Math.max(0, column) }))
  }
  const stepBack = (type: 'undo' | 'redo') => {
    const patches = now().sheet.act(type, { type })
    if (patches.length > 0) say(type === 'undo' ? said.undone : said.redone)
    showChange(patches)
  }
  const canAdd = () => now().props.newRow !== undefined && !now().props.readOnly
  /** false where rows cannot be added. */
  const appendRow = (): boolean => {
    if (!canAdd()) return false
    act('insert', insertRows(size().rows, freshRows(size().rows, 1)))
    select(selectSpot({ row: size().rows - 1, column: 0 }))
    return true
  }
  return { insert, remove, addFirst, appendRow, stepBack }
}
export type RowActs = ReturnType<typeof makeRowActs>
