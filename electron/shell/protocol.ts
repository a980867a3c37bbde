import type { Result } from '../../shared/contract/result.ts'

/**
 * Messages between shell and core over one port (Electron: utilityProcess parentPort; elsewhere: child process IPC,
 * serialization 'advanced'). The shell forwards texts of the window unread; it knows nothing of the domain.
 */
export type ToCore =
  | { readonly kind: 'call'; readonly id: number; readonly text: string }
  | { readonly kind: 'download'; readonly id: number; readonly token: string }
  | { readonly kind: 'job'; readonly job: number; readonly message: unknown }
  | { readonly kind: 'job-exit'; readonly job: number; readonly code: number | null }
  | { readonly kind: 'keychain'; readonly id: number; readonly answer: Result<unknown> }
  | { readonly kind: 'stop' }

export type FromCore =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly text: string }
  | { readonly kind: 'event'; readonly text: string }
  | { readonly kind: 'download'; readonly id: number; readonly file: DownloadFile | null }
  /** Ask the shell for a process that can be killed: Electron's core may not fork by itself (fuse RunAsNode is off). */
  | {
      readonly kind: 'spawn-job'
      readonly job: number
      readonly module: string
      readonly limitMegabytes: number
    }
  /** The operating system's keychain is the shell's: seal or open these bytes. */
  | {
      readonly kind: 'keychain'
      readonly id: number
      readonly order: 'seal' | 'open'
      readonly bytes: Uint8Array
    }
  | { readonly kind: 'to-job'; readonly job: number; readonly message: unknown }
  | { readonly kind: 'kill-job'; readonly job: number }

export type DownloadFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** Messages of the core arrive as `unknown`; the shell checks `kind` before it acts. */
export type Port = {
  readonly send: (message: ToCore | FromCore) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}

/** The page's own origin, one per shell. No TCP port is opened for it. */
export const origins = { electron: 'app://selaras', chromium: 'https://selaras.localhost' } as const
/** One-time download addresses: `${origin}${downloadPath}${token}`. */
export const downloadPath = '/unduh/'
