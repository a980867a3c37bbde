/** The binding that carries messages out of the page; the script below takes it and hides it. */
export const bindingName = 'selarasKirim'
/** The function of the page that takes answers and events in. */
export const receiverName = 'selarasTerima'

export type FromPage =
  | { readonly kind: 'call'; readonly id: number; readonly text: string }
  | { readonly kind: 'place' }

export type ToPage =
  | { readonly kind: 'reply'; readonly id: number; readonly text: string }
  | { readonly kind: 'gone'; readonly id: number }
  | { readonly kind: 'event'; readonly text: string }

declare const window: {
  readonly [name: string]: unknown
  readonly location: { readonly origin: string }
  readonly addEventListener: (event: string, listener: () => void) => void
}
declare const top: unknown

type Slot = { readonly resolve: (text: string) => void; readonly reject: (error: Error) => void }

/** Runs inside the page, as text: it may name nothing but its parameters and the page's own globals. */
const installBridge = (origin: string, binding: string, receiver: string): void => {
  const send = window[binding] as (text: string) => void
  Reflect.deleteProperty(window, binding)
  if (window !== top || window.location.origin !== origin) return
  const slots = new Map<number, Slot>()
  const listeners = new Set<(text: string) => void>()
  let lastId = 0
  const settle = (id: number): Slot | undefined => {
    const slot = slots.get(id)
    slots.delete(id)
    return slot
  }
  const call = (text: string): Promise<string> => {
    lastId += 1
    const slot = Promise.withResolvers<string>()
    slots.set(lastId, slot)
    send(JSON.stringify({ kind: 'call', id: lastId, text: String(text) } satisfies FromPage))
    return slot.promise
  }
  const onEvent = (listener: (text: string) => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const receive = (message: ToPage): void => {
    if (message.kind === 'reply') settle(message.id)?.resolve(message.text)
    else if (message.kind === 'gone') settle(message.id)?.reject(new Error('core gone'))
    else for (const listener of listeners) listener(message.text)
  }
  const place = (): void => send(JSON.stringify({ kind: 'place' } satisfies FromPage))
  let soon: ReturnType<typeof setTimeout> | undefined
  window.addEventListener('resize', () => {
    clearTimeout(soon)
    soon = setTimeout(place, 300)
  })
  window.addEventListener('blur', place)
  Object.defineProperty(window, 'open', { value: () => null })
  Object.defineProperty(window, receiver, { value: receive })
  Object.defineProperty(window, 'selaras', {
    value: Object.freeze({ shell: 'chromium', call, onEvent }),
    enumerable: true,
  })
}

export const bridgeScript = (origin: string): string =>
  `(${installBridge.toString()})(${JSON.stringify(origin)}, ${JSON.stringify(bindingName)}, ${JSON.stringify(receiverName)})`
