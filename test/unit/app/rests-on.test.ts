import { describe, expect, it } from 'vitest'
import { restsOnRecords } from '../../../renderer/app/restsOn.ts'

describe('an answer that several places share', () => {
  it('rests on what any of them names, whoever asked last', () => {
    const rests = restsOnRecords()
    rests.add('budget.forms', ['budgetForm', 'opd', 'opdList'])
    rests.add('budget.forms', ['budgetForm', 'opd'])
    expect(rests.isTouched('budget.forms', ['opdList'])).toBe(true)
    expect(rests.isTouched('budget.forms', ['priceStandard'])).toBe(false)
  })
  it('rests on everything where somebody names nothing, or nobody asked', () => {
    const rests = restsOnRecords()
    rests.add('log.list', ['officer'])
    rests.add('log.list', undefined)
    rests.add('log.list', ['officer'])
    expect([rests.isTouched('log.list', ['opd']), rests.isTouched('other', ['opd'])]).toEqual([true, true])
  })
  it('that rests on nothing is never asked again', () => {
    const rests = restsOnRecords()
    rests.add('backup.list', [])
    expect(rests.isTouched('backup.list', ['opd'])).toBe(false)
  })
})
