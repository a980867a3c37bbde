import type { z } from 'zod'
import type { Call } from '../shared/contract/call.ts'
import type { Failure, Result } from '../shared/contract/result.ts'
import type { SessionFacts } from '../shared/contract/session.ts'
import type { Grant } from '../shared/rules/access/index.ts'
import type { JobRunner } from './jobs/runner.ts'
import type { BlobStore } from './store/blobs.ts'
import type { Reader } from './store/reader.ts'
import type { Actor, Store } from './store/store.ts'

/** An officer at the moment of a call: `grants` are those that hold today. */
export type Session = SessionFacts & { readonly today: string; readonly opds: readonly string[] | null }

/** Error of a query about sealed records where there is ciphertext alone: the thread with the officer's private key answers it. */
export const sealedElsewhere = 'Sealed'

/** In the query thread, on a read-only connection. `seen` of an answer is `reader.vector()`. */
export type QueryContext = { readonly reader: Reader; readonly session: Session; readonly now: () => number }

/** In the writer thread. Only `store.commit(actor, reason, tx => …, seen)` writes. */
export type CommandContext = {
  readonly store: Store
  readonly reader: Reader
  readonly actor: Actor
  readonly session: Session
  readonly blobs: BlobStore
  /** What a task of this officer left in this thread by `TaskContext.stage`, before a lock too; null when it is gone. */
  readonly staged: Staging['get']
  /** Lets go of it. */
  readonly restage: Staging['change']
  readonly unstage: Staging['drop']
  readonly now: () => number
}

export type Progress = (done: number, total: number | null, step: string) => void

/** In the core's own thread: never blocks it; reads and writes through the calls of the contract. */
export type TaskContext = {
  readonly session: Session | null
  readonly now: () => number
  readonly progress: Progress
  readonly signal: AbortSignal
  readonly jobs: JobRunner
  readonly downloads: Downloads
  readonly staging: Staging
  /** Leaves a value in the writer thread for a command to come; gives its token. */
  readonly stage: (value: unknown) => Promise<string>
  readonly ask: <C extends AnyCall>(
    call: C,
    input: z.input<C['input']>,
  ) => Promise<Result<z.output<C['output']>>>
  /** An internal command of a feature, not part of the contract: `name` as given to `onInternal`. */
  readonly write: <T>(name: string, input: unknown) => Promise<Result<T>>
}

export type Downloads = {
  /** Keeps bytes under a one-time address for ten minutes. */
  readonly offer: (
    name: string,
    type: string,
    bytes: Uint8Array,
  ) => { readonly token: string; readonly name: string; readonly size: number }
}

/** Values that wait between two calls of one session (uploaded files, a preview). */
export type Staging = {
  readonly put: (value: unknown) => string
  readonly get: <T>(token: string) => T | null
  /** Another value under a token that is there. */
  readonly change: (token: string, value: unknown) => void
  readonly drop: (token: string) => void
}

// biome-ignore lint/suspicious/noExplicitAny: a call of any input and output
type AnyCall = Call<string, any, any>
type Answer<T> = Result<T, Failure> | Promise<Result<T, Failure>>

/** An answer that is text already, as big as the forms of all OPDs together. Who wants its value checks it: the window, or `decodeAnswer`. */
export class Encoded {
  readonly text: string
  readonly call: AnyCall
  constructor(call: AnyCall, text: string) {
    this.call = call
    this.text = text
  }
}

export type Handler =
  | {
      readonly kind: 'query'
      readonly call: AnyCall
      readonly run: (context: QueryContext, input: never) => Result<unknown>
    }
  | {
      readonly kind: 'command'
      readonly call: AnyCall
      readonly run: (context: CommandContext, input: never) => Result<unknown>
    }
  | {
      readonly kind: 'task'
      readonly call: AnyCall
      readonly run: (context: TaskContext, input: never) => Answer<unknown>
    }
  | {
      readonly kind: 'internal'
      readonly name: string
      readonly run: (context: CommandContext, input: never) => Result<unknown>
    }

/** A feature answers the calls of its part of the contract; the composition lists the features. */
export type Feature = { readonly name: string; readonly handlers: readonly Handler[] }

type InOf<C extends AnyCall> = z.output<C['input']>
type OutOf<C extends AnyCall> = z.input<C['output']>

export const onQuery = <C extends AnyCall>(
  call: C,
  run: (context: QueryContext, input: InOf<C>) => Result<OutOf<C>>,
): Handler => ({ kind: 'query', call, run }) as Handler
export const onCommand = <C extends AnyCall>(
  call: C,
  run: (context: CommandContext, input: InOf<C>) => Result<OutOf<C> | Encoded>,
): Handler => ({ kind: 'command', call, run }) as Handler
export const onTask = <C extends AnyCall>(
  call: C,
  run: (context: TaskContext, input: InOf<C>) => Answer<OutOf<C> | Encoded>,
): Handler => ({ kind: 'task', call, run }) as Handler
/** A write that a task needs and the window may not call by itself. */
export const onInternal = <I, O>(
  name: string,
  run: (context: CommandContext, input: I) => Result<O>,
): Handler => ({ kind: 'internal', name, run }) as unknown as Handler

export type { Grant }
