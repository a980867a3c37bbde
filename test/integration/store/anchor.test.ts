import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Anchor, type Later } from '../../../electron/store/upkeep/anchor.ts'
import { anchorPath, parseAnchor, readAnchor } from '../../../electron/store/upkeep/anchor-file.ts'
import { fail } from '../../../shared/contract/result.ts'
import { must, openTestStore, refusal, type TestStore } from '../../fixtures/store.ts'

let at: TestStore
let path: string
let device: string
/** Work that waits for its time, run by hand. */
let waiting: (() => void)[]
const later: Later = (work) => {
  waiting.push(work)
  return () => {
    waiting = waiting.filter((one) => one !== work)
  }
}

beforeEach(() => {
  at = openTestStore()
  path = anchorPath(join(at.folder, 'setelan'), 'ruangkerja')
  device = at.store.head().device
  waiting = []
})
afterEach(() => at.close())

const write = (name: string): void =>
  void must(at.store.commit(at.admin, name, (tx) => tx.create('opd', { code: name, name })))
const open = (): Anchor => new Anchor(path, later)
/** An anchor that was begun, as at the first login. */
const begun = (): Anchor => {
  const anchor = open()
  expect(anchor.standing(at.store.db, device)).toEqual({ as: 'first' })
  anchor.begin(at.store.db, device, at.store.log.heads())
  return anchor
}
const cut = (from: number): void => void at.store.db.prepare('delete from _log where seq >= ?').run(from)
const standing = () => open().standing(at.store.db, device)
const lines = (): string[] => readFileSync(path, 'utf8').trim().split('\n')

describe('the anchor', () => {
  it('is written with every commit and on the disk five seconds later, once for all that came', () => {
    const anchor = begun()
    for (const name of ['a', 'b', 'c']) {
      write(name)
      anchor.follow(device, at.store.log.heads())
    }
    expect(lines().map((line) => line.split(' ')[2])).toEqual(['1', '2', '3', '4'])
    expect(waiting).toHaveLength(1)
    waiting[0]?.()
    expect(waiting).toHaveLength(0)
    expect(readAnchor(path)?.get(device)).toEqual({
      seq: 4,
      hash: Buffer.from(at.store.head().hash).toString('hex'),
      own: true,
    })
  })

  it('at a lock takes back what was to be synced later', () => {
    const anchor = begun()
    write('a')
    anchor.follow(device, at.store.log.heads())
    anchor.sync()
    expect(waiting).toEqual([])
  })

  it('finds a database whole, and ahead of it after a crash', () => {
    begun()
    expect(standing()).toEqual({ as: 'whole' })
    write('a')
    expect(standing()).toEqual({ as: 'whole' })
  })

  it('finds a database behind whose tail is gone', () => {
    const anchor = begun()
    for (const name of ['a', 'b', 'c']) write(name)
    anchor.follow(device, at.store.log.heads())
    cut(3)
    expect(standing()).toMatchObject({ as: 'behind', anchored: { seq: 4 } })
  })

  it('finds a database behind that went on otherwise from an older copy', () => {
    const anchor = begun()
    at.store.db.exec(`vacuum into '${join(at.folder, 'lama.db')}'`)
    write('a')
    anchor.follow(device, at.store.log.heads())
    const old = at.reopen({ path: join(at.folder, 'lama.db') })
    must(old.commit(at.admin, 'lain', (tx) => tx.create('opd', { code: 'x', name: 'x' })))
    must(old.commit(at.admin, 'lain', (tx) => tx.create('opd', { code: 'y', name: 'y' })))
    expect(open().standing(old.db, device)).toMatchObject({ as: 'behind', anchored: { seq: 2 } })
  })

  it('takes a database for a copy that was remembered elsewhere, and one from before for its own', () => {
    expect(standing()).toEqual({ as: 'first' })
    begun()
    rmSync(path)
    expect(standing()).toEqual({ as: 'copied' })
  })

  it('takes a database for a copy whose device it knows as that of another machine', () => {
    mkdirSync(join(at.folder, 'setelan', 'jangkar'), { recursive: true })
    writeFileSync(path, `other ${device} 1 ${'0'.repeat(64)}\n`)
    expect(standing()).toEqual({ as: 'copied' })
  })

  it('counts no line that a power cut left by half, and none lower than another', () => {
    const anchor = begun()
    write('a')
    anchor.follow(device, at.store.log.heads())
    appendFileSync(path, `own ${device} 1 ${'1'.repeat(64)}\nown ${device} 9 ${'a'.repeat(20)}`)
    appendFileSync(path, Buffer.alloc(300))
    expect(readAnchor(path)?.get(device)?.seq).toBe(2)
    expect(standing()).toEqual({ as: 'whole' })
  })

  it('that is swept away while Selaras is open is written anew', () => {
    const anchor = begun()
    rmSync(join(at.folder, 'setelan'), { recursive: true })
    write('a')
    anchor.follow(device, at.store.log.heads())
    expect(readAnchor(path)?.get(device)?.seq).toBe(2)
    rmSync(path)
    anchor.sync()
    expect(readAnchor(path)?.get(device)?.seq).toBe(2)
  })

  it('that cannot be written hinders no commit, says so, and is caught up', () => {
    writeFileSync(join(at.folder, 'setelan'), 'bukan folder')
    const anchor = open()
    anchor.begin(at.store.db, device, at.store.log.heads())
    expect([anchor.isUnwritten, standing()]).toEqual([true, { as: 'unread' }])
    rmSync(join(at.folder, 'setelan'))
    write('a')
    anchor.follow(device, at.store.log.heads())
    expect([anchor.isUnwritten, readAnchor(path)?.get(device)?.seq]).toEqual([false, 2])
  })

  it('does not count as written because an older file of it reached the disk', () => {
    const anchor = begun()
    const again = { device: 'abcdefghjk', seq: 1, hash: new Uint8Array(32), hlc: 0 }
    rmSync(path)
    mkdirSync(path)
    anchor.follow(device, new Map([[again.device, again]]))
    rmSync(path, { recursive: true })
    anchor.sync()
    expect([anchor.isUnwritten, anchor.head(again.device)]).toEqual([true, null])
    anchor.follow(device, new Map([[again.device, again]]))
    expect([anchor.isUnwritten, readAnchor(path)?.get(again.device)?.seq]).toEqual([false, 1])
  })

  it('leaves out what was overtaken once it grew long', () => {
    const anchor = begun()
    const old = `own ${device} 1 ${lines()[0]?.split(' ')[3]}\n`
    appendFileSync(path, old.repeat(800))
    anchor.sync()
    expect(lines()).toEqual([old.trim()])
  })

  it('remembers other devices by their highest head', () => {
    const other = 'k3jx8pqrst'
    const hash = 'b'.repeat(64)
    expect(parseAnchor(`other ${other} 7 ${hash}\nother ${other} 5 ${'c'.repeat(64)}\n`)).toEqual(
      new Map([[other, { seq: 7, hash, own: false }]]),
    )
    const anchor = begun()
    anchor.follow(device, new Map([[other, { seq: 7, hash: Buffer.from(hash, 'hex'), hlc: 1 }]]))
    expect(readAnchor(path)?.get(other)).toEqual({ seq: 7, hash, own: false })
  })
})

describe('a store that is only read', () => {
  it('refuses commits of its own and of others with the reason, and lets SQLite itself write nothing', () => {
    const { error } = fail('BehindAnchor', 'tertinggal')
    at.store.refuseWrites(error)
    expect(refusal(at.store.commit(at.admin, 'a', (tx) => tx.create('opd', { code: 'a' })))).toEqual(error)
    expect(refusal(at.store.receive([]))).toEqual(error)
    expect(() => cut(1)).toThrow(/readonly/)
    at.store.refuseWrites(null)
    write('a')
  })
})
