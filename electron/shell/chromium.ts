import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { shellTexts } from '../../shared/texts/shell.ts'
import { defaultWorkspace } from '../core/default-workspace.ts'
import type { Browser } from './browsers.ts'
import { type Cdp, connectPipe } from './cdp.ts'
import { chromiumArguments, type Look } from './chromium-arguments.ts'
import { type Page, takePage } from './chromium-page.ts'
import { type CoreLink, startCore } from './core-link.ts'
import { childEnvironment } from './environment.ts'
import { forkNode } from './fork.ts'
import { temporaryProfile } from './profile.ts'
import { origins } from './protocol.ts'
import { rememberWorkspace } from './remember.ts'
import { coreGoneAddress, serveRenderer, tooLargeAnswer } from './resources.ts'
import { settingsFolder } from './settings.ts'
import { confSettings } from './settings-conf.ts'
import type { SettingsStore, Shell, ShellOptions } from './shell.ts'
import { claimWorkspace } from './single.ts'

export type ChromiumOptions = ShellOptions & {
  readonly browser: Browser
  readonly headless: boolean
  readonly debugPort: string | undefined
  readonly onDebugPort: (port: number) => void
  readonly warn: (sentence: string) => void
}

export type Opened = { readonly shell: Shell } | { readonly refused: string }

const isRoot = (): boolean => process.getuid?.() === 0

const startBrowser = (file: string, look: Look): ChildProcess =>
  spawn(file, chromiumArguments(look), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: environment(childEnvironment()),
    // Its own group: Ctrl+C in the terminal must reach the shell only, which closes the window in order.
    detached: process.platform !== 'win32',
  })

/** LANGUAGE: the browser's own menus, where --lang is ignored. Without a UTF-8 locale it names files “download”. */
export const environment = (own: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const locale = own['LC_ALL'] || own['LC_CTYPE'] || own['LANG'] || ''
  return { ...own, LANGUAGE: 'id', ...(/utf-?8/i.test(locale) ? {} : { LC_ALL: 'C.UTF-8' }) }
}

type Target = { readonly session: string; readonly id: string }

const headlessPatience = 700
const startPatience = 60_000

const pagesOf = async (cdp: Cdp): Promise<unknown[]> => {
  const { targetInfos } = await cdp.send('Target.getTargets')
  return (targetInfos as { type: string }[]).filter(({ type }) => type === 'page')
}

/** A headless shell without windows ignores --app: it is given its page. */
const openMissingPage = async (cdp: Cdp): Promise<void> => {
  await pause(headlessPatience)
  if ((await pagesOf(cdp)).length === 0) await cdp.send('Target.createTarget', { url: 'about:blank' })
}

/** A page that waits for a debugger must go on first: it may stand in the thread of our own page. */
const closeStray = (cdp: Cdp, targetId: string, session: string): void => {
  cdp.send('Runtime.runIfWaitingForDebugger', {}, session).catch(() => {}) // Already closed.
  cdp.send('Target.closeTarget', { targetId }).catch(() => {}) // Already closed.
}

/** The page of the app window. Every page that comes later is a new window or tab: it is closed unseen. */
const findPage = (cdp: Cdp, headless: boolean): Promise<Target> => {
  const { promise, resolve, reject } = Promise.withResolvers<Target>()
  let own: Target | undefined
  cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const { targetId, type } = targetInfo as { targetId: string; type: string }
    if (type !== 'page') return
    if (own !== undefined) return closeStray(cdp, targetId, String(sessionId))
    own = { session: String(sessionId), id: targetId }
    resolve(own)
  })
  const filter = [{ type: 'page' }, { exclude: true }]
  const attach = cdp.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: true,
    filter,
  })
  attach.then(() => (headless ? openMissingPage(cdp) : undefined)).catch(reject)
  const tooLong = setTimeout(() => reject(new Error('no page')), startPatience)
  cdp.closed.then(() => reject(new Error('the browser ended')))
  return promise.finally(() => clearTimeout(tooLong))
}

const rememberPlace = (cdp: Cdp, target: string, settings: SettingsStore): (() => void) => {
  const store = async (): Promise<void> => {
    const { bounds } = await cdp.send('Browser.getWindowForTarget', { targetId: target })
    const { left, top, width, height, windowState } = bounds as Record<string, unknown>
    if (windowState === 'minimized') return
    const place = { x: left, y: top, width, height } as {
      x: number
      y: number
      width: number
      height: number
    }
    await settings.write({ window: { ...place, maximized: windowState === 'maximized' } })
  }
  return () => void store().catch(() => {}) // A headless browser has no window.
}

/** Where the browser listens when it was given port 0; it writes that beside its profile. */
const debugPortOf = async (profile: string): Promise<number> => {
  const file = path.join(profile, 'DevToolsActivePort')
  for (let tries = 0; tries < 100; tries += 1) {
    const port = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
    if (port > 0) return port
    await pause(50)
  }
  throw new Error(`${file} was not written`)
}

const untilExit = (browser: ChildProcess): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  browser.once('exit', () => resolve())
  browser.once('error', () => resolve())
  return promise
}

const closePatience = 5_000

const closer = (cdp: Cdp, browser: ChildProcess, exited: Promise<void>) => async (): Promise<void> => {
  const tooLong = setTimeout(() => browser.kill('SIGKILL'), closePatience)
  await cdp.send('Browser.close').catch(() => {}) // Already closing.
  await exited
  clearTimeout(tooLong)
}

const showWindow = async (cdp: Cdp, { id, session }: Target): Promise<void> => {
  const { windowId } = await cdp.send('Browser.getWindowForTarget', { targetId: id })
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
  await cdp.send('Page.bringToFront', {}, session)
}

/**
 * The window in an installed Chrome, Chromium or Edge. Core and browser start side by side; the promise resolves when
 * the page is on its way. Refused with a sentence when the workspace is already open or the browser does not start.
 */
export const openChromium = async (options: ChromiumOptions): Promise<Opened> => {
  const settings = confSettings(settingsFolder())
  const kept = settings.read()
  const workspace = options.workspace ?? kept.lastWorkspace ?? undefined
  let focus = async (): Promise<void> => {}
  const single = await claimWorkspace(
    settings.folder,
    workspace ?? defaultWorkspace(),
    () => void focus().catch(() => {}),
  )
  if (single.taken) return { refused: shellTexts.alreadyOpen }
  if (isRoot()) options.warn(shellTexts.noSandbox)

  const profile = await temporaryProfile()
  const browser = startBrowser(options.browser.file, {
    profile: profile.folder,
    headless: options.headless,
    asRoot: isRoot(),
    place: options.headless ? null : kept.window,
    theme: kept.theme,
    debugPort: options.debugPort,
  })
  const exited = untilExit(browser)
  const cdp = connectPipe(browser.stdio[3] as Writable, browser.stdio[4] as Readable)

  let page: Page | undefined
  let closing = false
  const launchCore = (): CoreLink => {
    const link = startCore({
      fork: forkNode,
      module: options.coreModule,
      root: options.root,
      env: {
        SELARAS_SETTINGS: settings.folder,
        ...(workspace !== undefined && { SELARAS_WORKSPACE: workspace }),
      },
      onEvent: (text) => page?.event(text),
    })
    link.gone.then(() => {
      if (!closing) page?.show(coreGoneAddress(page.whereabouts()))
    })
    return link
  }
  let core = launchCore()
  const revive = (): void => {
    if (!core.alive() && !closing) core = launchCore()
  }
  const resources = serveRenderer({
    folder: options.rendererFolder,
    origin: origins.chromium,
    download: (token) => core.download(token),
    beforePage: revive,
  })
  const remember = rememberWorkspace(settings, kept, options.remember ? workspace : undefined)
  const cleanUp = async (): Promise<void> => {
    closing = true
    await core.stop()
    await remember()
    single.release()
    await profile.remove()
  }
  const closed = exited.then(cleanUp)

  const target = await findPage(cdp, options.headless).catch(() => undefined)
  if (target === undefined) {
    browser.kill('SIGKILL')
    await closed
    return { refused: shellTexts.browserFailed }
  }
  page = takePage(
    cdp,
    target.session,
    target.id,
    {
      origin: origins.chromium,
      resources,
      theme: kept.theme,
      call: (text) => core.call(text),
      onPlace: options.headless ? () => {} : rememberPlace(cdp, target.id, settings),
    },
    tooLargeAnswer,
  )
  if (options.debugPort !== undefined) options.onDebugPort(await debugPortOf(profile.folder))
  const close = closer(cdp, browser, exited)
  cdp.on('Target.detachedFromTarget', ({ sessionId }) => {
    if (sessionId === target.session) close()
  })
  focus = () => showWindow(cdp, target)
  return {
    shell: {
      name: 'chromium',
      settings,
      closed,
      focus: () => focus(),
      close: () => close().then(() => closed),
    },
  }
}
