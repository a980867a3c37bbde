import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CommitBytes, packCommit } from '../../../electron/store/commit-bytes.ts'
import { ByteWriter } from '../../../shared/commit/bytes.ts'
import { compileCache } from '../../fixtures/compile-cache.ts'
import { must, testNow, times } from '../../fixtures/store.ts'
import { things } from '../../fixtures/things.ts'
import { hashOf, missing, type Node, openPrepared, prepareNetwork } from './network.ts'
import { expectAsAllChangesSay } from './oracle.ts'
import { anyStep, Play } from './play.ts'

const writer = fileURLToPath(new URL('apply-writer.ts', import.meta.url))

const packed = (commits: readonly CommitBytes[]): Uint8Array => {
  const out = new ByteWriter().varint(commits.length)
  for (const one of commits) out.bytes(packCommit(one))
  return out.finish()
}

const start = (order: object): ChildProcess => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
  child.stdin?.write(`${JSON.stringify(order)}\n`)
  return child
}

/** Delivers what a device lacks by another process, which is killed after it acknowledged something; what it acknowledged. */
const killedWhileApplying = async (target: Node, commits: readonly CommitBytes[]): Promise<number> => {
  const file = join(target.file.path, '..', 'kiriman.bin')
  writeFileSync(file, packed(commits))
  target.store.close()
  const { path, key } = target.file
  const child = start({ path, key: Buffer.from(key).toString('hex'), commits: file, now: target.clock })
  const ended = once(child, 'close')
  let said = ''
  child.stdout?.on('data', (text: Buffer) => {
    said += text.toString()
  })
  if (child.stdout) await Promise.race([once(child.stdout, 'data'), ended])
  await Promise.race([after(randomInt(1, 40)), ended])
  child.kill('SIGKILL')
  await ended
  target.reopen()
  return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1) ?? 0)
}

/** What was acknowledged is in the log, or waits or lies aside with its reason. */
const expectKept = ({ store }: Node, acknowledged: readonly CommitBytes[]): void => {
  const kept = store.held.list().length
  const logged = store.reader.row<{ n: number }>('select count(*) as n from _log')?.n ?? 0
  expect(must(store.receive(acknowledged))).toMatchObject({ applied: 0 })
  expect(store.held.list()).toHaveLength(kept)
  expect(store.reader.row<{ n: number }>('select count(*) as n from _log')?.n).toBe(logged)
}

const kills = times(3, 60)
it(`a device that is killed ${kills} times while it applies comes to the same as the others`, async () => {
  const prepared = prepareNetwork({ devices: 4, definitions: things }, ['admin', 'perencana'])
  let round = 0
  while (round < kills) {
    const { nodes, close } = openPrepared(prepared)
    const target = nodes[3] as Node
    const play = new Play(nodes.slice(0, 3))
    const steps = fc.sample(fc.array(anyStep, { minLength: 120, maxLength: 160 }), 1)[0] ?? []
    for (const one of steps) if (one.do !== 'revoke') play.step(one)
    play.settle()
    target.clock = testNow + 11 * 365 * 24 * 60 * 60 * 1000
    for (let again = 0; again < 3 && round < kills; again += 1, round += 1) {
      const commits = missing((nodes[0] as Node).store, target.store)
      const shuffled = commits.map((one) => ({ one, key: randomInt(1 << 30) })).sort((a, b) => a.key - b.key)
      const sent = (again % 2 === 0 ? commits : shuffled.map(({ one }) => one)).slice()
      expectKept(target, sent.slice(0, await killedWhileApplying(target, sent)))
    }
    must(target.store.receive(missing((nodes[0] as Node).store, target.store)))
    expect(target.store.held.list()).toEqual([])
    expect(hashOf(target.store)).toBe(hashOf((nodes[0] as Node).store))
    expectAsAllChangesSay(target.store)
    close()
  }
  prepared.remove()
}, 1_200_000)
