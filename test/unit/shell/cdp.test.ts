import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connectPipe, splitAtNul } from '../../../electron/shell/cdp.ts'

describe('the debugging pipe', () => {
  test('finds the same messages however the bytes are cut', () => {
    const message = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))
    const property = fc.property(fc.array(message), fc.array(fc.nat({ max: 40 })), (messages, cuts) => {
      const bytes = Buffer.from(messages.map((text) => `${text}\0`).join(''))
      const heard: string[] = []
      const take = splitAtNul((text) => heard.push(text))
      let at = 0
      for (const cut of cuts) {
        take(bytes.subarray(at, at + cut))
        at = Math.min(bytes.length, at + cut)
      }
      take(bytes.subarray(at))
      expect(heard).toEqual(messages)
    })
    fc.assert(property, { numRuns: 300 })
  })

  const connect = () => {
    const write = new PassThrough()
    const read = new PassThrough()
    const cdp = connectPipe(write, read)
    const answer = (message: unknown): void => void read.write(`${JSON.stringify(message)}\0`)
    const sent = (): unknown => JSON.parse(String(write.read()).replace('\0', ''))
    return { cdp, read, answer, sent }
  }

  test('gives each answer to its own question, and a refusal as an error', async () => {
    const { cdp, answer, sent } = connect()
    const first = cdp.send('A.a', { x: 1 }, 's')
    expect(sent()).toEqual({ id: 1, method: 'A.a', params: { x: 1 }, sessionId: 's' })
    const second = cdp.send('B.b')
    answer({ id: 2, error: { message: 'tidak' } })
    answer({ id: 1, result: { y: 2 } })
    await expect(second).rejects.toThrow('tidak')
    expect(await first).toEqual({ y: 2 })
  })

  test('tells events to those who listen, until they stop', async () => {
    const { cdp, answer } = connect()
    const heard: unknown[] = []
    const off = cdp.on('T.t', (params, session) => heard.push([params, session]))
    answer({ method: 'T.t', params: { a: 1 }, sessionId: 's' })
    answer({ method: 'U.u' })
    await expect.poll(() => heard).toEqual([[{ a: 1 }, 's']])
    off()
    answer({ method: 'T.t' })
    const done = cdp.send('X.x')
    answer({ id: 1, result: {} })
    await done
    expect(heard).toHaveLength(1)
  })

  test('rejects what waits, and what comes later, when the browser is gone', async () => {
    const { cdp, read } = connect()
    const waiting = cdp.send('A.a')
    read.destroy()
    await cdp.closed
    await expect(waiting).rejects.toThrow('gone')
    await expect(cdp.send('B.b')).rejects.toThrow('gone')
  })
})
