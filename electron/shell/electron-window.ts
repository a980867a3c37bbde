import { BrowserWindow, type BrowserWindowConstructorOptions, type Session, screen } from 'electron'
import { shellTexts } from '../../shared/texts/shell.ts'
import type { WindowPlace } from './shell.ts'

export type WindowOptions = {
  readonly session: Session
  readonly preload: string
  readonly icon: string
  readonly place: WindowPlace | null
  readonly dark: boolean
  readonly devTools: boolean
}

/** A place from a screen that is no longer there is forgotten. */
const isVisible = ({ x, y, width, height }: WindowPlace): boolean =>
  screen.getAllDisplays().some(({ workArea: area }) => {
    const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
    const down = Math.min(y + height, area.y + area.height) - Math.max(y, area.y)
    return across >= 100 && down >= 100
  })

const standAt = (place: WindowPlace | null): BrowserWindowConstructorOptions => {
  if (place === null || !isVisible(place)) return { width: 1366, height: 768 }
  const { x, y, width, height } = place
  return { x, y, width, height }
}

/** The only place where a window is made. */
export const createWindow = (options: WindowOptions): BrowserWindow => {
  const window = new BrowserWindow({
    ...standAt(options.place),
    minWidth: 800,
    minHeight: 500,
    title: shellTexts.title,
    icon: options.icon,
    backgroundColor: options.dark ? '#1a1b1e' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      session: options.session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  })
  if (options.place?.maximized) window.maximize()
  return window
}

export const placeOf = (window: BrowserWindow): WindowPlace => ({
  ...window.getNormalBounds(),
  maximized: window.isMaximized(),
})
