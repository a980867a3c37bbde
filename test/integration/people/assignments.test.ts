import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordGet, recordList, recordSave } from '../../../shared/contract/records.ts'
import { adminNip, openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must, refusal } from '../../fixtures/store.ts'

let at: TestCore
const ids = new Map<string, string>()
const id = (name: string): string => ids.get(name) as string
let keeper = ''

const save = (
  type: string,
  values: object,
  of: string | null = null,
  seen: Record<string, number> | null = null,
) => at.call(recordSave, { type, id: of, values: { ...values }, seen })
const make = async (name: string, type: string, values: object) =>
  void ids.set(name, must(await save(type, values)).id)

beforeAll(async () => {
  at = openTestCore()
  await at.begin()
  await make('dinkes', 'opd', { code: '1', name: 'Dinas Kesehatan' })
  await make('disdik', 'opd', { code: '2', name: 'Dinas Pendidikan' })
  await make('kadinkes', 'position', { opd: id('dinkes'), title: 'Kepala Dinas', head: true })
  await make('kadisdik', 'position', { opd: id('disdik'), title: 'Kepala Dinas', head: true })
  await make('rina', 'person', { name: 'Rina', number: 'honorer-7', opd: id('dinkes') })
  keeper = await at.officer('Pengelola', ['petugas_monev', id('dinkes')])
}, 60_000)
afterAll(() => at.close())
beforeEach(async () => void (await at.login(adminNip)))

const rina = () => ({ person: id('rina'), kind: 'plt', from: '2026-03-01' })
const ofDinkes = () => ({ ...rina(), opd: id('dinkes'), position: id('kadinkes') })

describe('an assignment', () => {
  it('is called by position, person and how it is held, wherever its title stands', async () => {
    const titleOf = async (values: object) => {
      const made = must(await save('assignment', values)).id
      return must(await at.call(recordGet, { type: 'assignment', id: made })).title
    }
    expect(await titleOf(ofDinkes())).toBe('Plt. Kepala Dinas Kesehatan · Rina')
    expect(await titleOf({ ...ofDinkes(), kind: 'definitif' })).toBe('Kepala Dinas Kesehatan · Rina')
    expect(await titleOf({ ...rina(), opd: id('dinkes') })).toBe('Plt. · Rina')
    expect(await titleOf({ kind: 'plh', from: '2026-03-01' })).toBe('Plh. sejak 2026-03-01')
    const { rows } = must(await at.call(recordList, { type: 'assignment' }))
    expect(rows.map(({ title }) => title)).toContain('Plt. Kepala Dinas Kesehatan · Rina')
  })

  it('is kept by whoever keeps the OPD of its position, and told to nobody of another', async () => {
    must(await at.login(keeper))
    const own = must(await save('assignment', ofDinkes())).id
    const { seen } = must(await at.call(recordGet, { type: 'assignment', id: own }))
    must(await save('assignment', { until: '2026-12-31' }, own, seen))
    must(await at.login())
    const other = must(
      await save('assignment', { ...rina(), opd: id('disdik'), position: id('kadisdik') }),
    ).id
    must(await at.login(keeper))
    const listed = must(await at.call(recordList, { type: 'assignment' })).rows.map((row) => row.id)
    expect(listed).toContain(own)
    expect(listed).not.toContain(other)
  })

  it('names no position of another OPD in the name of one’s own, at once or later', async () => {
    must(await at.login(keeper))
    const foreign = { ...ofDinkes(), position: id('kadisdik') }
    expect(refusal(await save('assignment', foreign))).toMatchObject({
      type: 'Forbidden',
      message: expect.stringContaining('bukan jabatan OPD yang Anda kelola'),
    })
    expect(refusal(await save('assignment', { ...rina(), position: id('kadinkes') })).type).toBe('Forbidden')
    const own = must(await save('assignment', { ...rina(), opd: id('dinkes') })).id
    const { seen } = must(await at.call(recordGet, { type: 'assignment', id: own }))
    expect(refusal(await save('assignment', { position: id('kadisdik') }, own, seen)).type).toBe('Forbidden')
    must(await save('assignment', { position: id('kadinkes') }, own, seen))
  })

  it('without its OPD, as before it was asked for, is still kept by officers of all OPDs', async () => {
    const old = must(await save('assignment', { ...rina(), position: id('kadinkes') })).id
    const { seen } = must(await at.call(recordGet, { type: 'assignment', id: old }))
    must(await save('assignment', { position: id('kadisdik') }, old, seen))
  })
})
