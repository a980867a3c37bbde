import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockOf, opdQuestion, type Register } from '../../../renderer/budget/fileBlock.ts'
import { askedOf, batchOf as batchWith } from '../../../renderer/budget/importBatch.ts'
import {
  draftOf,
  readImportDraft,
  sessionDraft,
  withDraft,
  withSession,
} from '../../../renderer/budget/importDraft.ts'
import { type ImportFile, type OpdChoice, openFile } from '../../../renderer/budget/importModel.ts'
import { sameOpd, withoutOrphans, withRegistered, withUsed } from '../../../renderer/budget/sameOpd.ts'
import type { FormSummary } from '../../../shared/contract/budget.ts'
import { readFile } from './rows.ts'

const bappeda: OpdChoice = { id: null, code: '5.01.01', name: 'Badan Perencanaan', short: 'Bappeda' }
const health: OpdChoice = { id: 'opd-1', code: '1.02.01', name: 'Dinas Kesehatan', short: 'Dinkes' }
const social: OpdChoice = { id: 'opd-2', code: '1.06.01', name: 'Dinas Sosial', short: '' }

const registerOf = (...forms: Partial<FormSummary>[]): Register => ({
  opds: [health, social].map((opd) => ({ ...opd, id: opd.id ?? '' })),
  formsOf: (year) =>
    forms
      .filter((form) => (form.year ?? 2027) === year)
      .map((form) => ({ version: 1, status: 'diterima', ...form }) as FormSummary),
})
const batchOf = (files: readonly ImportFile[]) => batchWith(files, registerOf())

const unnamed = { file: 'formulir.docx', heading: [], titles: [] }
const fileOf = (at: number, opd: OpdChoice | null, more: Partial<ImportFile> = {}): ImportFile => ({
  ...openFile(readFile(['APBD : 10 Juta']), at, { opd, guessed: false, year: 2027, today: '2026-11-02' }),
  named: unnamed,
  ...more,
})
const doubted = (at: number, opd: OpdChoice): ImportFile => ({
  ...openFile(
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
  ),
  named: unnamed,
})
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

describe('what the officer is asked before files are saved together', () => {
  const register = registerOf({ opd: 'opd-1', version: 3, opdName: 'Dinas Kesehatan', year: 2027 })
  it('is every file that would replace a form of its OPD and year, marked or not', () => {
    const files = [fileOf(0, health), fileOf(1, social), fileOf(2, health, { year: 2028 })]
    const batch = batchWith(files, register)
    expect([keys(batch.replaces), keys(batch.ready)]).toEqual([['0'], ['1', '2']])
    const marked = batchWith([doubted(0, health), doubted(1, social)], register)
    expect([keys(marked.replaces), keys(marked.marked), keys(askedOf(marked))]).toEqual([
      ['0'],
      ['1'],
      ['0', '1'],
    ])
  })
  it('is not what the officer chose to add to the form that is there', () => {
    expect(keys(batchWith([fileOf(0, health, { mode: 'append' })], register).ready)).toEqual(['0'])
  })
  it('leaves out a file whose form is locked', () => {
    const locked = registerOf({ opd: 'opd-1', status: 'dikunci', year: 2027 })
    expect(blockOf(fileOf(0, health), locked)).toBe('locked')
    expect(keys(batchWith([fileOf(0, health)], locked).unfinished)).toEqual(['0'])
  })
  it('is a file whose heading names another OPD, until the officer keeps the choice', () => {
    const named = { ...unnamed, heading: ['DINAS SOSIAL'] }
    const file = fileOf(0, health, { named })
    expect(blockOf(file, registerOf())).toBe('otherOpd')
    expect(keys(batchOf([file]).question)).toEqual(['0'])
    const kept = { ...file, opdKept: 'opd-1' }
    expect([blockOf(kept, registerOf()), keys(batchOf([kept]).ready)]).toEqual([null, ['0']])
    expect(
      blockOf({ ...kept, opd: { ...social, id: null, code: '9.9', name: 'Dinas Lain' } }, registerOf()),
    ).toBe('otherOpd')
  })
  it('is a new OPD that the register has by another writing', () => {
    const fresh = { id: null, code: '9.1', name: 'DINAS KESEHATAN Kota Prabumulih', short: '' }
    const file = fileOf(0, fresh)
    expect(opdQuestion(file, registerOf().opds)).toMatchObject({ kind: 'known', sure: true })
    expect([blockOf(file, registerOf()), keys(batchOf([file]).question)]).toEqual(['nameTaken', ['0']])
  })
  it('offers what a new OPD may be, and holds nothing back', () => {
    const file = fileOf(0, { id: null, code: '9.1', name: 'Dinas Kesehatn', short: '' })
    expect(opdQuestion(file, registerOf().opds)).toMatchObject({ kind: 'known', sure: false })
    expect(keys(batchOf([file]).ready)).toEqual(['0'])
    expect(opdQuestion({ ...file, opdKept: 'Dinas Kesehatn' }, registerOf().opds)).toBeNull()
  })
})

describe('an import that was left', () => {
  const mended = (file: ImportFile): ImportFile => ({
    ...file,
    sheet: {
      ...file.sheet,
      rows: file.sheet.rows.map((row) => ({ ...row, cells: { ...row.cells, stage: 'Diperbaiki' } })),
    },
  })
  const files = [
    mended(fileOf(0, health, { letter: '12/A' })),
    fileOf(1, social, { state: 'refused', year: 2028 }),
    fileOf(2, bappeda, { state: 'saved', saved: { form: 'f-1', version: 2 } }),
    fileOf(3, health, { state: 'aside', usedInstead: '0', received: '2026-10-01' }),
    fileOf(4, social, { guessed: true, mode: 'append', opdKept: 'opd-2' }),
  ]
  const fresh = () => files.map((_each, at) => fileOf(at, null, { guessed: true }))
  it('comes back as it was: files, choices, corrections and which file was open', () => {
    const kept = readImportDraft(JSON.parse(JSON.stringify(sessionDraft({ token: 't', files }, '3', null))))
    expect([kept?.session?.token, kept?.session?.current]).toEqual(['t', '3'])
    const back = fresh().map((file) =>
      withSession(file, kept?.session ?? { token: '', current: null, files: [] }),
    )
    const of = ({ state, usedInstead, saved, opdKept, year, received, letter, mode, sheet }: ImportFile) => ({
      state,
      usedInstead,
      saved,
      opdKept,
      year,
      received,
      letter,
      mode,
      rows: sheet.rows,
    })
    expect(back.map(of)).toEqual(files.map(of))
    expect(back.slice(0, 4).map(({ opd }) => opd)).toEqual(files.slice(0, 4).map(({ opd }) => opd))
  })
  it('guesses an OPD again that the officer did not choose, by the register of now', () => {
    const kept = sessionDraft({ token: 't', files }, null, null)
    const now = fileOf(4, health, { guessed: true })
    expect(withSession(now, kept?.session ?? { token: '', current: null, files: [] }).opd).toBe(health)
  })
  it('is over when no file is open; work on other files stays', () => {
    const former = draftOf([fileOf(9, social, { letter: '9' })])
    const done = sessionDraft(
      { token: 't', files: [{ ...fileOf(0, health), state: 'saved', name: 'lain.docx' }] },
      null,
      former,
    )
    expect([done?.session, done?.files.length]).toEqual([null, 1])
  })
  it('leaves the corrections for the same file chosen again, where the files are gone', () => {
    const kept = sessionDraft({ token: 't', files }, null, null)
    expect(withDraft(fileOf(0, null), kept).letter).toBe('12/A')
  })
})
