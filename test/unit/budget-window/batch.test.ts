import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchOf } from '../../../renderer/budget/importBatch.ts'
import { draftOf } from '../../../renderer/budget/importDraft.ts'
import { type ImportFile, type OpdChoice, openFile } from '../../../renderer/budget/importModel.ts'
import { sameOpd, withoutOrphans, withRegistered, withUsed } from '../../../renderer/budget/sameOpd.ts'
import { readFile } from './rows.ts'

const bappeda: OpdChoice = { id: null, code: '5.01.01', name: 'Badan Perencanaan', short: 'Bappeda' }
const health: OpdChoice = { id: 'opd-1', code: '1.02.01', name: 'Dinas Kesehatan', short: 'Dinkes' }
const social: OpdChoice = { id: 'opd-2', code: '1.06.01', name: 'Dinas Sosial', short: '' }

const fileOf = (at: number, opd: OpdChoice | null, more: Partial<ImportFile> = {}): ImportFile => ({
  ...openFile(readFile(['APBD : 10 Juta']), at, { opd, guessed: false, year: 2027, today: '2026-11-02' }),
  ...more,
})
const doubted = (at: number, opd: OpdChoice): ImportFile =>
  openFile(
    readFile(
      ['sesuai DPA'],
      [
        {
          row: 1,
          place: { sheet: null, table: 1, line: 2 },
          column: 'resources',
          found: 'sesuai DPA',
          message: 'Jumlah tidak terbaca.',
          type: 'Unreadable',
        },
      ],
    ),
    at,
    { opd, guessed: false, year: 2027, today: '2026-11-02' },
  )
const keys = (files: readonly ImportFile[]) => files.map(({ key }) => key)
const statesOf = (files: readonly ImportFile[]) => files.map(({ state }) => state)

describe('what is saved together', () => {
  it('never takes two open files of one OPD and year', () => {
    const batch = batchOf([fileOf(0, health), fileOf(1, health), fileOf(2, social)])
    expect([keys(batch.ready), keys(batch.rival)]).toEqual([['2'], ['0', '1']])
  })
  it.each([
    ['code', { ...bappeda, name: 'Bapeda', short: '' }],
    ['name', { ...bappeda, code: '', name: 'BADAN  Perencanaan' }],
    ['short name', { ...bappeda, code: '', name: 'Bappeda', short: '' }],
    ['code in the register', { ...bappeda, id: 'opd-9', name: 'Bapeda', short: '' }],
  ])('knows a new OPD again by its %s', (_by, other) => {
    expect(keys(batchOf([fileOf(0, bappeda), fileOf(1, other)]).rival)).toEqual(['0', '1'])
  })
  it('tells OPDs apart by the register, and never by words that are not there', () => {
    expect(sameOpd(health, { ...health, id: 'opd-2' })).toBe(false)
    expect(sameOpd({ ...bappeda, code: '', short: '' }, { ...social, id: null, code: '' })).toBe(false)
    expect(sameOpd(null, null)).toBe(false)
  })
  it('takes files of one OPD for two years together', () => {
    expect(keys(batchOf([fileOf(0, health), fileOf(1, health, { year: 2028 })]).ready)).toEqual(['0', '1'])
  })
  it('leaves files with open marks, and those where something is missing', () => {
    const batch = batchOf([doubted(0, health), fileOf(1, social), fileOf(2, null)])
    expect([keys(batch.marked), keys(batch.ready), keys(batch.unfinished)]).toEqual([['0'], ['1'], ['2']])
  })
  it('does not replace the form that the same import has just written', () => {
    const batch = batchOf([fileOf(0, health, { state: 'saved' }), fileOf(1, health), fileOf(2, social)])
    expect([keys(batch.ready), keys(batch.rival)]).toEqual([['2'], ['1']])
  })
  it('holds at most one file of an OPD and year, whatever was brought', () => {
    const opd = fc.constantFrom(health, social, bappeda, { ...bappeda, code: '' }, null)
    const state = fc.constantFrom<ImportFile['state']>('open', 'saved', 'refused', 'aside')
    const files = fc
      .array(fc.tuple(opd, fc.constantFrom(2027, 2028), state), { maxLength: 8 })
      .map((all) => all.map(([own, year, now], at) => fileOf(at, own, { year, state: now })))
    fc.assert(
      fc.property(files, (all) => {
        const { ready, marked } = batchOf(all)
        const written = [...ready, ...marked, ...all.filter((file) => file.state === 'saved')]
        for (const one of [...ready, ...marked])
          for (const other of written)
            expect(one !== other && one.year === other.year && sameOpd(one.opd, other.opd)).toBe(false)
      }),
    )
  })
})

describe('several files of one OPD', () => {
  const three = [fileOf(0, health), fileOf(1, health), fileOf(2, health), fileOf(3, social)]
  it('are set aside for the one that is used', () => {
    const files = withUsed(three, '1')
    expect(statesOf(files)).toEqual(['aside', 'open', 'aside', 'open'])
    expect(keys(batchOf(files).ready)).toEqual(['1', '3'])
  })
  it('are asked about again when one is taken back, and the choice can change', () => {
    const back = withUsed(three, '1').map((file) =>
      file.key === '0' ? { ...file, state: 'open' as const } : file,
    )
    expect(keys(batchOf(back).rival)).toEqual(['0', '1'])
    const files = withoutOrphans(withUsed(back, '0'))
    expect(statesOf(files)).toEqual(['open', 'aside', 'aside', 'open'])
  })
  it.each([
    ['was refused', { state: 'refused' as const }],
    ['is of another OPD', { opd: social }],
    ['is of another year', { year: 2028 }],
  ])('come back by themselves when the one used %s', (_why, change) => {
    const files = withUsed(three, '1').map((file) => (file.key === '1' ? { ...file, ...change } : file))
    expect(
      statesOf(withoutOrphans(files))
        .slice(0, 3)
        .filter((state) => state === 'aside'),
    ).toEqual([])
  })
  it('stay aside once the one used was saved', () => {
    const files = withUsed(three, '1').map((file) =>
      file.key === '1' ? { ...file, state: 'saved' as const } : file,
    )
    expect(statesOf(withoutOrphans(files)).slice(0, 3)).toEqual(['aside', 'saved', 'aside'])
  })
  it('keep what the officer wrote in them while they are aside', () => {
    const files = withUsed([fileOf(0, health, { letter: '12/A' }), fileOf(1, health)], '1')
    expect(draftOf(files)?.files.map(({ letter }) => letter)).toContain('12/A')
  })
  it('belong to the OPD of the register as soon as the first of them was saved', () => {
    const known = { ...bappeda, id: 'opd-9' }
    const files = withRegistered([fileOf(0, bappeda), fileOf(1, social), fileOf(2, null)], [known])
    expect(files.map(({ opd }) => opd?.id)).toEqual(['opd-9', 'opd-2', undefined])
    const mistyped = fileOf(0, { ...bappeda, name: 'Dinas Lain', short: '' })
    expect(withRegistered([mistyped], [known])[0]?.opd?.id).toBeNull()
  })
})
