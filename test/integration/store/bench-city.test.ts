import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { seedRows, storeOn } from '../../bench/big-city.ts'

describe('the city that the benchmark measures', () => {
  test('is signed by its own officer, so that the store goes on from it', async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'selaras-bench-city-'))
    onTestFinished(() => rmSync(workspace, { recursive: true, force: true }))
    const keys = await seedRows(workspace, 60)
    const { store, actor } = storeOn({ workspace, rows: 60, ...keys })
    onTestFinished(() => store.close())
    expect(verifyChain(store.db).faults).toEqual([])
    const rows = store.db.prepare('select count(*) from budgetRow').pluck().get()
    expect(rows).toBe(60)
    const more = store.commit(actor, 'Ukur', (tx) => tx.create('opd', { name: 'Dinas Baru', code: '9.99' }))
    expect(more).toMatchObject({ ok: true })
  })
})
