import type { Port } from './protocol.ts'

type ParentPort = {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
}

const parentPort = (): ParentPort | undefined => (process as { parentPort?: ParentPort }).parentPort

/**
 * The port of a forked process (core or job) to the shell that started it: Electron's `parentPort` in a utility
 * process, else the channel of `child_process.fork`. Undefined when nobody forked this process.
 */
export const portToShell = (): Port | undefined => {
  const port = parentPort()
  if (port !== undefined) {
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (event) => listener(event.data)),
    }
  }
  if (process.send === undefined) return undefined
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  }
}

/** Runs when the shell is gone without a word (killed, crashed); Electron ends its utility processes by itself. */
export const onShellGone = (listener: () => void): void => {
  if (parentPort() === undefined) process.once('disconnect', listener)
}
