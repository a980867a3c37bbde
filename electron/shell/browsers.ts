import { accessSync, constants } from 'node:fs'
import path from 'node:path'

export type Browser = { readonly name: string; readonly file: string }
type Environment = Readonly<Record<string, string | undefined>>

const linuxNames = [
  ['Google Chrome', 'google-chrome-stable'],
  ['Google Chrome', 'google-chrome'],
  ['Chromium', 'chromium'],
  ['Chromium', 'chromium-browser'],
  ['Microsoft Edge', 'microsoft-edge-stable'],
  ['Microsoft Edge', 'microsoft-edge'],
] as const

const windowsFiles = [
  ['Google Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['Microsoft Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['Chromium', 'Chromium\\Application\\chrome.exe'],
] as const

const macNames = ['Google Chrome', 'Microsoft Edge', 'Chromium'] as const

const onLinux = (env: Environment): Browser[] => {
  const folders = (env.PATH ?? '')
    .split(':')
    .concat('/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome')
  const places = [...new Set(folders)].filter((folder) => path.isAbsolute(folder))
  return linuxNames.flatMap(([name, file]) => places.map((place) => ({ name, file: path.join(place, file) })))
}

const onWindows = (env: Environment): Browser[] =>
  windowsFiles.flatMap(([name, file]) =>
    [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((place) => place !== undefined)
      .map((place) => ({ name, file: path.win32.join(place, file) })),
  )

const onMac = (env: Environment): Browser[] =>
  macNames.flatMap((name) =>
    ['/Applications', path.posix.join(env.HOME ?? '/', 'Applications')].map((place) => ({
      name,
      file: path.posix.join(place, `${name}.app`, 'Contents', 'MacOS', name),
    })),
  )

/** Usual places of the browsers that can show the window, best first. */
export const usualPlaces = (env: Environment, platform: NodeJS.Platform): readonly Browser[] => {
  if (platform === 'win32') return onWindows(env)
  return platform === 'darwin' ? onMac(env) : onLinux(env)
}

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** SELARAS_CHROMIUM before every installed one; undefined when there is none. */
export const findBrowser = (
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  runs: (file: string) => boolean = canRun,
): Browser | undefined => {
  const chosen = env.SELARAS_CHROMIUM
  if (chosen) return { name: path.basename(chosen), file: chosen }
  return usualPlaces(env, platform).find(({ file }) => runs(file))
}
