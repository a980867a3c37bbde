import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BlobStore } from '../../../electron/store/blobs.ts'
import { readLocal } from '../../../electron/store/local.ts'
import type { Store } from '../../../electron/store/store.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { compileCache } from '../../fixtures/compile-cache.ts'
import { openTestStore, type TestStore, times } from '../../fixtures/store.ts'

/** 30 kills a run on one database; the long runs take a fresh one seven times, so that each check stays short. */
const rounds = 30
const runs = Array.from({ length: times(1, 7) }, (_unused, n) => n + 1)
const writer = fileURLToPath(new URL('kill-writer.ts', import.meta.url))

type Running = {
  readonly child: ChildProcess
  readonly acknowledged: () => number
  readonly complaints: () => string
}

/** Loaded and waiting: it opens the database when it is told to. */
const ready = (): Running => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
  let said = ''
  let complaints = ''
  child.stdout?.on('data', (text: Buffer) => {
    said += text.toString()
  })
  child.stderr?.on('data', (text: Buffer) => {
    complaints += text.toString()
  })
  // A line that was cut off acknowledges nothing.
  const acknowledged = (): number => Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1) ?? 0)
  return { child, acknowledged, complaints: () => complaints }
}

let at: TestStore
let order: string
beforeEach(() => {
  at = openTestStore()
  const { admin, key, folder } = at
  const signing = admin.signing.export({ type: 'pkcs8', format: 'pem' })
  order = `${JSON.stringify({ folder, key: Buffer.from(key).toString('hex'), officer: admin.officer, signing })}\n`
  at.store.close()
})
afterEach(() => at.close())

/** The invariant: every OPD has a price of the same code in the same state, and there is no other. */
const codes = (store: Store, column: 'code' | 'item', table: 'opd' | 'priceStandard'): unknown[] =>
  store.reader.rows(`select ${column} as code, _deleted from ${table} order by ${column}`)

const check = (store: Store): { commits: number; attachments: number } => {
  expect(JSON.stringify(codes(store, 'code', 'opd'))).toBe(
    JSON.stringify(codes(store, 'item', 'priceStandard')),
  )
  expect(verifyChain(store.db).faults).toEqual([])
  const blobs = new BlobStore(join(at.folder, 'blobs'), readLocal(store.db, 'blobKey') as Buffer)
  const names = store.reader.where('attachment', {}).map(({ blob }) => blob as string)
  for (const name of names) expect(blobs.get(name), 'a row without its file').not.toBeNull()
  return { commits: store.head().seq, attachments: names.length }
}

it.each(runs)(
  `loses no acknowledged commit and breaks no invariant when the process is killed ${rounds} times at random moments (%i)`,
  async () => {
    let next = ready()
    let commits = 0
    let attachments = 0
    for (let round = 0; round < rounds; round += 1) {
      const { child, acknowledged, complaints } = next
      next = ready()
      const ended = once(child, 'close')
      child.stdin?.write(order)
      if (round % 3 !== 0 && child.stdout) await once(child.stdout, 'data')
      await after(randomInt(1, 160))
      child.kill('SIGKILL')
      await ended
      expect(complaints()).toBe('')
      const store = at.reopen()
      const found = check(store)
      expect(found.commits).toBeGreaterThanOrEqual(Math.max(acknowledged(), commits))
      commits = found.commits
      attachments = found.attachments
      if (round === rounds - 1) expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok')
      store.close()
    }
    next.child.kill('SIGKILL')
    console.info(
      `${rounds} kali dihentikan paksa: ${commits} catatan, ${attachments} lampiran, tidak ada yang hilang`,
    )
    expect(commits).toBeGreaterThan(rounds)
  },
  1_200_000,
)
