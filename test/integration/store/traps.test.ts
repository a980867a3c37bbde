import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/store/open.ts'
import { clearTextInDeletedFiles, clearTextUnder } from '../../fixtures/canary.ts'
import { must, openTestStore, type TestStore, temporaryFolder } from '../../fixtures/store.ts'
import { needTool, run } from '../../tools.ts'

const canary = 'KENARI-Rahasia-7f3a91'
const electron = fileURLToPath(new URL('../../../electron', import.meta.url))
const sources = (): [string, string][] =>
  (readdirSync(electron, { recursive: true, encoding: 'utf8' }) as string[])
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(join(electron, name), 'utf8')])

let at: TestStore
beforeAll(() => {
  at = openTestStore()
  must(
    at.store.commit(at.admin, `alasan ${canary}`, (tx) => {
      for (let n = 0; n < 3000; n += 1)
        tx.create('priceStandard', {
          item: `${canary} ${(n * 7919) % 3000}`,
          basis: 'x'.repeat(60),
          price: n,
        })
    }),
  )
})
afterAll(() => at.close())

describe('traps of the encrypted database', () => {
  it('db.backup() does not work on it, and nothing calls it', async () => {
    await expect(at.store.db.backup(join(at.folder, 'salinan.db'))).rejects.toThrow()
    const guilty = sources().filter(([, text]) => /\b(db|sqlite|live|copy|database)\.backup\(/.test(text))
    expect(guilty.map(([name]) => name)).toEqual([])
  })

  it('db.serialize() gives plain text, so nothing calls it', () => {
    expect(at.store.db.serialize().includes(canary)).toBe(true)
    expect(
      sources()
        .filter(([, text]) => /\.serialize\(/.test(text))
        .map(([name]) => name),
    ).toEqual([])
  })

  it('only one file opens databases (and one an empty file for its locks), so that none is opened without these settings', () => {
    const value = /^import (?!type)[^'"]*from 'better-sqlite3-multiple-ciphers'/m
    expect(
      sources()
        .filter(([, text]) => value.test(text))
        .map(([name]) => name),
    ).toEqual([join('store', 'open.ts'), join('store', 'upkeep', 'workspace-lock.ts')])
  })

  it('vacuum into makes a copy that is encrypted with the same key', () => {
    const copy = join(at.folder, 'vakum.db')
    at.store.db.prepare('vacuum into ?').run(copy)
    const db = openDatabase(copy, at.key, { readonly: true })
    expect(db.prepare('select count(*) as n from priceStandard').get()).toEqual({ n: 3000 })
    db.close()
    expect(() => openDatabase(copy, new Uint8Array(32), { readonly: true })).toThrow(/not a database/)
  })

  it('no text of a record or a reason lies in clear in the file, its log or its memory file', () => {
    expect(readdirSync(at.folder)).toContain('selaras.db-wal')
    expect(clearTextUnder(at.folder, canary, 'priceStandard', 'Siti Rahma')).toEqual([])
  })

  /** A sort that does not fit the cache, looked at while it runs. */
  const filesOfSort = (tempStore: 'MEMORY' | 'FILE' | null): string[] => {
    const db = openDatabase(at.path, at.key, { readonly: true })
    if (tempStore !== null) db.pragma(`temp_store=${tempStore}`)
    db.pragma('cache_size=100')
    try {
      const rows = db
        .prepare(
          'select a.item, b.basis from priceStandard a join priceStandard b on a.price / 10 = b.price / 10 order by a.item, b.price',
        )
        .iterate()
      rows.next()
      const found = clearTextInDeletedFiles(canary)
      rows.return?.()
      return found
    } finally {
      db.close()
    }
  }

  it.runIf(process.platform === 'linux')(
    'a big sort leaves no text in temporary files, not even in deleted ones',
    () => {
      expect(filesOfSort(null)).toEqual([])
      expect(filesOfSort('FILE'), 'the check itself finds a planted temp_store=FILE').not.toEqual([])
    },
  )

  it('writer and readers keep temporary tables in memory and sync every commit; the log is folded in every 20,000 pages', () => {
    const reader = openDatabase(at.path, at.key, { readonly: true })
    const setting = (name: string, db = at.store.db) => db.pragma(name, { simple: true })
    expect([setting('temp_store'), setting('temp_store', reader)]).toEqual([2, 2])
    expect([setting('journal_mode'), setting('synchronous'), setting('wal_autocheckpoint')]).toEqual([
      'wal',
      2,
      20_000,
    ])
    reader.close()
  })

  it('syncs the disk at least once for each of 50 commits', (context) => {
    const strace = needTool(context, 'strace')
    const folder = temporaryFolder()
    const writer = fileURLToPath(new URL('commit-writer.ts', import.meta.url))
    const counted = (commits: number): number => {
      const output = join(folder.path, `jejak-${commits}`)
      const into = temporaryFolder()
      const { status } = run(strace, [
        '-f',
        '-e',
        'trace=fsync,fdatasync',
        '-o',
        output,
        process.execPath,
        writer,
        into.path,
        String(commits),
      ])
      into.remove()
      expect(status).toBe(0)
      return readFileSync(output, 'utf8')
        .split('\n')
        .filter((line) => /f(data)?sync\(\d+\)\s+= 0/.test(line)).length
    }
    const syncs = counted(50) - counted(0)
    folder.remove()
    expect(syncs).toBeGreaterThanOrEqual(50)
  })
})
