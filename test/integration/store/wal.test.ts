import { randomInt } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storageFailure } from '../../../electron/store/failures.ts'
import { openDatabase, type Sqlite } from '../../../electron/store/open.ts'
import { Anchor } from '../../../electron/store/upkeep/anchor.ts'
import { anchorPath } from '../../../electron/store/upkeep/anchor-file.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { must, openTestStore, type TestStore, times } from '../../fixtures/store.ts'

/** A workspace whose last 25 commits lie in the write-ahead log alone, each acknowledged and remembered by the anchor. */
let at: TestStore
let device: string
let main: Buffer
let log: Buffer
let copy: string
/** The same before anything was folded into the file: all of it lies in the log. */
let bare: { readonly main: Buffer; readonly log: Buffer }

const bytesOf = () => ({ main: readFileSync(at.path), log: readFileSync(`${at.path}-wal`) })

beforeAll(() => {
  at = openTestStore()
  device = at.store.head().device
  copy = join(at.folder, 'putus.db')
  bare = bytesOf()
  at.store.db.pragma('wal_checkpoint(TRUNCATE)')
  const anchor = new Anchor(anchorPath(at.folder, 'ruangkerja'))
  for (let n = 0; n < 25; n += 1) {
    must(
      at.store.commit(at.admin, 'tiga', (tx) => {
        for (let row = 0; row < 3; row += 1)
          tx.create('priceStandard', { item: `${n} ${row}`, basis: 'x'.repeat(300) })
      }),
    )
    if (n === 0) anchor.begin(at.store.db, device, at.store.log.heads())
    else anchor.follow(device, at.store.log.heads())
  }
  anchor.sync()
  ;({ main, log } = bytesOf())
})
afterAll(() => at.close())

const place = (file: Buffer, beside: Buffer): void => {
  rmSync(`${copy}-shm`, { force: true })
  writeFileSync(copy, file)
  writeFileSync(`${copy}-wal`, beside)
}

/** What an opening finds: the reason why the file does not open, or how it stands to the anchor. */
const look = <T>(told: (db: Sqlite, standing: string) => T, refused: (type: string) => T): T => {
  let db: Sqlite
  try {
    db = openDatabase(copy, at.key, { readonly: true, mustExist: true })
  } catch (error) {
    return refused(storageFailure(error)?.type ?? 'Defect')
  }
  try {
    return told(db, new Anchor(anchorPath(at.folder, 'ruangkerja')).standing(db, device).as)
  } finally {
    db.close()
  }
}
const noticed = (): string =>
  look(
    (_db, standing) => standing,
    (type) => type,
  )

const garbled = (bytes: Buffer): Buffer => {
  const from = randomInt(bytes.length)
  return Buffer.from(bytes).fill(randomInt(256), from, Math.min(bytes.length, from + 4096))
}

describe('a write-ahead log that was damaged', () => {
  it('is whole before', () => {
    place(main, log)
    expect(noticed()).toBe('whole')
  })

  const flips = times(100, 1000)
  it(`by one of ${flips} flipped bits costs acknowledged commits without a word of SQLite, and the anchor says so each time`, () => {
    for (let n = 0; n < flips; n += 1) {
      const byte = randomInt(log.length)
      const bytes = Buffer.from(log)
      bytes[byte] = (bytes[byte] ?? 0) ^ (1 << randomInt(8))
      place(main, bytes)
      expect(noticed(), `bit in byte ${byte}`).toBe('behind')
    }
  }, 900_000)

  const cuts = times(100, 1000)
  it(`cut off or garbled opens to a consistent prefix and says so, ${cuts} times`, () => {
    for (let n = 0; n < cuts; n += 1) {
      place(main, n % 2 === 0 ? garbled(log) : log.subarray(0, randomInt(log.length)))
      const [standing, commits, rows, faults] = look(
        (db, standing) => {
          const chain = verifyChain(db)
          const { rows } = db.prepare('select count(*) as rows from priceStandard').get() as { rows: number }
          return [standing, chain.commits, rows, chain.faults]
        },
        (type) => [type, 1, 0, []],
      )
      expect([rows, faults]).toEqual([(commits - 1) * 3, []])
      // Where the garbling wrote what stood there before, nothing is missing.
      expect(standing).toBe(commits === 26 ? 'whole' : 'behind')
    }
  }, 900_000)

  it('in which everything lay is not taken for a workspace that was never begun', () => {
    expect(bare.main.length).toBe(4096)
    const bytes = Buffer.from(bare.log)
    bytes[17] = (bytes[17] ?? 0) ^ 1
    place(bare.main, bytes)
    expect(noticed()).toBe('Damaged')
    expect(readFileSync(`${copy}-wal`).equals(bytes)).toBe(true)
    expect(() => at.reopen({ path: copy, mustExist: true })).toThrow(/malformed/)
    expect(readFileSync(`${copy}-wal`).equals(bytes), 'nothing more is lost by looking').toBe(true)
  })
})
