import { randomInt } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BlobStore } from '../../../electron/store/blobs.ts'
import { readLocal } from '../../../electron/store/local.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import { type CheckOptions, checkStore } from '../../../electron/store/upkeep/check.ts'
import { checkPages } from '../../../electron/store/upkeep/pages.ts'
import { cureOf } from '../../../shared/rules/audit/verdict.ts'
import { must, openTestStore, type TestStore, times } from '../../fixtures/store.ts'

const page = 4096
let at: TestStore
/** The file as it was left whole, with everything in it and an empty log beside it. */
let whole: Buffer
let copy: string
let blob: string

const optionsFor = (path: string, parts: Partial<CheckOptions> = {}): CheckOptions => ({
  path,
  key: at.key,
  blobs: join(at.folder, 'blobs'),
  definitions: at.options.definitions,
  definitionsVersion: at.options.definitionsVersion,
  since: [],
  compares: false,
  ...parts,
})
const check = (parts: Partial<CheckOptions> = {}) => checkStore(optionsFor(copy, parts))
const partsFound = (parts: Partial<CheckOptions> = {}): string[] => [
  ...new Set(check(parts).findings.map(({ part }) => part)),
]

/** The damaged copy beside the whole one: `change` alters its bytes. */
const damaged = (change: (bytes: Buffer) => void): void => {
  const bytes = Buffer.from(whole)
  change(bytes)
  writeFileSync(copy, bytes)
}
const flip = (bytes: Buffer, place: number): void => {
  bytes[place] = (bytes[place] ?? 0) ^ (1 << randomInt(8))
}

/** The copy altered by somebody who has the key. */
const altered = (sql: string): void => {
  writeFileSync(copy, whole)
  const db = openDatabase(copy, at.key)
  db.exec(sql)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

beforeAll(() => {
  at = openTestStore()
  copy = join(at.folder, 'salinan.db')
  const stored = new BlobStore(
    join(at.folder, 'blobs'),
    readLocal(at.store.db, 'blobKey') ?? new Uint8Array(32),
  ).put(Buffer.from('surat'))
  blob = stored.blob
  must(
    at.store.commit(at.admin, 'banyak', (tx) => {
      for (let n = 0; n < 300; n += 1)
        tx.create('priceStandard', { item: `Barang ${n}`, basis: 'x'.repeat(300) })
      tx.create('attachment', { owner: 'x', name: 'surat.pdf', ...stored })
    }),
  )
  at.store.db.pragma('wal_checkpoint(TRUNCATE)')
  whole = readFileSync(at.path)
})
afterAll(() => at.close())

describe('the check of a whole database', () => {
  it('finds nothing where nothing is wrong, also while it is open and has commits that are not in the file yet', () => {
    damaged(() => undefined)
    expect(check({ compares: true })).toMatchObject({
      pages: whole.length / page,
      commits: 2,
      attachments: 1,
      compared: true,
      findings: [],
    })
    must(at.store.commit(at.admin, 'baru', (tx) => tx.create('priceStandard', { item: 'Baru' })))
    expect(checkStore(optionsFor(at.path, { compares: true })).findings).toEqual([])
    expect(checkStore(optionsFor(at.path)).commits).toBe(3)
    expect(readdirSync(at.folder).filter((name) => name.includes('periksa'))).toEqual([])
  })

  it('walks the chain from the heads that were verified before, and from the start where one is not there any more', () => {
    damaged(() => undefined)
    const { heads } = check()
    expect(check({ since: heads })).toMatchObject({ commits: 0, heads, findings: [] })
    const foreign = heads.map((head) => ({ ...head, hash: '00'.repeat(32) }))
    expect(check({ since: foreign }).findings).toMatchObject([{ part: 'chain', count: 1 }])
    const longer = heads.map((head) => ({ ...head, seq: head.seq + 1 }))
    expect(check({ since: longer }).findings).toMatchObject([{ part: 'chain', count: 1 }])
  })

  const flips = times(100, 1000)
  it(`notices ${flips} of ${flips} flipped bits in the file and says what is left`, () => {
    for (let n = 0; n < flips; n += 1) {
      const place = randomInt(whole.length)
      damaged((bytes) => flip(bytes, place))
      const { findings } = check()
      expect(['rebuild', 'restore'], `bit in byte ${place}`).toContain(cureOf(findings))
    }
  }, 900_000)

  it('counts the damaged pages even where the file does not open any more', () => {
    damaged((bytes) => {
      flip(bytes, 200)
      flip(bytes, page + 9)
    })
    expect(check().findings).toMatchObject([{ part: 'pages', count: 2, detail: '1 2' }, { part: 'log' }])
  })

  it('notices damage in pages that no table uses', () => {
    writeFileSync(copy, whole)
    const db = openDatabase(copy, at.key)
    db.exec('drop table priceStandard')
    const free = db.pragma('freelist_count', { simple: true }) as number
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    expect(free).toBeGreaterThan(3)
    const bytes = readFileSync(copy)
    const before = checkPages(copy, at.key)
    expect(before.damaged).toEqual([])
    for (let n = 1; n <= bytes.length / page; n += 1) {
      const one = Buffer.from(bytes)
      flip(one, n * page - randomInt(1, page - 16))
      writeFileSync(copy, one)
      expect(checkPages(copy, at.key).damaged).toEqual([n])
    }
  })

  it('takes a page for whole whose newest state lies in the write-ahead log', () => {
    writeFileSync(copy, whole)
    const db = openDatabase(copy, at.key)
    db.prepare(`update priceStandard set basis = ?`).run('y'.repeat(300))
    const log = readFileSync(`${copy}-wal`)
    const number = log.readUInt32BE(32)
    const file = readFileSync(copy)
    writeFileSync(copy, file.fill(1, (number - 1) * page, number * page))
    expect(checkPages(copy, at.key).damaged).toEqual([])
    db.close()
    rmSync(`${copy}-wal`, { force: true })
  })

  it('a key that fits no page is told from damage', () => {
    damaged(() => undefined)
    const { findings } = check({ key: new Uint8Array(32) })
    expect(findings).toMatchObject([{ part: 'key' }, { part: 'log' }])
    expect(cureOf(findings)).toBe('restore')
  })

  it('damage in a table leaves the log to build it anew from; damage in the log does not', () => {
    const rootOf = (table: string): number => {
      const db = openDatabase(at.path, at.key, { readonly: true })
      const { rootpage } = db.prepare('select rootpage from sqlite_master where name = ?').get(table) as {
        rootpage: number
      }
      db.close()
      return rootpage
    }
    damaged((bytes) => flip(bytes, (rootOf('priceStandard') - 1) * page + 100))
    const table = check()
    expect([cureOf(table.findings), table.unreadable]).toEqual(['rebuild', ['Standar harga']])
    damaged((bytes) => flip(bytes, (rootOf('_part') - 1) * page + 100))
    expect(cureOf(check().findings)).toBe('restore')
  })

  it('a table that was changed by hand is not what the log says', () => {
    altered(`update priceStandard set price = 1 where _row = (select min(_row) from priceStandard)`)
    expect(partsFound()).toEqual([])
    expect(partsFound({ compares: true })).toEqual(['tables'])
  })

  it('an index that lost a record, or finds one by other words, is noticed', () => {
    altered('delete from _search where rowid = (select min(id) from _search_docsize)')
    expect(partsFound()).toEqual(['search'])
    altered(
      `delete from _search where rowid = (select max(id) from _search_docsize);
       insert into _search (rowid, body) select max(_row), 'kata lain' from attachment`,
    )
    expect(partsFound({ compares: true })).toContain('search')
  })

  it('a commit that was altered is not what was signed', () => {
    altered(`update _log set reason = 'lain' where seq = 2`)
    expect(partsFound()).toEqual(['chain'])
    expect(cureOf(check().findings)).toBe('restore')
  })

  it('an attachment that is missing or damaged leaves the database whole', () => {
    const file = join(at.folder, 'blobs', blob)
    const kept = readFileSync(file)
    damaged(() => undefined)
    writeFileSync(file, Buffer.from(kept).fill(0, 20, 21))
    expect([partsFound(), cureOf(check().findings)]).toEqual([['attachments'], 'files'])
    rmSync(file)
    expect(check().findings).toMatchObject([{ part: 'attachments', count: 1 }])
    writeFileSync(file, kept)
    expect(check().findings).toEqual([])
  })

  it('changes nothing of what it reads', () => {
    damaged((bytes) => flip(bytes, 8 * page + 50))
    copyFileSync(copy, `${copy}.asli`)
    check({ compares: true })
    expect(readFileSync(copy).equals(readFileSync(`${copy}.asli`))).toBe(true)
    expect(existsSync(`${copy}.periksa`)).toBe(false)
  })
})
