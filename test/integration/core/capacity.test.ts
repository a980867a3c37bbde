import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { opdDeclare } from '../../../shared/contract/opd.ts'
import { logList, recordList, recordSave } from '../../../shared/contract/records.ts'
import { sessionActAs, workspaceStatus } from '../../../shared/contract/session.ts'
import { adminNip, openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must, refusal, testNow } from '../../fixtures/store.ts'

const day = 24 * 3_600_000
let now = testNow
let at: TestCore
beforeEach(async () => {
  now = testNow
  at = openTestCore({ now: () => now })
  await at.begin()
})
afterEach(async () => {
  expect(at.defects).toEqual([])
  await at.close()
})

describe('the capacity in an entry', () => {
  it('names the office that is held for another on the days of the loan, and else the own roles', async () => {
    const nip = await at.officer('Budi', ['hanya_lihat', null])
    const officer = must(await at.call(recordList, { type: 'officer', filters: { nip } })).rows[0]
      ?.id as string
    const lent = {
      officer,
      role: 'verifikator',
      actingFor: 'Kabid Aptika',
      from: '2026-11-23',
      until: '2026-11-24',
    }
    must(await at.call(recordSave, { type: 'role', id: null, values: lent, seen: null }))
    const capacityOn = async (days: number): Promise<string | undefined> => {
      now = testNow + days * day
      must(await at.login(nip))
      return must(await at.call(logList, {})).entries[0]?.capacity
    }
    expect([await capacityOn(0), await capacityOn(2), await capacityOn(3), await capacityOn(4)]).toEqual([
      'Hanya lihat',
      'Plt. Kabid Aptika, Hanya lihat, Verifikator',
      'Plt. Kabid Aptika, Hanya lihat, Verifikator',
      'Hanya lihat',
    ])
  })

  it('changes with the day, also within a session', async () => {
    const nip = await at.officer('Budi', ['perencana', null])
    const officer = must(await at.call(recordList, { type: 'officer', filters: { nip } })).rows[0]
      ?.id as string
    const lent = { officer, role: 'perencana', actingFor: 'Kabid Aptika', until: '2026-11-21' }
    must(await at.call(recordSave, { type: 'role', id: null, values: lent, seen: null }))
    now = Date.parse('2026-11-21T16:58:00Z')
    must(await at.login(nip))
    const save = async (code: string) => {
      must(await at.call(recordSave, { type: 'opd', id: null, values: { code }, seen: null }))
      return must(await at.call(logList, {})).entries[0]?.capacity
    }
    expect(await save('1')).toBe('Plt. Kabid Aptika, Perencana')
    now = Date.parse('2026-11-21T17:01:00Z')
    expect(await save('2')).toBe('Perencana')
  })

  const options = async () => must(await at.call(workspaceStatus, {})).session?.capacities ?? []
  const choose = async (words: string) => {
    const capacity = (await options()).find((one) => one.words === words)?.id ?? null
    return at.call(sessionActAs, { capacity })
  }
  const idOf = async (type: string, filters: Record<string, string>) =>
    must(await at.call(recordList, { type, filters })).rows[0]?.id as string
  const make = async (type: string, values: object) =>
    must(await at.call(recordSave, { type, id: null, values: { ...values }, seen: null })).id
  const said = async () => must(await at.call(logList, {})).entries[0]?.capacity

  it('is the one that the officer chose, with the rights of that alone, also after a lock and by whoever asks', async () => {
    const opd = await make('opd', { code: '1', name: 'Dinas Kesehatan', short: 'Dinkes' })
    const nip = await at.officer('Budi', ['perencana', null], ['petugas_monev', opd])
    must(await at.login(nip))
    expect((await options()).map(({ words }) => words)).toEqual(['Perencana', 'Petugas monev Dinkes'])
    await make('opd', { code: '2' })
    expect(await said()).toBe('Perencana, Petugas monev')

    expect(must(await choose('Petugas monev Dinkes'))).toMatchObject({ capacity: 'Petugas monev Dinkes' })
    expect(must(await at.call(workspaceStatus, {})).session?.capacity).toBe('Petugas monev Dinkes')
    expect(
      refusal(await at.call(recordSave, { type: 'opd', id: null, values: { code: '3' }, seen: null })).type,
    ).toBe('Forbidden')
    await make('dataset', { opd, name: 'Data' })
    expect(await said()).toBe('Petugas monev Dinkes')
    expect(must(await at.call(recordList, { type: 'opd' })).rows.map(({ id }) => id)).toContain(opd)

    await at.logout()
    must(await at.login(nip))
    await make('dataset', { opd, name: 'Data lain' })
    expect(await said()).toBe('Petugas monev Dinkes')
    expect(refusal(await at.call(opdDeclare, { complete: true, seen: {} }))).toMatchObject({
      type: 'NotAllowed',
      message: expect.stringContaining('Sebagai Petugas monev Dinkes'),
    })

    must(await at.call(sessionActAs, { capacity: null }))
    await make('opd', { code: '3' })
    expect(await said()).toBe('Perencana, Petugas monev')
  })

  it('is told anew right after a role was given', async () => {
    await make('role', { officer: await idOf('officer', { nip: adminNip }), role: 'pimpinan' })
    expect(must(await at.call(workspaceStatus, {})).session?.capacity).toBe('Admin, Pimpinan')
  })

  it('may be a position that the same person holds that day, with all roles', async () => {
    const opd = await make('opd', { code: '1', name: 'Dinas Komunikasi dan Informatika' })
    const position = await make('position', { opd, title: 'Kepala Dinas' })
    const person = await make('person', { number: adminNip, name: 'Siti Rahma' })
    const held = { person, position, kind: 'plt', from: '2026-11-01', until: '2026-11-21' }
    await make('assignment', held)
    await make('assignment', { ...held, from: '2026-12-01', until: null })
    expect((await options()).map(({ words }) => words)).toEqual([
      'Admin',
      'Plt. Kepala Dinas Komunikasi dan Informatika',
    ])
    must(await choose('Plt. Kepala Dinas Komunikasi dan Informatika'))
    await make('opd', { code: '2' })
    expect(await said()).toBe('Plt. Kepala Dinas Komunikasi dan Informatika')
  })

  it('falls back to all roles on the day on which the chosen one ends, and only what is held can be chosen', async () => {
    const nip = await at.officer('Budi', ['perencana', null])
    const officer = await idOf('officer', { nip })
    const lent = { officer, role: 'verifikator', actingFor: 'Kabid Aptika', until: '2026-11-21' }
    await make('role', lent)
    const foreign = await make('role', {
      officer: await idOf('officer', { nip: adminNip }),
      role: 'pimpinan',
    })
    must(await at.login(nip))
    expect(refusal(await at.call(sessionActAs, { capacity: foreign })).type).toBe('NotHeld')
    must(await choose('Plt. Kabid Aptika'))
    now = Date.parse('2026-11-21T17:01:00Z')
    must(await at.login(nip))
    await make('opd', { code: '2' })
    expect(await said()).toBe('Perencana')
    expect((await options()).map(({ words }) => words)).toEqual(['Perencana'])
  })

  it('tells a role that is lent by whose it is, and every window when it changes', async () => {
    const nip = await at.officer('Budi', ['hanya_lihat', null])
    const officer = await idOf('officer', { nip })
    const lentBy = await idOf('officer', { nip: adminNip })
    await make('role', { officer, role: 'verifikator', lentBy, from: '2026-11-01', until: '2026-11-30' })
    must(await at.login(nip))
    expect((await options()).map(({ words }) => words)).toEqual([
      'Hanya lihat',
      'Verifikator menggantikan Siti Rahma',
    ])
    at.events.length = 0
    must(await choose('Verifikator menggantikan Siti Rahma'))
    expect(at.events).toMatchObject([
      { type: 'changed', records: expect.arrayContaining(['role', 'dataset']) },
    ])
  })
})
