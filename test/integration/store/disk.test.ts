import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BlobStore } from '../../../electron/store/blobs.ts'
import { storageFailure } from '../../../electron/store/failures.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import { stateHash } from '../../../electron/store/state-hash.ts'
import { Store } from '../../../electron/store/store.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { must, openTestStore, refusal, type TestStore } from '../../fixtures/store.ts'

let at: TestStore
beforeEach(() => {
  at = openTestStore()
})
afterEach(() => at.close())

const fill = (rows: number) =>
  at.store.commit(at.admin, 'banyak', (tx) => {
    for (let n = 0; n < rows; n += 1)
      tx.create('priceStandard', { item: `Barang ${n}`, basis: 'x'.repeat(300) })
  })
const hashNow = (): string => stateHash(at.store.db, at.store.catalogue)
const thrown = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('did not throw')
}

/** Runs with the rights of nobody, where the tests run as root, for whom no folder is read-only. */
const asNobody = <T>(work: () => T): T => {
  if (process.getuid?.() !== 0) return work()
  process.seteuid?.(65_534)
  try {
    return work()
  } finally {
    process.seteuid?.(0)
  }
}

describe('trouble with the disk', () => {
  it('a full disk refuses the commit with a sentence, keeps what was there, and takes the commit when there is room', () => {
    const before = hashNow()
    const head = at.store.head().seq
    const pages = at.store.db.pragma('page_count', { simple: true }) as number
    at.store.db.pragma(`max_page_count=${pages + 20}`)
    expect(refusal(fill(2000))).toMatchObject({ type: 'DiskFull', message: expect.stringContaining('penuh') })
    expect([hashNow(), at.store.head().seq]).toEqual([before, head])
    at.store.db.pragma('max_page_count=1000000')
    must(fill(2000))
    expect(verifyChain(at.store.db).faults).toEqual([])
    expect(at.store.db.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('a folder that may not be written is a sentence, at opening and at attaching, and afterwards all goes on', () => {
    must(fill(5))
    const before = hashNow()
    at.store.close()
    mkdirSync(join(at.folder, 'blobs'))
    for (const path of [at.folder, join(at.folder, 'blobs')]) chmodSync(path, 0o555)
    chmodSync(at.path, 0o444)
    const failures = asNobody(() => [
      storageFailure(thrown(() => new Store(at.options))),
      storageFailure(
        thrown(() => new BlobStore(join(at.folder, 'blobs'), new Uint8Array(32)).put(Buffer.from('x'))),
      ),
    ])
    for (const path of [at.folder, join(at.folder, 'blobs')]) chmodSync(path, 0o755)
    chmodSync(at.path, 0o644)
    expect(failures.map((failure) => failure?.type)).toEqual(['ReadOnlyFolder', 'ReadOnlyFolder'])
    at.store = at.reopen()
    expect(hashNow()).toBe(before)
    must(fill(5))
  })

  it('a wrong key is a sentence', () => {
    at.store.close()
    const wrong = thrown(() => openDatabase(at.path, new Uint8Array(32), { mustExist: true }))
    expect(storageFailure(wrong)).toMatchObject({ type: 'WrongKey' })
    expect(
      storageFailure(
        thrown(() => openDatabase(join(at.folder, 'tidak-ada.db'), at.key, { mustExist: true })),
      ),
    ).toMatchObject({ type: 'DriveGone' })
    expect(storageFailure(new TypeError('defect'))).toBeNull()
  })
})
