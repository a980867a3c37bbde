import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pasteBlock } from '../../../../renderer/ui/grid/clipboard.ts'
import { fillRange } from '../../../../renderer/ui/grid/fill.ts'
import { noHistory, type Sheet, sheetStep } from '../../../../renderer/ui/grid/history.ts'
import {
  applyPatches,
  clearRange,
  insertRows,
  invert,
  removeRows,
  setPatch,
} from '../../../../renderer/ui/grid/model.ts'
import type { Patches, Range, Rows } from '../../../../renderer/ui/grid/types.ts'
import { blank, columns, row, sheets } from './sheets.ts'

let made = 0
const fresh = () => {
  made += 1
  return blank(`fresh-${made}`)
}
const inside = (range: Range, rows: Rows): Range => ({
  ...range,
  top: Math.min(range.top, rows.length - 1),
  bottom: Math.min(range.bottom, rows.length - 1),
})
type Act = (rows: Rows, range: Range) => Patches
const acts: Record<string, Act> = {
  clear: (rows, range) => clearRange(rows, columns, range),
  insert: (_rows, range) => insertRows(range.top, [fresh(), fresh()]),
  remove: (rows, range) => (rows.length > range.bottom - range.top + 1 ? removeRows(rows, range) : []),
  paste: (rows, range) =>
    pasteBlock({ rows, columns, newRow: fresh }, range, [
      ['x', '5', 'Vendor'],
      ['y', 'z', ''],
      ['w', '7', 's'],
    ]).patches,
  fill: (rows, range) => fillRange(rows, columns, { ...range, bottom: range.top }, range),
  edit: (rows, range) => setPatch(rows[range.top] ?? blank('none'), 'name', `ubah ${range.left}`),
}
const actNames = fc.constantFrom(...Object.keys(acts))
const start = (rows: Rows): Sheet => ({ rows, history: noHistory })
const perform = (sheet: Sheet, name: string, range: Range) =>
  sheetStep(sheet, { type: 'do', patches: acts[name]?.(sheet.rows, inside(range, sheet.rows)) ?? [] }).sheet
const times = (sheet: Sheet, type: 'undo' | 'redo', count: number) => {
  let now = sheet
  for (let at = 0; at < count; at += 1) now = sheetStep(now, { type }).sheet
  return now
}

describe('undo and redo', () => {
  it('undo after any act gives the rows as they were', () => {
    fc.assert(
      fc.property(sheets, actNames, ({ rows, range }, name) => {
        const done = perform(start(rows), name, range)
        expect(sheetStep(done, { type: 'undo' }).sheet.rows).toEqual(rows)
      }),
    )
  })

  it('undoing everything gives the first rows, redoing everything the last', () => {
    fc.assert(
      fc.property(sheets, fc.array(actNames, { maxLength: 12 }), ({ rows, range }, names) => {
        const done = names.reduce((sheet, name) => perform(sheet, name, range), start(rows))
        const undone = times(done, 'undo', names.length)
        expect(undone.rows).toEqual(rows)
        expect(times(undone, 'redo', names.length).rows).toEqual(done.rows)
      }),
    )
  })

  it('several acts taken back as one leave nothing behind', () => {
    fc.assert(
      fc.property(sheets, fc.array(actNames, { minLength: 1, maxLength: 6 }), ({ rows, range }, names) => {
        let now: Rows = rows
        const patches = names.flatMap((name) => {
          const made = acts[name]?.(now, inside(range, now)) ?? []
          now = applyPatches(now, made)
          return made
        })
        expect(applyPatches(now, invert(patches))).toEqual(rows)
      }),
    )
  })

  it('a new act forgets what was undone', () => {
    const sheet = perform(start([row('1', 'a', 1)]), 'edit', { top: 0, bottom: 0, left: 0, right: 0 })
    const again = perform(times(sheet, 'undo', 1), 'clear', { top: 0, bottom: 0, left: 0, right: 2 })
    expect(sheetStep(again, { type: 'redo' }).patches).toEqual([])
  })

  it('nothing to undo, nothing to redo and an act without effect change nothing', () => {
    const sheet = start([row('1', 'a', 1)])
    expect(sheetStep(sheet, { type: 'undo' }).sheet).toEqual(sheet)
    expect(sheetStep(sheet, { type: 'redo' }).sheet).toEqual(sheet)
    expect(sheetStep(sheet, { type: 'do', patches: [] }).sheet).toEqual(sheet)
  })

  it('still undoes by row when the rows were put in another order meanwhile', () => {
    const rows = [row('1', 'a', 1), row('2', 'b', 2)]
    const { sheet } = sheetStep(start(rows), {
      type: 'do',
      patches: setPatch(rows[1] ?? blank(''), 'name', 'c'),
    })
    const turned = { ...sheet, rows: sheet.rows.toReversed() }
    expect(sheetStep(turned, { type: 'undo' }).sheet.rows.map(({ cells }) => cells.name)).toEqual(['b', 'a'])
  })
})
