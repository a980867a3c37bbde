import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { budgetAccept, budgetJoin, budgetPreview, budgetWaiting } from '../../../shared/contract/budget.ts'
import { acceptedOutputs } from '../../../shared/rules/budget/accepted.ts'
import type { ParsedFile } from '../../../shared/rules/budget/parsed.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must } from '../../fixtures/store.ts'

let at: TestCore
beforeEach(async () => {
  at = openTestCore()
  await at.begin()
})
afterEach(() => at.close())

const csv = (name: string, amount: string) => ({
  name,
  bytes: new TextEncoder().encode(
    `Sub Output;Tahap;Metode;Pelaksana;Durasi;Sumber Daya\nSIM;;;;;\nAplikasi;Analisis;Rapat;Vendor;1 Bulan;APBD : ${amount}`,
  ),
})
const read = async (...files: ReturnType<typeof csv>[]) =>
  must(await at.call(budgetPreview, { files, paste: null }))

describe('an open import', () => {
  it('takes further files, which are accepted by their places in the whole of it', async () => {
    const first = await read(csv('a.csv', '10 Juta'), csv('b.csv', '11 Juta'))
    const more = await read(csv('c.csv', '12 Juta'))
    expect(must(await at.call(budgetJoin, { token: first.token, more: more.token }))).toEqual({ first: 2 })
    const { parsed } = must(await at.call(budgetWaiting, { token: first.token }))
    expect(parsed?.files.map(({ file }) => file)).toEqual(['a.csv', 'b.csv', 'c.csv'])
    expect(must(await at.call(budgetWaiting, { token: more.token })).parsed).toBeNull()
    const third = parsed?.files[2] as ParsedFile
    const done = must(
      await at.call(budgetAccept, {
        token: first.token,
        opd: { id: null, code: '', name: 'Dinas Aset' },
        year: 2027,
        received: '2026-11-02',
        mode: 'version',
        files: [2],
        outputs: acceptedOutputs([third]) as never,
      }),
    )
    expect(done).toMatchObject({ rows: 1, total: 12_000_000 })
  })

  it('that is gone takes nothing, and says so', async () => {
    const more = await read(csv('c.csv', '12 Juta'))
    const result = await at.call(budgetJoin, { token: 'x', more: more.token })
    expect(result.ok ? '' : result.error.type).toBe('PreviewGone')
    expect(must(await at.call(budgetWaiting, { token: more.token })).parsed).not.toBeNull()
  })
})
