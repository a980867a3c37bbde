import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { versionOf } from '../../../electron/store/schema.ts'
import { Store, type StoreOptions } from '../../../electron/store/store.ts'
import { compileCache } from '../../fixtures/compile-cache.ts'
import { must, times } from '../../fixtures/store.ts'
import { versions } from '../../fixtures/versions.ts'
import { hashOf, type Network, openNetwork } from './network.ts'

const writer = fileURLToPath(new URL('upgrade-writer.ts', import.meta.url))
let network: Network
let before: StoreOptions
let folder: string
const hashes: Record<number, string> = {}

const hashBy = (path: string, version: 0 | 2): string => {
  const store = new Store({ ...before, path, ...versions[version] })
  const hash = hashOf(store)
  store.close()
  return hash
}

beforeAll(() => {
  network = openNetwork({ devices: 1, ...versions[0] })
  const [node] = network.nodes
  if (node === undefined) throw new TypeError('no device')
  before = node.file
  folder = join(before.path, '..')
  must(
    node.store.commit(node.actor, 'banyak', (tx) => {
      for (let n = 0; n < 4000; n += 1)
        tx.create('machine', { name: `Server ${n}`, place: 'Gudang', power: `${n} W` })
    }),
  )
  node.store.close()
  const copy = join(folder, 'acuan.db')
  for (const version of [0, 2] as const) {
    copyFileSync(before.path, copy)
    hashes[versions[version].definitionsVersion] = hashBy(copy, version)
  }
})
afterAll(() => network.close())

const start = (): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })

/** Copies the database, kills its upgrade after so many milliseconds, and tells the version that was found then. */
const killedAfter = async (path: string, milliseconds: number): Promise<number> => {
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
  copyFileSync(before.path, path)
  const child = start()
  const ended = once(child, 'close')
  child.stdin?.write(`${JSON.stringify({ path, key: Buffer.from(before.key).toString('hex') })}\n`)
  if (child.stdout) await once(child.stdout, 'data')
  await Promise.race([after(milliseconds), ended])
  child.kill('SIGKILL')
  await ended
  return versionOf(path, before.key) ?? 0
}

const kills = times(6, 25)
it(`an upgrade that is killed left the old or the new, ${kills} times`, { timeout: 600_000 }, async () => {
  const path = join(folder, 'dibunuh.db')
  const found = new Set<number>()
  let wait = 20
  for (let round = 0; round < kills; round += 1) {
    const version = await killedAfter(path, wait)
    found.add(version)
    // Around the moment of the commit: later after the old, earlier after the new.
    wait = version === versions[0].definitionsVersion ? wait * 1.6 : wait * 0.7
    expect(hashBy(path, version === versions[0].definitionsVersion ? 0 : 2)).toBe(hashes[version])
    expect(hashBy(path, 2)).toBe(hashes[versions[2].definitionsVersion])
  }
  expect(found.size).toBeGreaterThan(0)
})
