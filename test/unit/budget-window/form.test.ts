import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeCount, positionsOf, saveInput, storedOf } from '../../../renderer/budget/formModel.ts'
import { conflictKey, conflictsOf, rebased } from '../../../renderer/budget/formStale.ts'
import { type Sheet, takeChange } from '../../../renderer/budget/sheet.ts'
import { acts, changeOf, insertRow, setCell, storedRow } from './rows.ts'

const form = 'aaaaaaaaaa.1.1'
const seen = { aaaaaaaaaa: 1 }
const rows = ['a', 'b', 'c'].map((id, at) => storedRow(id, { position: (at + 1) * 1024 }))
const stored = storedOf(rows)
const edit = (sheet: Sheet, row: string, column: string, value: string | number | null): Sheet =>
  takeChange(sheet, setCell(sheet.rows, row, column, value), stored.bases)

describe('Simpan', () => {
  test('sends nothing where nothing differs, also after typing and taking back', () => {
    const back = edit(
      edit(stored.sheet, 'a', 'resources', 'APBD : 1 juta'),
      'a',
      'resources',
      'APBD : 10 Juta',
    )
    expect(saveInput(form, seen, stored.sheet, stored)).toBeNull()
    expect(saveInput(form, seen, back, stored)).toBeNull()
  })

  test('sends only the cells that differ; an amount only where the officer typed it', () => {
    const read = edit(stored.sheet, 'b', 'resources', 'DAK : 5 Juta')
    expect(saveInput(form, seen, read, stored)?.updated).toEqual([
      { id: 'b', position: null, values: { resources: 'DAK : 5 Juta' } },
    ])
    const typed = edit(stored.sheet, 'b', 'amount', 7)
    expect(saveInput(form, seen, typed, stored)?.updated).toEqual([
      { id: 'b', position: null, values: { amount: 7 } },
    ])
  })

  test('places a new row between its neighbours', () => {
    const sheet = takeChange(
      stored.sheet,
      insertRow(stored.sheet.rows, 1, { id: 'baru', cells: { stage: 'Uji' } }),
      stored.bases,
    )
    expect(saveInput(form, seen, sheet, stored)).toMatchObject({
      created: [{ key: 'baru', position: 1536, values: { stage: 'Uji' } }],
      updated: [],
    })
  })

  test('counts rows, whatever happened to them', () => {
    expect(changeCount(saveInput(form, seen, edit(stored.sheet, 'a', 'stage', 'x'), stored))).toBe(1)
  })
})

describe('places of rows', () => {
  test('rise from row to row, and rows of the store move only where there is no room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ known: fc.boolean(), gap: fc.integer({ min: 1, max: 3 }) }), { maxLength: 30 }),
        (plan) => {
          let last = 0
          const known = new Map<string, number>()
          const grid = plan.map(({ known: isKnown, gap }, at) => {
            const id = String(at)
            if (isKnown) {
              last += gap
              known.set(id, last)
            }
            return { id, cells: {} }
          })
          const places = [...positionsOf(grid, known).values()]
          expect(places.every((place, at) => Number.isInteger(place) && place > (places[at - 1] ?? 0))).toBe(
            true,
          )
          if (plan.every(({ known: isKnown }) => isKnown)) expect(places).toEqual([...known.values()])
        },
      ),
    )
  })
})

describe('what another officer wrote meanwhile', () => {
  const now = storedOf([
    storedRow('a', { position: 1024, stage: 'Instalasi kabel', note: 'dari petugas lain' }),
    storedRow('b', { position: 2048 }),
  ])
  const mine = edit(
    edit(edit(stored.sheet, 'a', 'stage', 'Instalasi serat'), 'b', 'resources', 'APBD : 3 Juta'),
    'c',
    'stage',
    'Hilang',
  )

  test('is shown cell by cell where both touched it, and for a row that is gone', () => {
    expect(conflictsOf(mine, stored, now)).toEqual([
      { row: 'a', number: 1, column: 'stage', mine: 'Instalasi serat', theirs: 'Instalasi kabel' },
      { row: 'c', number: null, column: 'stage', mine: 'Hilang', theirs: null },
    ])
  })

  test('stays, with my own cells put onto it; a cell given to the other officer stays theirs', () => {
    const byMe = rebased(mine, stored, now, new Set())
    expect(byMe.rows[0]?.cells).toMatchObject({ stage: 'Instalasi serat', note: 'dari petugas lain' })
    expect(byMe.rows[1]?.cells).toMatchObject({ resources: 'APBD : 3 Juta', amount: 3_000_000 })
    expect(byMe.rows).toHaveLength(2)
    const theirs = rebased(mine, stored, now, new Set([conflictKey({ row: 'a', column: 'stage' })]))
    expect(theirs.rows[0]?.cells).toMatchObject({ stage: 'Instalasi kabel' })
  })

  test('is never lost: put onto the same store, my work is what I had', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const sheet = all.reduce<Sheet>((before, act) => {
          const change = changeOf(before.rows, act)
          return change === null ? before : takeChange(before, change, stored.bases)
        }, stored.sheet)
        expect(rebased(sheet, stored, stored, new Set()).rows.map(({ cells }) => cells)).toEqual(
          sheet.rows.map(({ cells }) => cells),
        )
      }),
    )
  })
})
