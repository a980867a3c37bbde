import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Gate, gatePath } from '../../../electron/identity/gate.ts'
import { logList } from '../../../shared/contract/records.ts'
import { sessionLogin, sessionRecover } from '../../../shared/contract/session.ts'
import { adminNip, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { must, refusal, temporaryFolder, testNow, times } from '../../fixtures/store.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const hour = 3_600_000
const clock = { now: testNow, up: hour }
const gateAt = (path: string) => new Gate(path, { now: () => clock.now, uptime: () => clock.up })
beforeEach(() => Object.assign(clock, { now: testNow, up: hour }))

const fail = (gate: Gate, count: number, label = 'a'): void => {
  for (let n = 0; n < count; n += 1) gate.failed(label)
}
const linesOf = (path: string): string[] => readFileSync(gatePath(path), 'utf8').split('\n').slice(0, -1)
const write = (path: string, lines: readonly string[]): void =>
  writeFileSync(gatePath(path), lines.map((line) => `${line}\n`).join(''))

describe('the delay after failed logins', () => {
  it('grows from the fifth to 15 minutes, for that account alone, and ends when it passes', () => {
    const gate = gateAt(folder.path)
    const waits = Array.from({ length: 18 }, () => {
      gate.failed('a')
      return gate.wait('a') / 1000
    })
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900])
    expect(gate.wait('b')).toBe(0)
    gate.passed('a')
    expect(gate.wait('a')).toBe(0)
  })

  it('is never shorter by another clock, a new process or a restart of the computer', () => {
    const minute = 60_000
    const event = fc.oneof(
      fc.constant({ kind: 'fail' } as const),
      fc.record({ kind: fc.constant('pass time' as const), by: fc.integer({ min: 0, max: 20 * minute }) }),
      fc.record({ kind: fc.constant('set clock' as const), to: fc.integer({ min: 0, max: 4e12 }) }),
      fc.constant({ kind: 'new process' } as const),
      fc.constant({ kind: 'restart' } as const),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        rmSync(gatePath(folder.path), { force: true })
        Object.assign(clock, { now: testNow, up: hour })
        let gate = gateAt(folder.path)
        let [truth, last, count, restarts] = [0, 0, 0, 0]
        for (const one of events) {
          if (one.kind === 'fail') {
            gate.failed('a')
            ;[last, restarts] = [truth, 0]
            count += 1
          }
          if (one.kind === 'pass time') [truth, clock.up] = [truth + one.by, clock.up + one.by]
          if (one.kind === 'set clock') clock.now = one.to
          if (one.kind === 'new process') gate = gateAt(folder.path)
          if (one.kind === 'restart') {
            clock.up = 0
            restarts += 1
          }
          const delay = count < 5 ? 0 : Math.min(900_000, 1000 * 2 ** (count - 5))
          const left = Math.max(0, delay - (truth - last))
          expect(gate.wait('a')).toBeGreaterThanOrEqual(left)
          expect(gate.wait('a')).toBeLessThanOrEqual(delay)
          if (restarts === 0) expect(gate.wait('a')).toBe(left)
        }
      }),
      { numRuns: times(30, 2000) },
    )
  })

  it('begins again with the computer: what passed before its start is not known', () => {
    const gate = gateAt(folder.path)
    fail(gate, 6)
    clock.up = 0
    expect(gate.wait('a')).toBe(2000)
    clock.up = 500
    expect(gate.wait('a')).toBe(1500)
    clock.up = 2000
    expect(gate.wait('a')).toBe(0)
  })

  it('counts what two processes see together', () => {
    const [one, other] = [gateAt(folder.path), gateAt(folder.path)]
    fail(one, 3)
    fail(other, 3)
    expect([one.wait('a'), other.wait('a')]).toEqual([2000, 2000])
    expect(one.untold([]).failures).toEqual([{ label: 'a', count: 6, since: testNow }])
  })

  it('holds where the file cannot be written', () => {
    mkdirSync(gatePath(folder.path))
    const gate = gateAt(folder.path)
    fail(gate, 6)
    expect(gate.wait('a')).toBe(2000)
  })
})

describe('the file of failed logins', () => {
  it('that was cut off inside its last line counts all before it, and whole', () => {
    const gate = gateAt(folder.path)
    fail(gate, 6)
    const bytes = readFileSync(gatePath(folder.path))
    const last = Buffer.byteLength(linesOf(folder.path).at(-1) ?? '')
    for (let cut = 1; cut <= last; cut += 7) {
      writeFileSync(gatePath(folder.path), bytes.subarray(0, bytes.length - 1 - last + cut))
      expect([gate.wait('a'), gate.untold([]).isWhole]).toEqual([1000, true])
    }
    gate.failed('a')
    expect([gate.wait('a'), gate.untold([]).isWhole]).toEqual([2000, true])
  })

  it('shows that a line was taken out, changed, doubled or put elsewhere, and still counts the others', () => {
    const gate = gateAt(folder.path)
    for (const label of ['a', 'b', 'a', 'a', 'a', 'a', 'a']) gate.failed(label)
    const lines = linesOf(folder.path)
    const at = (n: number): string => lines[n] as string
    for (const forged of [
      lines.toSpliced(0, 1),
      lines.toSpliced(2, 1),
      lines.with(2, at(2).replace('"label":"b"', '"label":"c"')),
      lines.toSpliced(2, 0, at(3)),
      lines.with(2, at(3)).with(3, at(2)),
      lines.with(4, 'bukan baris'),
    ]) {
      write(folder.path, forged)
      expect(gate.untold([]).isWhole).toBe(false)
      expect(gate.wait('a')).toBeGreaterThanOrEqual(1000)
    }
    write(folder.path, lines)
    expect(gate.untold([]).isWhole).toBe(true)
  })

  it('begins anew after the hash that the log tells, with what delays other accounts still, and what came meanwhile', () => {
    const gate = gateAt(folder.path)
    fail(gate, 7)
    fail(gate, 2, 'b')
    gate.passed('b')
    const series = gate.untold([])
    gate.failed('c')
    gate.restart(series)
    expect(linesOf(folder.path)).toHaveLength(3)
    expect(linesOf(folder.path)[0]).toContain(series.told)
    expect(gate.wait('a')).toBe(4000)
    const known = [series.told, series.next]
    expect(gate.untold(known)).toMatchObject({
      isWhole: true,
      failures: [{ label: 'c', count: 1, since: testNow }],
    })
    rmSync(gatePath(folder.path))
    expect(gate.untold(known).isWhole).toBe(false)
  })
})

describe('a login after failures', () => {
  let at: TestCore
  let code = ''
  let now = testNow
  beforeEach(async () => {
    now = testNow
    at = openTestCore({ now: () => now })
    code = await at.begin()
    await at.logout()
  })
  afterEach(async () => {
    expect(at.defects).toEqual([])
    await at.close()
  })
  const wrong = (nip = adminNip) => at.call(sessionLogin, { nip, password: 'salah salah salah' })
  const reasons = async () => must(await at.call(logList, {})).entries.map(({ reason }) => reason)

  it('tells them as one entry, with names that the file does not have, and once', async () => {
    for (let n = 0; n < 3; n += 1) await wrong()
    now += 60_000
    for (const nip of ['199912312020012009', '199912312020012008']) await wrong(nip)
    await at.call(sessionRecover, { code: 'SALAH', nip: adminNip, password: 'bintang utara di malam' })
    expect(readFileSync(gatePath(at.folder), 'utf8')).not.toContain(adminNip)
    must(await at.login())
    const told =
      '3 kali gagal masuk untuk Siti Rahma sejak 21 November 2026 pukul 14.05 WIB; 2 kali gagal masuk untuk NIP yang tidak terdaftar sejak 21 November 2026 pukul 14.06 WIB; 1 kali gagal masuk untuk kode pemulihan sejak 21 November 2026 pukul 14.06 WIB'
    expect((await reasons()).slice(0, 2)).toEqual([told, 'Masuk'])
    must(await at.login())
    expect((await reasons()).filter((reason) => reason === told)).toHaveLength(1)
  })

  it('tells nothing twice where the file could not begin anew after it was told', async () => {
    await wrong()
    const before = join(at.folder, 'sebelumnya')
    copyFileSync(gatePath(at.folder), before)
    must(await at.login())
    copyFileSync(before, gatePath(at.folder))
    must(await at.login())
    expect((await reasons()).filter((reason) => reason.includes('gagal masuk'))).toHaveLength(1)
  })

  it('says that the file was removed', async () => {
    await wrong()
    must(await at.login())
    rmSync(gatePath(at.folder))
    must(await at.login())
    expect((await reasons())[0]).toBe(
      'Berkas percobaan masuk di komputer ini diubah atau dihapus oleh pihak lain',
    )
    must(await at.login())
    expect((await reasons())[0]).toBe('Masuk')
  })

  it('of another officer takes no delay away, nor does a new process or a recovered account', async () => {
    must(await at.login())
    const nip = await at.officer('Budi', ['perencana', null])
    for (let n = 0; n < 6; n += 1) await wrong(nip)
    must(await at.login())
    expect(refusal(await at.login(nip)).type).toBe('Wait')
    const again = openTestCore({ folder: at.folder, now: () => now })
    expect(refusal(await again.login(nip)).type).toBe('Wait')
    must(await again.login(adminNip, password))
    await again.close()
    must(await at.call(sessionRecover, { code, nip: adminNip, password: 'bintang utara di malam' }))
    expect(refusal(await at.login(nip)).type).toBe('Wait')
    now += 2000
    must(await at.login(nip))
    expect(existsSync(gatePath(at.folder))).toBe(true)
  })
})
