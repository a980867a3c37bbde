import { homedir } from 'node:os'
import path from 'node:path'
import { type MachineSettings, type Theme, themes, type WindowPlace } from './shell.ts'

export const defaultSettings: MachineSettings = { window: null, theme: 'system', lastWorkspace: null }

/** The same file name for `conf` and `electron-store`, which share one format. */
export const settingsName = 'config'

const isTheme = (value: unknown): value is Theme => themes.includes(value as Theme)

const parsePlace = (value: unknown): WindowPlace | null => {
  const place = value as WindowPlace | null | undefined
  const sizes = [place?.x, place?.y, place?.width, place?.height]
  if (place === null || place === undefined || !sizes.every(Number.isSafeInteger)) return null
  if (place.width < 400 || place.height < 300) return null
  const { x, y, width, height } = place
  return { x, y, width, height, maximized: place.maximized === true }
}

/** A file that was edited by hand or damaged gives the defaults, field by field. */
export const parseSettings = (value: unknown): MachineSettings => {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  return {
    window: parsePlace(given.window),
    theme: isTheme(given.theme) ? given.theme : defaultSettings.theme,
    lastWorkspace: typeof given.lastWorkspace === 'string' ? given.lastWorkspace : null,
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** The folder that Electron calls userData, computed without Electron; SELARAS_SETTINGS replaces it. */
export const settingsFolder = (env: Environment = process.env, platform = process.platform): string => {
  if (env.SELARAS_SETTINGS !== undefined) return path.resolve(env.SELARAS_SETTINGS)
  const home = homedir()
  if (platform === 'win32') return path.join(env.APPDATA ?? path.join(home, 'AppData', 'Roaming'), 'Selaras')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Selaras')
  return path.join(env.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'Selaras')
}
