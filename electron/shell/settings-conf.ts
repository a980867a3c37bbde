import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSettings, settingsName } from './settings.ts'
import type { MachineSettings, SettingsStore } from './shell.ts'

const readFile = (folder: string): MachineSettings => {
  try {
    return parseSettings(JSON.parse(readFileSync(path.join(folder, `${settingsName}.json`), 'utf8')))
  } catch {
    return parseSettings(null) // Not there yet, or damaged: conf replaces it with the next change.
  }
}

const openConf = async (folder: string) => {
  const { default: Conf } = await import('conf')
  return new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: settingsName,
    projectName: 'selaras',
    clearInvalidConfig: true,
    configFileMode: 0o600,
  })
}

/**
 * Machine settings without Electron; electron-store, a child of conf, reads and writes the same file. Reading does
 * without conf, whose schema checker costs a fifth of the time until the window opens.
 */
export const confSettings = (folder: string): SettingsStore => {
  let conf: ReturnType<typeof openConf> | undefined
  return {
    folder,
    read: () => readFile(folder),
    write: async (change) => {
      conf ??= openConf(folder)
      ;(await conf).set(change)
    },
  }
}
