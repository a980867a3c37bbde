/**
 * What the shell gives the window, as `window.selaras`: one function out, one event stream in.
 * A request is a text of `encodeRequest`; answers and events are texts of `encodeWire`.
 */
export type Bridge = {
  readonly shell: 'electron' | 'chromium'
  readonly call: (request: string) => Promise<string>
  readonly onEvent: (listener: (event: string) => void) => () => void
}

export type Request = {
  readonly name: string
  readonly input: unknown /** names the call for progress and Batal */
  readonly call: string
}

/** Events that the core pushes to the window. */
export type CoreEvent =
  | {
      readonly type: 'progress'
      readonly call: string
      readonly done: number
      readonly total: number | null
      readonly step: string
    }
  /** A check of the database ended, or damage was met: what is known of both has changed. */
  | { readonly type: 'checked' }
  | { readonly type: 'changed'; readonly records: readonly string[]; readonly seq: number }
  | { readonly type: 'locked'; readonly reason: 'idle' | 'logout' | 'expired' | 'restored' }

/** Why a session ended. `restored`: its data gave way to a backup. */
export type LockReason = Extract<CoreEvent, { type: 'locked' }>['reason']
