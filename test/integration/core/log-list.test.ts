import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { logList, recordList } from '../../../shared/contract/records.ts'
import { adminNip, openTestCore, type TestCore } from '../../fixtures/core.ts'
import { saveFresh } from '../../fixtures/save.ts'
import { must, refusal, testNow } from '../../fixtures/store.ts'

const day = 86_400_000
let now = testNow
let at: TestCore
beforeEach(async () => {
  now = testNow
  at = openTestCore({ now: () => now })
  await at.begin()
})
afterEach(() => at.close())

const save = (type: string, id: string | null, values: Record<string, unknown>) =>
  saveFresh(at, type, id, values)
const found = async (input: Parameters<typeof at.call<typeof logList>>[1]) => {
  const { entries, total } = must(await at.call(logList, input))
  expect(entries).toHaveLength(Math.min(total, 50))
  return entries.map(({ commit }) => commit)
}

describe('the log', () => {
  it('is found by words of what was done, in any order, and signs of patterns are only signs', async () => {
    const { commit } = must(await save('opd', null, { name: 'Dinas 100% Sehat' }))
    const reason = must(await at.call(logList, { limit: 1 })).entries[0]?.reason ?? ''
    const words = reason.split(/\s+/)
    expect(await found({ search: [...words].reverse().join(' ').toUpperCase() })).toContain(commit)
    expect(await found({ search: `${words[0]} tidakpernah` })).toEqual([])
    expect((await found({ search: '%' })).includes(commit)).toBe(reason.includes('%'))
    expect(await found({ search: '_'.repeat(20) })).toEqual([])
  })

  it('is found by the type of record that was made, changed or removed', async () => {
    const made = must(await save('opd', null, { code: '1', name: 'Dinas' }))
    const changed = must(await save('opd', made.id, { name: 'Dinas Kesehatan' }))
    must(await save('implementerAlias', null, { written: 'V', implementer: 'Vendor' }))
    expect(await found({ record: 'opd' })).toEqual([changed.commit, made.commit])
    expect(await found({ record: 'priceStandard' })).toEqual([])
    expect(refusal(await at.call(logList, { record: 'credential' })).type).toBe('UnknownType')
    expect(refusal(await at.call(logList, { record: 'tidakada' })).type).toBe('UnknownType')
  })

  it('is found by officer and by days of western Indonesia, the last one whole', async () => {
    const first = must(await save('opd', null, { code: '1', name: 'Dinas' }))
    now += 3 * day
    must(await at.login())
    const later = must(await save('opd', null, { code: '2', name: 'Badan' }))
    const date = (time: number) => new Date(time + 7 * 3_600_000).toISOString().slice(0, 10)
    expect(await found({ record: 'opd', from: date(now) })).toEqual([later.commit])
    expect(await found({ record: 'opd', until: date(now) })).toEqual([later.commit, first.commit])
    expect(await found({ record: 'opd', until: date(now - day) })).toEqual([first.commit])
    const nip = await at.officer('Budi', ['perencana', null])
    const officers = must(await at.call(recordList, { type: 'officer' })).rows
    const idOf = (own: string) => officers.find(({ values }) => values['nip'] === own)?.id ?? null
    expect(await found({ officer: idOf(nip) })).toEqual([])
    expect((await found({ officer: idOf(adminNip) })).length).toBeGreaterThan(3)
  })
})
