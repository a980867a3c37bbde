import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachmentAdd, attachmentList } from '../../../shared/contract/attachments.ts'
import { opdRegister, opdSotk, opdSotkPreview, opdTake } from '../../../shared/contract/opd.ts'
import { commitUndo, recordGet, recordSave } from '../../../shared/contract/records.ts'
import { openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { must } from '../../fixtures/store.ts'

let at: TestCore
let health = ''
let family = ''
beforeEach(async () => {
  at = openTestCore()
  await at.begin()
  const { seen } = must(await at.call(opdRegister, {}))
  const blank = { id: null, short: '', head: '' }
  const rows = [
    { ...blank, code: '1.02', name: 'Dinas Kesehatan' },
    { ...blank, code: '2.14', name: 'Dinas Keluarga Berencana' },
  ]
  must(await at.call(opdTake, { rows, seen }))
  ;[health = '', family = ''] = must(await at.call(opdRegister, {})).opds.map(({ id }) => id)
})
afterEach(() => at.close())

const merger = () => ({
  kind: 'gabung' as const,
  on: '2026-07-01',
  basis: '',
  from: [family],
  to: [{ id: health, code: '', name: '', short: '', head: '' }],
})
const application = async (name: string) =>
  must(
    await at.call(recordSave, { type: 'application', id: null, values: { name, opd: family }, seen: null }),
  ).id
const opdOf = async (id: string) => must(await at.call(recordGet, { type: 'application', id })).values['opd']
const moves = [{ type: 'application', to: 0 }]
const preview = async () => must(await at.call(opdSotkPreview, merger()))
const errorOf = (result: { ok: boolean; error?: { type: string } }) => (result.ok ? null : result.error?.type)

describe('a change of the structure', () => {
  it('is refused where something would move that the preview had not shown, and nothing is written', async () => {
    const first = await application('SIM KB')
    const { seen, registers } = await preview()
    expect(registers).toEqual([{ type: 'application', label: 'Aplikasi', moved: 1, left: 0 }])
    await application('SIM Posyandu')
    expect(errorOf(await at.call(opdSotk, { change: merger(), moves, seen }))).toBe('Stale')
    expect(await opdOf(first)).toBe(family)
    const again = await preview()
    expect(must(await at.call(opdSotk, { change: merger(), moves, seen: again.seen })).moved).toBe(2)
    expect(await opdOf(first)).toBe(health)
  })

  it('takes the files of a record along, and undo brings both back', async () => {
    const id = await application('SIM KB')
    must(
      await at.call(attachmentAdd, {
        owner: id,
        files: [{ name: 'kak.pdf', bytes: new Uint8Array([1, 2]) }],
      }),
    )
    const { commit } = must(await at.call(opdSotk, { change: merger(), moves, seen: (await preview()).seen }))
    const [file] = must(await at.call(attachmentList, { owner: id })).attachments
    const fileOpd = async () =>
      must(await at.call(recordGet, { type: 'attachment', id: file?.id ?? '' })).values['opd']
    expect([await opdOf(id), await fileOpd()]).toEqual([health, health])
    must(await at.call(commitUndo, { commit }))
    expect([await opdOf(id), await fileOpd()]).toEqual([family, family])
    expect(at.defects).toEqual([])
  })

  it('names roles that would stay with an OPD that ends, and is none of the matters of an officer of one OPD', async () => {
    const nip = await at.officer('Budi', ['perencana', family])
    expect((await preview()).roles).toBe(1)
    await at.logout()
    must(await at.login(nip, password))
    expect(errorOf(await at.call(opdSotkPreview, merger()))).toBe('NotAllowed')
    expect(errorOf(await at.call(opdSotk, { change: merger(), moves: [], seen: {} }))).toBe('NotAllowed')
  })

  it('is asked for in full: an unknown kind and a day that is none are refused', async () => {
    expect((await at.call(opdSotkPreview, { ...merger(), kind: 'lain' as never })).ok).toBe(false)
    expect((await at.call(opdSotkPreview, { ...merger(), on: '1 Juli' })).ok).toBe(false)
    expect((await at.call(opdSotkPreview, { ...merger(), on: '2026-99-99' })).ok).toBe(false)
  })
})
