import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordList, recordSave } from '../../../shared/contract/records.ts'
import { recordExport } from '../../../shared/contract/sheet.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { composition } from '../../fixtures/sealed-composition.ts'
import { secretCase } from '../../fixtures/secret-case.ts'
import { must, refusal } from '../../fixtures/store.ts'

let at: TestCore

beforeAll(async () => {
  at = openTestCore({
    threads: true,
    composition,
    compositionUrl: new URL('../../fixtures/sealed-composition.ts', import.meta.url).href,
  })
  await at.begin()
}, 60_000)
afterAll(() => at.close())

it('a register of sealed records does not leave as a file, for those who may read it either', async () => {
  const { type } = secretCase
  const [me] = must(await at.call(recordList, { type: 'officer' })).rows
  must(
    await at.call(recordSave, {
      type,
      id: null,
      seen: null,
      values: { subject: 'Rahasia kota', [secretCase.readers as string]: [me?.id] },
    }),
  )
  expect(must(await at.call(recordList, { type })).rows).toHaveLength(1)
  for (const format of ['xlsx', 'csv'] as const)
    expect(refusal(await at.call(recordExport, { type, format })).type).toBe('SealedStays')
  expect(at.defects).toEqual([])
})
