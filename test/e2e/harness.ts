import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { buildParts, type Part } from '../../build/build.ts'
import { type AxeRules, type Evaluate, violationsIn } from './axe.ts'
import { testBrowser } from './npm-chromium.ts'
import { type Faults, watchFaults } from './watch.ts'

const root = path.join(import.meta.dirname, '..', '..')
/** A picture takes as long as a click and is looked at by people alone. */
export const arePicturesWanted = process.env.SELARAS_PICTURES === '1'
const pictures = path.join(root, 'test-results', 'screenshots')

export type ApplicationOptions = {
  /** An existing workspace folder to open; default: a fresh, empty one, deleted by `stop`. */
  readonly workspace?: string
  /** Machine settings folder; default: a fresh one. */
  readonly settings?: string
  readonly dark?: boolean
  readonly size?: { readonly width: number; readonly height: number }
  /** Environment of the shell and the core. */
  readonly env?: Readonly<Record<string, string>>
  /** Another core and page than the application's own: tests of the shell itself. */
  readonly parts?: { readonly root: string; readonly core: string; readonly renderer: string }
}

export type Download = { readonly name: string; readonly bytes: Uint8Array }

export type Application = {
  readonly page: Page
  readonly shell: ChildProcess
  /** When the shell's process was started, ms since 1970. */
  readonly started: number
  readonly workspace: string
  readonly settings: string
  /** CSP reports, console errors and page errors so far; `stop` throws if there is any. Empty it to expect one. */
  readonly faults: string[]
  /** Writes test-results/screenshots/<name>.png, where pictures are wanted: `SELARAS_PICTURES=1`. */
  readonly screenshot: (name: string) => Promise<void>
  /** Throws with every violation that axe finds in the page as it stands. */
  readonly axe: (rules?: AxeRules) => Promise<void>
  /** Runs `action` and returns the file that the window then downloads. */
  readonly download: (action: () => Promise<unknown>) => Promise<Download>
  readonly dark: (on: boolean) => Promise<void>
  /** Closes the window as an officer does, waits for a clean end, deletes what was temporary, throws on faults. */
  readonly stop: () => Promise<void>
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

const temporary = (name: string): Promise<string> => mkdtemp(path.join(tmpdir(), `selaras-${name}-`))

const built = new Map<Part, Promise<void>>()
/** Builds what changed, once per run; a test with its own page needs no renderer. */
const buildOnce = async (names: readonly Part[]): Promise<void> => {
  for (const name of names) {
    const done = built.get(name) ?? buildParts([name])
    built.set(name, done)
    await done
  }
}

const startShell = async (
  options: ApplicationOptions,
  workspace: string,
  settings: string,
): Promise<ChildProcess> => {
  const { parts } = options
  const args = parts ? ['--root', parts.root, '--core', parts.core, '--renderer', parts.renderer] : []
  const env = {
    ...process.env,
    SELARAS_CHROMIUM: await testBrowser(),
    SELARAS_SETTINGS: settings,
    SELARAS_DEBUG_PORT: '0',
    ...options.env,
  }
  const entry = path.join(root, 'dist', 'electron', 'chromium.js')
  const head = hasDisplay() ? [] : ['--headless']
  return spawn(process.execPath, [entry, '--workspace', workspace, ...head, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

const portOf = (shell: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    shell.once('message', (told: { debugPort: number }) => resolve(told.debugPort))
    shell.once('exit', () => reject(new Error('the shell ended before its window opened')))
  })

const pageOf = async (browser: Browser): Promise<Page> => {
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the browser has no context')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForURL('https://selaras.localhost/**')
  return page
}

const evaluateIn =
  (session: CDPSession): Evaluate =>
  async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

const runAxe = async (session: CDPSession, rules: AxeRules): Promise<void> => {
  const violations = await violationsIn(evaluateIn(session), rules)
  if (violations.length > 0) throw new Error(`axe found ${violations.length}:\n${violations.join('\n')}`)
}

/** In an off-the-record window only the page's own (older) form of these messages reaches its downloads. */
const downloader = async (session: CDPSession): Promise<Application['download']> => {
  const downloadPath = await temporary('unduhan')
  await session.send('Page.enable')
  await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath })
  return async (action) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    const names: string[] = []
    const begin = ({ suggestedFilename }: { suggestedFilename: string }): void => {
      names.push(suggestedFilename)
    }
    const progress = ({ state }: { state: string }): void => {
      if (state === 'canceled') reject(new Error(`the download of ${names.join()} was cancelled`))
      if (state === 'completed') resolve(names.join())
    }
    session.on('Page.downloadWillBegin', begin)
    session.on('Page.downloadProgress', progress)
    try {
      await action()
      const name = await promise
      return { name, bytes: await readFile(path.join(downloadPath, name)) }
    } finally {
      session.off('Page.downloadWillBegin', begin)
      session.off('Page.downloadProgress', progress)
    }
  }
}

const exitOf = (shell: ChildProcess): Promise<number | null> => {
  if (shell.exitCode !== null) return Promise.resolve(shell.exitCode)
  return new Promise((resolve) => shell.once('exit', resolve))
}

const throwOn = (faults: Faults, code: number | null): void => {
  const all = code === 0 ? faults : [...faults, `the shell ended with ${code}`]
  if (all.length > 0) throw new Error(`The window reported ${all.length}:\n${all.join('\n')}`)
}

/** Starts the real Chromium shell with a fresh workspace and takes hold of its window. */
export const openApplication = async (options: ApplicationOptions = {}): Promise<Application> => {
  await buildOnce(options.parts ? ['electron'] : ['electron', 'renderer'])
  const workspace = options.workspace ?? (await temporary('ruang'))
  const settings = options.settings ?? (await temporary('setelan'))
  await testBrowser()
  const started = Date.now()
  const shell = await startShell(options, workspace, settings)
  const port = await portOf(shell)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 60_000 })
  const page = await pageOf(browser)
  const session = await page.context().newCDPSession(page)
  const faults = await watchFaults(session)
  await page.setViewportSize(options.size ?? { width: 1366, height: 768 })
  const dark = (on: boolean): Promise<void> => page.emulateMedia({ colorScheme: on ? 'dark' : 'light' })
  await dark(options.dark ?? false)
  const download = await downloader(session)
  const temporaries = [...(options.workspace ? [] : [workspace]), ...(options.settings ? [] : [settings])]
  return {
    page,
    shell,
    started,
    workspace,
    settings,
    faults,
    dark,
    download,
    axe: (rules = 'all') => runAxe(session, rules),
    screenshot: async (name) => {
      if (!arePicturesWanted) return
      await mkdir(pictures, { recursive: true })
      await page.screenshot({
        path: path.join(pictures, `${name}.png`),
        animations: 'disabled',
        caret: 'hide',
      })
    },
    stop: async () => {
      if (shell.exitCode === null && shell.signalCode === null) shell.kill('SIGTERM')
      const code = await exitOf(shell)
      await browser.close()
      await Promise.all(temporaries.map((folder) => rm(folder, { recursive: true, force: true })))
      throwOn(faults, code)
    },
  }
}
