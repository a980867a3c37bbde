import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editText, formatCell, parseCell } from '../../../../renderer/ui/grid/cell.ts'
import { fillDown, fillRange, fillRight, fillTarget } from '../../../../renderer/ui/grid/fill.ts'
import { commandOf, type KeyPress } from '../../../../renderer/ui/grid/keys.ts'
import { addDoubts, markAt, markedSpots, nextMarked } from '../../../../renderer/ui/grid/marks.ts'
import { applyPatches, clearRange } from '../../../../renderer/ui/grid/model.ts'
import {
  afterEnter,
  afterTab,
  clampSelection,
  extendTo,
  jump,
  neighbour,
  rangeOf,
  selectRange,
  selectSpot,
} from '../../../../renderer/ui/grid/selection.ts'
import { summarise, totalsOf } from '../../../../renderer/ui/grid/summary.ts'
import type { GridColumn } from '../../../../renderer/ui/grid/types.ts'
import { blank, columns, row, sheets } from './sheets.ts'

const [name, amount, method] = columns as [GridColumn, GridColumn, GridColumn]
const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  ...held,
})
const size = { rows: 5, columns: 3 }
const rows = [
  row('1', 'a', 10, 'v'),
  row('2', 'b', null),
  row('3', 'c', 30, 's'),
  row('4', null, 'teks'),
  row('5', 'e', 50),
]

describe('a cell', () => {
  it('reads amounts as officers write them', () => {
    expect(
      ['Rp 10.000.000,-', '10000000', 'Rp10.000.000,00', '-5.000', '', '186,000,000'].map(
        (text) => parseCell(amount, text).value,
      ),
    ).toEqual([10_000_000, 10_000_000, 10_000_000, -5000, null, 186_000_000])
  })

  it('keeps what it cannot read as text and says so', () => {
    expect(parseCell(amount, '1.5')).toMatchObject({ value: '1.5', doubt: expect.stringContaining('1.5') })
    expect(parseCell(method, 'Kontrak')).toMatchObject({ value: 'Kontrak', doubt: expect.any(String) })
  })

  it('finds a choice by its word or its value, in any case', () => {
    expect(['vendor', 'V', ' Swakelola '].map((text) => parseCell(method, text).value)).toEqual([
      'v',
      'v',
      's',
    ])
  })

  it('gives its own text back when that is read again', () => {
    fc.assert(
      fc.property(sheets, ({ rows: any }) => {
        for (const each of any)
          for (const column of columns) {
            const value = each.cells[column.key] ?? null
            expect(parseCell(column, editText(column, value)).value).toBe(value)
          }
      }),
    )
  })

  it('shows numbers with points and choices by their word', () => {
    expect([formatCell(amount, 186_000_000), formatCell(method, 's'), formatCell(name, null)]).toEqual([
      '186.000.000',
      'Swakelola',
      '',
    ])
  })
})

describe('fill', () => {
  it('Ctrl+D copies the top row of the selection down, and of one row the row above', () => {
    const down = applyPatches(rows, fillDown(rows, columns, { top: 0, bottom: 2, left: 1, right: 1 }))
    expect(down.slice(0, 3).map(({ cells }) => cells.amount)).toEqual([10, 10, 10])
    const above = applyPatches(rows, fillDown(rows, columns, { top: 1, bottom: 1, left: 1, right: 1 }))
    expect(above[1]?.cells.amount).toBe(10)
    expect(fillDown(rows, columns, { top: 0, bottom: 0, left: 0, right: 0 })).toEqual([])
  })

  it('Ctrl+R copies to the right', () => {
    expect(
      applyPatches(rows, fillRight(rows, columns, { top: 0, bottom: 0, left: 0, right: 1 }))[0]?.cells.amount,
    ).toBe('a')
  })

  it('the handle repeats a block down and up', () => {
    const source = { top: 1, bottom: 2, left: 0, right: 0 }
    expect(
      applyPatches(rows, fillRange(rows, columns, source, { ...source, bottom: 4 })).map(
        ({ cells }) => cells.name,
      ),
    ).toEqual(['a', 'b', 'c', 'b', 'c'])
    expect(
      applyPatches(rows, fillRange(rows, columns, source, { ...source, top: 0 })).map(
        ({ cells }) => cells.name,
      ),
    ).toEqual(['c', 'b', 'c', null, 'e'])
  })

  it('the handle grows the selection in the direction it was pulled farther', () => {
    const source = { top: 1, bottom: 1, left: 1, right: 1 }
    expect(fillTarget(source, { row: 4, column: 2 })).toEqual({ ...source, bottom: 4 })
    expect(fillTarget(source, { row: 1, column: 0 })).toEqual({ ...source, left: 0 })
    expect(fillTarget(source, { row: 1, column: 1 })).toEqual(source)
  })

  it('never writes into a column that is read only', () => {
    const locked = columns.map((column) => (column.key === 'amount' ? { ...column, readOnly: true } : column))
    const range = { top: 0, bottom: 4, left: 0, right: 2 }
    expect(
      clearRange(rows, locked, range).some((patch) => patch.type === 'set' && patch.column === 'amount'),
    ).toBe(false)
    expect(
      fillDown(rows, locked, range).some((patch) => patch.type === 'set' && patch.column === 'amount'),
    ).toBe(false)
  })
})

describe('the selection', () => {
  it('never leaves the sheet', () => {
    const moves = fc.array(fc.constantFrom('up', 'down', 'left', 'right', 'enter', 'tab', 'back'), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(moves, (all) => {
        let now = selectSpot({ row: 2, column: 1 })
        for (const move of all) {
          if (move === 'enter') now = afterEnter(now, false, size)
          else if (move === 'tab' || move === 'back') now = afterTab(now, move === 'back', size)
          else now = selectSpot(neighbour(now.active, move as 'up', size))
          const { row: at, column } = now.active
          expect([at >= 0 && at < size.rows, column >= 0 && column < size.columns]).toEqual([true, true])
        }
      }),
    )
  })

  it('moves into a sheet that became smaller', () => {
    const far = clampSelection(selectRange({ top: 3, bottom: 9, left: 1, right: 5 }), size)
    expect(rangeOf(far)).toEqual({ top: 3, bottom: 4, left: 1, right: 2 })
  })

  it('Tab runs to the right and Enter comes back to where Tab began', () => {
    const tabbed = afterTab(afterTab(selectSpot({ row: 0, column: 0 }), false, size), false, size)
    expect(tabbed.active).toEqual({ row: 0, column: 2 })
    expect(afterEnter(tabbed, false, size).active).toEqual({ row: 1, column: 0 })
  })

  it('Enter and Tab go round inside a range', () => {
    const range = selectRange({ top: 1, bottom: 2, left: 0, right: 1 })
    const places = (next: typeof afterEnter) => {
      let now = range
      return Array.from({ length: 4 }, () => {
        now = next(now, false, size)
        return `${now.active.row}${now.active.column}`
      })
    }
    expect(places(afterEnter)).toEqual(['20', '11', '21', '10'])
    expect(places(afterTab)).toEqual(['11', '20', '21', '10'])
    expect(rangeOf(afterEnter(range, true, size))).toEqual(rangeOf(range))
  })

  it('grows from the active cell in any direction', () => {
    expect(rangeOf(extendTo(selectSpot({ row: 3, column: 2 }), { row: 1, column: 0 }))).toEqual({
      top: 1,
      bottom: 3,
      left: 0,
      right: 2,
    })
  })

  it('Ctrl+arrow stops at the end of a filled run and at the next filled cell', () => {
    expect(jump(rows, columns, { row: 0, column: 0 }, 'down')).toEqual({ row: 2, column: 0 })
    expect(jump(rows, columns, { row: 2, column: 0 }, 'down')).toEqual({ row: 4, column: 0 })
    expect(jump(rows, columns, { row: 0, column: 1 }, 'down')).toEqual({ row: 2, column: 1 })
    expect(jump(rows, columns, { row: 4, column: 0 }, 'down')).toEqual({ row: 4, column: 0 })
  })
})

describe('the keys', () => {
  it('arrows move, with Shift they select, with Ctrl they jump', () => {
    expect(commandOf(press('ArrowDown'), 'ready')).toEqual({
      type: 'move',
      direction: 'down',
      how: 'step',
      extend: false,
    })
    expect(commandOf(press('ArrowDown', { shift: true }), 'ready')).toMatchObject({ extend: true })
    expect(commandOf(press('ArrowDown', { ctrl: true }), 'ready')).toMatchObject({ how: 'jump' })
  })

  it('arrows leave a cell that was begun by typing, but move the caret after F2', () => {
    expect(commandOf(press('ArrowLeft'), 'typing')).toMatchObject({ type: 'move' })
    expect(commandOf(press('ArrowLeft'), 'editing')).toBeNull()
  })

  it('letters, Ctrl+C and Ctrl+V belong to the text and the browser', () => {
    for (const key of ['a', 'Process', 'Dead', '5']) expect(commandOf(press(key), 'ready')).toBeNull()
    for (const key of ['c', 'v', 'x', 's']) expect(commandOf(press(key, { ctrl: true }), 'ready')).toBeNull()
  })

  it('Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z undo and redo only outside the text', () => {
    expect(commandOf(press('z', { ctrl: true }), 'ready')).toEqual({ type: 'undo' })
    expect(commandOf(press('Z', { ctrl: true, shift: true }), 'ready')).toEqual({ type: 'redo' })
    expect(commandOf(press('z', { ctrl: true }), 'editing')).toBeNull()
  })

  it('Ctrl+Plus and Ctrl+Minus insert and remove rows', () => {
    expect(['+', '=', '-'].map((key) => commandOf(press(key, { ctrl: true }), 'ready')?.type)).toEqual([
      'insert',
      'insert',
      'remove',
    ])
  })
})

describe('figures and marks', () => {
  it('counts what is filled and sums what is a number', () => {
    expect(summarise(rows, columns, { top: 0, bottom: 4, left: 1, right: 1 })).toEqual({
      cells: 5,
      count: 4,
      numbers: 3,
      sum: 90,
    })
    expect(totalsOf(rows, columns)).toEqual({ amount: 90 })
  })

  it('the total is the sum of the parts however the rows are split', () => {
    fc.assert(
      fc.property(sheets, ({ rows: any, range }) => {
        const [before, after] = [any.slice(0, range.top), any.slice(range.top)]
        const sum = (part: typeof any) => Number(totalsOf(part, columns).amount)
        expect(sum(before) + sum(after)).toBe(sum(any))
      }),
    )
  })

  it('a doubt holds only while the cell keeps the value', () => {
    const doubts = addDoubts({}, [{ row: '4', column: 'amount', message: 'tidak terbaca' }], rows)
    expect(markAt(undefined, doubts['4'], 'amount', 'teks')).toEqual({
      kind: 'doubt',
      message: 'tidak terbaca',
    })
    expect(markAt(undefined, doubts['4'], 'amount', 40)).toBeUndefined()
    expect(markAt({ amount: { kind: 'error', message: 'x' } }, doubts['4'], 'amount', 'teks')?.kind).toBe(
      'error',
    )
  })

  it('F8 goes from mark to mark and round again, past mere changes', () => {
    const marks = {
      2: { name: { kind: 'doubt', message: '' } },
      3: { name: { kind: 'changed', message: '' } },
      4: { method: { kind: 'error', message: '' } },
    } as const
    const spots = markedSpots(rows, columns, marks, {})
    expect(spots).toHaveLength(2)
    expect(nextMarked(spots, { row: 0, column: 0 }, false)).toEqual({ row: 1, column: 0 })
    expect(nextMarked(spots, { row: 1, column: 0 }, false)).toEqual({ row: 3, column: 2 })
    expect(nextMarked(spots, { row: 3, column: 2 }, false)).toEqual({ row: 1, column: 0 })
    expect(nextMarked(spots, { row: 1, column: 0 }, true)).toEqual({ row: 3, column: 2 })
    expect(nextMarked([], { row: 0, column: 0 }, false)).toBeNull()
  })

  it('an empty row adds nothing', () => {
    expect(totalsOf([blank('1')], columns)).toEqual({ amount: 0 })
  })
})
