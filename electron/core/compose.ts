import { uptime as secondsUp } from 'node:os'
import type { CoreEvent } from '../../shared/contract/bridge.ts'
import type { Composition } from '../composition-shape.ts'
import type { JobRunner } from '../jobs/runner.ts'
import { type Keychain, noKeychain } from '../shell/keychain.ts'
import { Core } from './core.ts'
import { type Hosted, inline, inThread } from './hosted.ts'
import { ReaderHost } from './reader-host.ts'
import { WriterHost } from './writer-host.ts'

export type ComposeOptions = {
  /** Folder of the modules: electron/ or its build. */
  readonly root: URL
  readonly composition: Composition
  /** Module that exports `composition`; threads load it by this address. */
  readonly compositionUrl: string
  readonly workspace: string
  /** Folder of the machine's settings, outside of the workspace: what this machine remembers of the data lies there. */
  readonly settings: string
  readonly jobs: JobRunner
  /** In threads for the window; in this thread for the command line, which starts faster so. */
  readonly threads: boolean
  /** Milliseconds since 1970; only tests that hold the clock give one, and only without threads. */
  readonly now?: () => number
  /** Milliseconds since this computer was started; the same tests give it. */
  readonly uptime?: () => number
  /** Of the operating system, where the shell has one. */
  readonly keychain?: Keychain
  /** See `CoreParts.checkAfter`. */
  readonly checkAfter?: number
  readonly onEvent: (event: CoreEvent) => void
  readonly onDefect: (error: unknown, call: string) => void
}

const sinceStart = (): number => secondsUp() * 1000

/** A core with its writer and reader. */
export const composeCore = ({
  root,
  threads,
  settings,
  now = Date.now,
  uptime = sinceStart,
  keychain = noKeychain,
  ...parts
}: ComposeOptions): Core => {
  const { composition, compositionUrl } = parts
  const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
  const data = { composition: compositionUrl, settings }
  const writer: Hosted<WriterHost> = threads
    ? inThread(new URL(`core/writer-thread${ending}`, root), data)
    : inline(new WriterHost(composition, now, settings))
  const reader: Hosted<ReaderHost> = threads
    ? inThread(new URL(`core/reader-thread${ending}`, root), data)
    : inline(new ReaderHost(composition, now))
  return new Core({ ...parts, settings, writer, reader, now, uptime, keychain })
}
