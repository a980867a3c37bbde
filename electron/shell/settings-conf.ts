import Conf from 'conf'
import { parseSettings, settingsName } from './settings.ts'
import type { SettingsStore } from './shell.ts'

/** Machine settings without Electron; electron-store, its descendant, reads and writes the same file. */
export const confSettings = (folder: string): SettingsStore => {
  const conf = new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: settingsName,
    projectName: 'selaras',
    clearInvalidConfig: true,
    configFileMode: 0o600,
  })
  return {
    folder,
    read: () => parseSettings(conf.store),
    write: (change) => conf.set(change),
  }
}
