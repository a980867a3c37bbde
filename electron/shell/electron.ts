import { app, type BrowserWindow, Menu, nativeTheme, session as sessions } from 'electron'
import ElectronStore from 'electron-store'
import { shellTexts } from '../../shared/texts/shell.ts'
import { defaultWorkspace } from '../core/default-workspace.ts'
import { type CoreLink, startCore } from './core-link.ts'
import { forkUtility } from './electron-fork.ts'
import { guardPermissions } from './electron-guard.ts'
import { answerCalls, sendEvent } from './electron-ipc.ts'
import { keychain } from './electron-keychain.ts'
import { serveOrigin } from './electron-origin.ts'
import { createWindow, placeOf } from './electron-window.ts'
import { origins } from './protocol.ts'
import { rememberWorkspace } from './remember.ts'
import { coreGoneAddress, serveRenderer } from './resources.ts'
import { parseSettings, settingsFolder, settingsName } from './settings.ts'
import type { SettingsStore, Shell, ShellOptions } from './shell.ts'
import { claimWorkspace } from './single.ts'

export type ElectronOptions = ShellOptions & { readonly preload: string; readonly icon: string }

/** The same file as `confSettings` reads without Electron. */
const storeSettings = (folder: string): SettingsStore => {
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: folder,
    name: settingsName,
    clearInvalidConfig: true,
    configFileMode: 0o600,
  })
  return { folder, read: () => parseSettings(store.store), write: async (change) => store.set(change) }
}

/** macOS needs a menu for copy and paste; elsewhere the keys work without one. */
const setMenu = (): void => {
  const roles = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] as const
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([...roles]) : null)
}

/** Path and query of the page, without the origin. */
const whereabouts = (window: BrowserWindow): string => {
  const address = window.webContents.getURL()
  return address.startsWith(`${origins.electron}/`) ? address.slice(origins.electron.length) : '/'
}

const show = (window: BrowserWindow, address: string): void => {
  if (!window.isDestroyed()) void window.loadURL(`${origins.electron}${address}`).catch(() => {}) // Superseded by another.
}

const bringForward = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** A core that is started again when it has ended and the page is asked for. */
const keepCore = (launch: () => CoreLink, onGone: () => void) => {
  let stopping = false
  const start = (): CoreLink => {
    const link = launch()
    link.gone.then(() => stopping || onGone())
    return link
  }
  let core = start()
  return {
    now: () => core,
    revive: () => {
      if (!core.alive() && !stopping) core = start()
    },
    stop: () => {
      stopping = true
      return core.stop()
    },
  }
}

const untilClosed = (window: BrowserWindow): Promise<void> =>
  new Promise((resolve) => window.once('closed', () => resolve()))

/** The window in Electron; after `ready`. Undefined when another window already shows this workspace. */
export const openElectron = async (options: ElectronOptions): Promise<Shell | undefined> => {
  const settings = storeSettings(settingsFolder())
  const kept = settings.read()
  const workspace = options.workspace ?? kept.lastWorkspace ?? undefined
  const single = await claimWorkspace(settings.folder, workspace ?? defaultWorkspace(), () =>
    bringForward(window),
  )
  if (single.taken) return undefined
  const remember = rememberWorkspace(settings, kept, options.remember ? workspace : undefined)

  nativeTheme.themeSource = kept.theme
  setMenu()
  const session = sessions.fromPartition('selaras', { cache: false }) // No “persist:”: kept in memory only.
  guardPermissions(session)
  const core = keepCore(
    () =>
      startCore({
        fork: forkUtility,
        module: options.coreModule,
        root: options.root,
        env: {
          SELARAS_SETTINGS: settings.folder,
          ...(workspace !== undefined && { SELARAS_WORKSPACE: workspace }),
        },
        keychain,
        onEvent: (text) => sendEvent(window, text),
      }),
    () => show(window, coreGoneAddress(whereabouts(window))),
  )
  serveOrigin(
    session,
    serveRenderer({
      folder: options.rendererFolder,
      origin: origins.electron,
      download: (token) => core.now().download(token),
      beforePage: core.revive,
    }),
  )
  const window = createWindow({
    session,
    preload: options.preload,
    icon: options.icon,
    place: kept.window,
    dark: nativeTheme.shouldUseDarkColors,
    devTools: !app.isPackaged,
  })
  answerCalls(window, (text) => core.now().call(text))
  window.on('close', () => void settings.write({ window: placeOf(window) }))
  window.webContents.on('render-process-gone', () => show(window, whereabouts(window)))
  const closed = untilClosed(window).then(async () => {
    await core.stop()
    await remember()
    single.release()
  })
  show(window, '/')
  window.setTitle(shellTexts.title)
  return {
    name: 'electron',
    settings,
    closed,
    focus: async () => bringForward(window),
    close: async () => {
      window.close()
      await closed
    },
  }
}
