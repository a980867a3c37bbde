import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { restoreBackup } from '../../../electron/backup/restore.ts'
import { attachmentAdd } from '../../../shared/contract/attachments.ts'
import { recordList, recordSave } from '../../../shared/contract/records.ts'
import { workspaceStatus } from '../../../shared/contract/session.ts'
import { definitionsVersion } from '../../../shared/records/index.ts'
import { adminNip, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { must, temporaryFolder } from '../../fixtures/store.ts'

const writer = fileURLToPath(new URL('restore-writer.ts', import.meta.url))
const scratch = temporaryFolder()
const present = join(scratch.path, 'sekarang')
let backup = ''
const steps: string[] = []

const opdsOf = async (at: TestCore): Promise<string[]> => {
  must(await at.login())
  return must(await at.call(recordList, { type: 'opd' })).rows.map(({ title }) => title)
}
const began = async (opd: string): Promise<TestCore> => {
  const at = openTestCore()
  await at.begin()
  const { id } = must(
    await at.call(recordSave, { type: 'opd', id: null, values: { code: '1', name: opd }, seen: null }),
  )
  const file = { name: 'surat.pdf', bytes: new Uint8Array(Buffer.alloc(5_000, 7)) }
  must(await at.call(attachmentAdd, { owner: id, files: [file] }))
  return at
}

beforeAll(async () => {
  const kept = await began('Dinas Salinan')
  backup = must(await kept.core.backup(join(scratch.path, 'a.salinan'))).path
  await kept.close()
  const now = await began('Dinas Sekarang')
  await now.core.stop()
  cpSync(now.folder, present, { recursive: true })
  await now.close()
  const trial = join(scratch.path, 'percobaan')
  cpSync(present, trial, { recursive: true })
  const order = {
    file: backup,
    workspace: trial,
    nip: adminNip,
    password,
    kept: 'sebelum',
    definitionsVersion,
    over: null,
    today: '2026-11-22',
  }
  must(await restoreBackup(order, (step) => void steps.push(step)))
}, 60_000)
afterAll(() => scratch.remove())

describe('a restore that is killed', () => {
  it('at any step leaves the old or the new whole at the next start, which says which', async () => {
    expect(steps.length).toBeGreaterThan(8)
    for (const [at, step] of steps.entries()) {
      const workspace = join(scratch.path, `langkah-${at}`)
      cpSync(present, workspace, { recursive: true })
      const child = spawnSync(process.execPath, [writer, backup, workspace, adminNip, password, step])
      expect([step, child.signal]).toEqual([step, 'SIGKILL'])
      const core = openTestCore({ folder: workspace })
      const { state, restore } = must(await core.call(workspaceStatus, {}))
      const isNew = at >= steps.indexOf('begun')
      const expected = step === 'ended' ? null : isNew ? 'finished' : 'dropped'
      expect([step, state, restore]).toEqual([step, 'locked', expected])
      expect([step, await opdsOf(core)]).toEqual([step, [isNew ? 'Dinas Salinan' : 'Dinas Sekarang']])
      expect(existsSync(join(workspace, 'sebelum', 'selaras.db')), step).toBe(isNew)
      expect(readdirSync(workspace).filter((name) => /^\.pulih|^pemulihan/.test(name))).toEqual([])
      await core.close()
    }
  }, 120_000)
})
