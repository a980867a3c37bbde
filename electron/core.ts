import { encodeWire } from '../shared/contract/wire.ts'
import { composition } from './composition.ts'
import { composeCore } from './core/compose.ts'
import { defaultWorkspace } from './core/default-workspace.ts'
import { makeJobRunner } from './jobs/run-job.ts'
import { spawnByShell } from './jobs/spawn-shell.ts'
import { keychainByShell } from './shell/keychain.ts'
import { onShellGone, portToShell } from './shell/port.ts'
import type { ToCore } from './shell/protocol.ts'
import { settingsFolder } from './shell/settings.ts'

const port = portToShell()
if (port === undefined) throw new TypeError('the core runs only in a process that a shell started')

const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
const compositionUrl =
  process.env['SELARAS_COMPOSITION'] ?? new URL(`./composition${ending}`, import.meta.url).href
const composed =
  compositionUrl === new URL(`./composition${ending}`, import.meta.url).href
    ? composition
    : (await import(compositionUrl)).composition

/** The first lists after a login go before the check of the whole database. */
const checkPause = 20_000

const core = composeCore({
  root: new URL('.', import.meta.url),
  composition: composed,
  compositionUrl,
  workspace: process.env['SELARAS_WORKSPACE'] ?? defaultWorkspace(),
  settings: settingsFolder(),
  jobs: makeJobRunner(spawnByShell(port, ending)),
  keychain: keychainByShell(port),
  threads: true,
  checkAfter: checkPause,
  onEvent: (event) => port.send({ kind: 'event', text: encodeWire(event) }),
  onDefect: (error, call) => console.error(call, error),
})

const idleCheck = setInterval(() => void core.lockWhenDue(), 5_000)

const stop = async (): Promise<void> => {
  clearInterval(idleCheck)
  await core.stop()
  process.exit(0)
}

/** Long enough for the window to paint what it asked for first, short beside the typing of a password. */
const paintPause = 300
let isWarm = false
const warmLater = (): void => {
  if (isWarm) return
  isWarm = true
  setTimeout(() => core.warm(), paintPause)
}

const answer = async (text: string): Promise<string> => {
  const answered = await core.answer(text)
  warmLater()
  return answered
}

const hear = async (message: ToCore): Promise<void> => {
  if (message.kind === 'call') port.send({ kind: 'reply', id: message.id, text: await answer(message.text) })
  else if (message.kind === 'download')
    port.send({ kind: 'download', id: message.id, file: core.download(message.token) })
  else if (message.kind === 'stop') await stop()
}

port.onMessage((message) => void hear(message as ToCore))
onShellGone(() => void stop())
port.send({ kind: 'ready' })
