import { describe, expect, test } from 'vitest'
import { compareFile } from '../../../renderer/budget/comparison.ts'
import { missingFor, openFile } from '../../../renderer/budget/importModel.ts'
import { takeChange } from '../../../renderer/budget/sheet.ts'
import { readFile, setCell, storedRow } from './rows.ts'

const start = { opd: null, guessed: false, year: 2027, today: '2026-11-21' }
const file = (texts: readonly string[]) => openFile(readFile(texts), 0, start)
const stored = (at: number, more = {}) =>
  storedRow(`r${at}`, { output: 'SIKDA', subOutput: 'Aplikasi', stage: `Tahap ${at}`, method: '', ...more })

describe('a file beside the version in use', () => {
  test('that says the same is told as the same, in whatever order its rows stand', () => {
    const texts = ['APBD : 10 Juta', 'APBD : 10 Juta']
    expect(compareFile(file(texts), [stored(2), stored(1)])).toMatchObject({ same: true, differences: [] })
  })

  test('is summed up as new, gone and changed rows, and both totals', () => {
    const compared = compareFile(file(['APBD : 10 Juta', 'APBD : 15 Juta', 'APBD : 1 Juta']), [
      stored(1),
      stored(2),
      stored(9, { stage: 'Sewa jaringan kantor' }),
    ])
    expect(compared).toMatchObject({
      same: false,
      added: 1,
      removed: 1,
      changed: 1,
      before: 30_000_000,
      after: 26_000_000,
    })
  })

  test('follows what the officer corrects', () => {
    const open = file(['APBD : 10 Juta', 'APBD : 15 Juta'])
    const changed = {
      ...open,
      sheet: takeChange(open.sheet, setCell(open.sheet.rows, '2', 'resources', 'APBD : 10 Juta'), open.bases),
    }
    expect(compareFile(open, [stored(1), stored(2)]).same).toBe(false)
    expect(compareFile(changed, [stored(1), stored(2)]).same).toBe(true)
  })

  test('of 12,000 rows that all differ is told within the time of a breath', () => {
    const many = Array.from({ length: 12_000 }, (_unused, at) => `APBD : ${at + 1} ribu`)
    const present = many.map((_text, at) => stored(at + 1, { stage: `Langkah ${at * 7}` }))
    const large = file(many)
    const started = performance.now()
    const { added, removed, changed } = compareFile(large, present)
    expect(performance.now() - started).toBeLessThan(4000)
    expect([added + changed, removed + changed]).toEqual([12_000, 12_000])
  })
})

describe('what is missing before Simpan', () => {
  const opd = { id: null, code: '', name: 'Dinas Kominfo', short: '' }
  test('is named one thing at a time, in the order of the fields', () => {
    const open = file(['APBD : 1 Juta'])
    expect(missingFor(open)).toBe('opd')
    expect(missingFor({ ...open, opd: { ...opd, code: '2.16', name: ' ' } })).toBe('name')
    expect(missingFor({ ...open, opd }), 'a code may come later').toBeNull()
    const named = { ...open, opd: { ...opd, code: '2.16' } }
    expect(missingFor({ ...named, year: 20 })).toBe('year')
    expect(missingFor({ ...named, received: '' })).toBe('received')
    expect(missingFor({ ...named, sheet: { ...named.sheet, rows: [] } })).toBe('rows')
    expect(missingFor(named)).toBeNull()
  })
})
