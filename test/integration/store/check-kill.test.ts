import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BlobStore } from '../../../electron/store/blobs.ts'
import { readLocal } from '../../../electron/store/local.ts'
import { stateHash } from '../../../electron/store/state-hash.ts'
import { checkStore } from '../../../electron/store/upkeep/check.ts'
import { rebuildSteps } from '../../../electron/store/upkeep/rebuild.ts'
import { compileCache } from '../../fixtures/compile-cache.ts'
import { must, openTestStore, type TestStore } from '../../fixtures/store.ts'

const writer = fileURLToPath(new URL('check-writer.ts', import.meta.url))
let at: TestStore
let before: string
let head: number

const runIn = (folder: string, kind: string, step: string) =>
  spawnSync(process.execPath, [writer, kind, folder, Buffer.from(at.key).toString('hex'), step], {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  }).signal

/** A copy of the closed workspace, in which part of the commits lies in the write-ahead log. */
const copyOf = (name: string): string => {
  const folder = join(at.folder, name)
  cpSync(join(at.folder, 'data'), folder, { recursive: true })
  return folder
}

/** Opens, holds every commit in the same state, takes another, and a check finds nothing. */
const isWhole = (folder: string): void => {
  const path = join(folder, 'selaras.db')
  const store = at.reopen({ path })
  expect([stateHash(store.db, store.catalogue), store.head().seq]).toEqual([before, head])
  must(store.commit(at.admin, 'lagi', (tx) => tx.create('opd', { code: 'lagi' })))
  store.close()
  const options = { path, key: at.key, blobs: join(folder, 'blobs'), since: [], compares: true }
  const { findings } = checkStore({ ...at.options, ...options })
  expect(findings).toEqual([])
  expect(['', '-wal', '-journal'].filter((end) => existsSync(`${path}.periksa${end}`))).toEqual([])
}

beforeAll(() => {
  at = openTestStore()
  const blobs = new BlobStore(join(at.folder, 'data', 'blobs'), readLocal(at.store.db, 'blobKey') as Buffer)
  const stored = blobs.put(Buffer.from('surat'))
  const fill = (name: string) =>
    must(
      at.store.commit(at.admin, name, (tx) => {
        tx.create('attachment', { owner: 'x', name, ...stored })
        for (let n = 0; n < 20; n += 1) tx.create('priceStandard', { item: `${name} ${n}` })
      }),
    )
  fill('a')
  at.store.db.pragma('wal_checkpoint(TRUNCATE)')
  for (const name of ['b', 'c']) fill(name)
  before = stateHash(at.store.db, at.store.catalogue)
  head = at.store.head().seq
  for (const end of ['', '-wal']) cpSync(`${at.path}${end}`, join(at.folder, 'data', `selaras.db${end}`))
})
afterAll(() => at.close())

describe('a process that is killed', () => {
  it.each(['pages', 'structure', 'chain', 'search', 'attachments', 'tables'])(
    'in a check, at its step “%s”, changed nothing of the data',
    (step) => {
      const folder = copyOf(`periksa-${step}`)
      const bytes = () => ['', '-wal'].map((end) => readFileSync(join(folder, `selaras.db${end}`)))
      const [file, log] = bytes()
      expect(runIn(folder, 'check', step)).toBe('SIGKILL')
      expect(bytes().map((now, n) => now.equals([file, log][n] as Buffer))).toEqual([true, true])
      isWhole(folder)
    },
    60_000,
  )

  it.each(rebuildSteps)(
    'in a rebuild, after its step “%s”, left the old tables or the new, and every commit',
    (step) => {
      const folder = copyOf(`susun-${step}`)
      expect(runIn(folder, 'rebuild', step)).toBe('SIGKILL')
      isWhole(folder)
      expect(readFileSync(join(folder, 'simpan', 'selaras.db-wal')).length).toBeGreaterThan(0)
    },
    60_000,
  )
})
