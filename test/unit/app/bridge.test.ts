import { describe, expect, it } from 'vitest'
import { makeClient, readReply } from '../../../renderer/app/bridge.ts'
import type { Bridge } from '../../../shared/contract/bridge.ts'
import { auditVerify, recordOptions } from '../../../shared/contract/records.ts'
import { decodeWire, encodeWire, readRequest } from '../../../shared/contract/wire.ts'

type Asked = { readonly name: string; readonly input: unknown; readonly call: string }

/** A bridge that answers as it is told and keeps what it was asked. */
const bridgeThat = (answer: (asked: Asked) => Promise<string>) => {
  const asked: Asked[] = []
  const listeners = new Set<(event: string) => void>()
  const bridge: Bridge = {
    shell: 'chromium',
    call: (text) => {
      const { input = '', ...head } = readRequest(text) ?? { name: '', call: '' }
      const request = { ...head, input: decodeWire(input) }
      asked.push(request)
      return answer(request)
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const tell = (event: unknown) => {
    for (const listener of listeners) listener(encodeWire(event))
  }
  return { bridge, asked, tell }
}

const named = () => {
  let count = 0
  return () => {
    count += 1
    return `c${count}`
  }
}

const options = { ok: true, value: { options: [{ id: 'abcdefghij.1.1', title: 'Dinas Kesehatan' }] } }

describe('the client of the window', () => {
  it('gives the value that the schema of the call has parsed', async () => {
    const { bridge } = bridgeThat(async () => encodeWire(options))
    const result = await makeClient(bridge, named()).call(recordOptions, { type: 'opd', text: 'kes' })
    expect(result).toEqual(options)
  })

  it('calls an answer of another shape unreadable instead of passing it on', () => {
    const wrong = encodeWire({ ok: true, value: { options: [{ id: 7 }] } })
    expect(readReply(recordOptions, wrong)).toMatchObject({ ok: false, error: { type: 'Unreadable' } })
    expect(readReply(recordOptions, '"halo"')).toMatchObject({ ok: false, error: { type: 'Unreadable' } })
  })

  it('keeps the place that a failure names', () => {
    const failure = {
      ok: false,
      error: { type: 'Stale', message: 'Sudah diubah.', differences: [{ field: 'name' }] },
    }
    expect(readReply(recordOptions, encodeWire(failure))).toEqual(failure)
  })

  it('says that nobody answers when the core has gone', async () => {
    const { bridge } = bridgeThat(() => Promise.reject(new Error('core gone')))
    const result = await makeClient(bridge, named()).call(recordOptions, { type: 'opd', text: '' })
    expect(result).toMatchObject({ ok: false, error: { type: 'CoreGone' } })
  })

  it('tells progress to the call that it belongs to, and only while it runs', async () => {
    const { promise, resolve } = Promise.withResolvers<string>()
    const { bridge, tell } = bridgeThat(() => promise)
    const heard: number[] = []
    const running = makeClient(bridge, named()).call(
      auditVerify,
      {},
      { onProgress: ({ done }) => heard.push(done) },
    )
    tell({ type: 'progress', call: 'c1', done: 1, total: 3, step: '' })
    tell({ type: 'progress', call: 'other', done: 2, total: 3, step: '' })
    tell({ type: 'nonsense' })
    resolve(encodeWire({ ok: false, error: { type: 'Cancelled', message: '' } }))
    await running
    tell({ type: 'progress', call: 'c1', done: 3, total: 3, step: '' })
    expect(heard).toEqual([1])
  })

  it('stops the task of a call whose signal is aborted, by its name', async () => {
    const { promise, resolve } = Promise.withResolvers<string>()
    const { bridge, asked } = bridgeThat(({ name }) =>
      name === 'task.cancel' ? Promise.resolve('') : promise,
    )
    const stop = new AbortController()
    const running = makeClient(bridge, named()).call(auditVerify, {}, { signal: stop.signal })
    stop.abort()
    resolve(encodeWire({ ok: false, error: { type: 'Cancelled', message: '' } }))
    await running
    expect(asked.map(({ name, input }) => [name, input])).toEqual([
      ['audit.verify', {}],
      ['task.cancel', { call: 'c1' }],
    ])
  })
})
