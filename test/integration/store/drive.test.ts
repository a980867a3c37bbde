import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLocal } from '../../../electron/store/local.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { must, openTestStore, type TestStore } from '../../fixtures/store.ts'
import { needTool } from '../../tools.ts'

const writer = fileURLToPath(new URL('drive-writer.ts', import.meta.url))
let at: TestStore
beforeEach(() => {
  at = openTestStore()
  at.store.db.pragma('wal_checkpoint(TRUNCATE)')
})
afterEach(() => at.close())

/** A process of its own writes while the system answers EIO for the database's files from the nth call of the given kind on. */
const writeUntilGone = (strace: string, call: string, from: number) => {
  const local = (key: 'device' | 'workspace') => String(readLocal(at.store.db, key))
  const seed = (readLocal(at.store.db, 'deviceSeed') as Buffer).toString('hex')
  const { key, path, admin } = at
  const identity = [admin.officer, local('device'), local('workspace'), seed]
  at.store.close()
  const files = ['', '-wal'].flatMap((end) => ['-P', path + end])
  const fault = `inject=${call}:error=EIO:when=${from}+`
  const command = [process.execPath, writer, path, Buffer.from(key).toString('hex'), ...identity]
  const { stdout } = spawnSync(strace, ['-f', '-o', '/dev/null', ...files, '-e', fault, ...command], {
    encoding: 'utf8',
  })
  return JSON.parse(stdout) as { acknowledged: number; ended: string }
}

describe('a drive that is pulled out', () => {
  it.for([
    ['pwrite64', 40],
    ['fsync', 8],
    ['pread64', 12],
    ['pread64', 2],
  ] as const)(
    'while data is open (%s fails from the %i. time on) is a sentence, costs no acknowledged commit, and plugged in again all goes on',
    { timeout: 60_000 },
    ([call, from], context) => {
      const strace = needTool(context, 'strace')
      const { acknowledged, ended } = writeUntilGone(strace, call, from)
      expect(ended).toBe('DriveGone')
      const store = at.reopen()
      const { commits, faults } = verifyChain(store.db)
      expect(commits).toBeGreaterThanOrEqual(acknowledged + 1)
      expect(faults.filter(({ fault }) => fault !== 'officer-signature')).toEqual([])
      expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok')
      must(store.commit(at.admin, 'lagi', (tx) => tx.create('opd', { code: 'lagi' })))
    },
  )
})
