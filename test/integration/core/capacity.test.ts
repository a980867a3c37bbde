import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { logList, recordList, recordSave } from '../../../shared/contract/records.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must, testNow } from '../../fixtures/store.ts'

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
})
