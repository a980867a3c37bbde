import { z } from 'zod'
import type { Bridge, CoreEvent, Request } from '../../shared/contract/bridge.ts'
import type { AnyCall, InputOf, OutputOf } from '../../shared/contract/call.ts'
import { type Failure, fail, ok, type Result } from '../../shared/contract/result.ts'
import { taskCancel } from '../../shared/contract/session.ts'
import { decodeWire, encodeRequest } from '../../shared/contract/wire.ts'
import { appTexts } from '../../shared/texts/app.ts'

export type Progress = { readonly done: number; readonly total: number | null; readonly step: string }
export type CallOptions = {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export type Client = {
  readonly shell: Bridge['shell']
  /** Expected failures are values; `Cancelled` where `signal` stopped it, `CoreGone` where nobody answers. */
  readonly call: <C extends AnyCall>(
    call: C,
    input: InputOf<C>,
    options?: CallOptions,
  ) => Promise<Result<OutputOf<C>>>
  readonly onEvent: (listener: (event: CoreEvent) => void) => () => void
}

const failure = z.looseObject({ type: z.string(), message: z.string() })
const reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: failure }),
])
const event = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    call: z.string(),
    done: z.number(),
    total: z.number().nullable(),
    step: z.string(),
  }),
  z.object({ type: z.literal('checked') }),
  z.object({ type: z.literal('changed'), records: z.array(z.string()), seq: z.number() }),
  z.object({ type: z.literal('locked'), reason: z.enum(['idle', 'logout', 'expired', 'restored']) }),
])

const unreadable = (detail: string) => fail('Unreadable', appTexts.answerUnreadable, { detail })

/** What came over the wire, checked: first the envelope, then the value by the call's own schema. */
export const readReply = <C extends AnyCall>(call: C, text: string): Result<OutputOf<C>> => {
  const parsed = reply.safeParse(decodeWire(text))
  if (!parsed.success) return unreadable(`${call.name}: ${parsed.error.message}`)
  if (!parsed.data.ok) return { ok: false, error: parsed.data.error as Failure }
  const value = call.output.safeParse(parsed.data.value)
  return value.success
    ? ok(value.data as OutputOf<C>)
    : unreadable(`${call.name}: ${z.prettifyError(value.error)}`)
}

type Listener = (event: CoreEvent) => void

const listenTo = (bridge: Bridge): Client['onEvent'] => {
  const listeners = new Set<Listener>()
  bridge.onEvent((text) => {
    const parsed = event.safeParse(decodeWire(text))
    if (parsed.success) for (const listener of listeners) listener(parsed.data)
  })
  return (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
}

/** The contract as the window calls it. `names` gives each call a name of its own, for progress and Batal. */
export const makeClient = (bridge: Bridge, names: () => string): Client => {
  const onEvent = listenTo(bridge)
  const send = (request: Request) => bridge.call(encodeRequest(request)).catch(() => null)
  const watchProgress = (name: string, onProgress: CallOptions['onProgress']) =>
    onProgress === undefined
      ? () => {}
      : onEvent((told) => told.type === 'progress' && told.call === name && onProgress(told))
  const stopOn = (name: string, signal: AbortSignal | undefined) => {
    const stop = () => void send({ name: taskCancel.name, input: { call: name }, call: names() })
    signal?.addEventListener('abort', stop, { once: true })
    return () => signal?.removeEventListener('abort', stop)
  }
  const call: Client['call'] = async (asked, input, { signal, onProgress } = {}) => {
    const name = names()
    const ends = [watchProgress(name, onProgress), stopOn(name, signal)]
    const text = await send({ name: asked.name, input, call: name })
    for (const end of ends) end()
    return text === null ? fail('CoreGone', appTexts.coreGone) : readReply(asked, text)
  }
  return { shell: bridge.shell, call, onEvent }
}

/** The bridge that the shell put into the page; a page without one is no window of Selaras. */
export const bridgeOf = (page: object): Bridge => {
  const { selaras } = page as { readonly selaras?: unknown }
  if (typeof selaras !== 'object' || selaras === null) throw new TypeError('no bridge in this page')
  return selaras as Bridge
}
