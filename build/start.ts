import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from '../electron/shell/browsers.ts'
import { shellTexts } from '../shared/texts/shell.ts'
import { buildParts } from './build.ts'

/** `npm start [-- --workspace DIR] [--electron | --chromium]`. */
const root = path.join(import.meta.dirname, '..')
const electronFolder = path.join(root, 'node_modules', 'electron')
const failedMark = path.join(root, 'node_modules', '.cache', 'selaras', 'electron-download-failed')
const retryAfter = 24 * 3600 * 1000
const downloadPatience = 180_000
const missingLibrary = 127

const chosen = process.argv.slice(2).filter((word) => word !== '--electron' && word !== '--chromium')
const only = (shell: string): boolean => process.argv.includes(`--${shell}`)
const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Electron's program, without its own module, which would download at once. */
const electronProgram = (): string | undefined => {
  const pointer = path.join(electronFolder, 'path.txt')
  if (!existsSync(pointer)) return undefined
  const program = path.join(electronFolder, 'dist', readFileSync(pointer, 'utf8').trim())
  return existsSync(program) ? program : undefined
}

const failedLately = (): boolean => {
  const mark = statSync(failedMark, { throwIfNoEntry: false })
  return mark !== undefined && Date.now() - mark.mtimeMs < retryAfter
}

const exitOf = async (program: string, args: readonly string[], patience?: number): Promise<number> => {
  const child = spawn(program, args, {
    stdio: ['inherit', 'inherit', patience === undefined ? 'inherit' : 'ignore'],
    ...(patience && { timeout: patience }),
  })
  const ended = await once(child, 'exit').catch(() => [missingLibrary])
  return ended[0] ?? 1
}

const downloadElectron = async (): Promise<void> => {
  if (failedLately() && !only('electron')) return
  say(shellTexts.electronDownload)
  if ((await exitOf(process.execPath, [path.join(electronFolder, 'install.js')], downloadPatience)) === 0)
    return
  mkdirSync(path.dirname(failedMark), { recursive: true })
  writeFileSync(failedMark, '')
}

/** Exit code, or undefined when Electron is not there or cannot run here. */
const startElectron = async (): Promise<number | undefined> => {
  if (electronProgram() === undefined && existsSync(electronFolder)) await downloadElectron()
  const program = electronProgram()
  if (program === undefined) return undefined
  say(shellTexts.opening('Electron'))
  const asRoot = process.getuid?.() === 0
  if (asRoot) say(shellTexts.noSandbox)
  const main = path.join(root, 'dist', 'electron', 'main.js')
  const code = await exitOf(program, [...(asRoot ? ['--no-sandbox'] : []), main, ...chosen])
  return code === missingLibrary ? undefined : code
}

const startBrowser = async (): Promise<void> => {
  const browser = findBrowser()
  if (browser === undefined) {
    say(shellTexts.noBrowser)
    process.exit(1)
  }
  say(shellTexts.opening(browser.name))
  const entry = path.join(root, 'dist', 'electron', 'chromium.js')
  process.argv = [process.execPath, entry, ...chosen]
  await import(pathToFileURL(entry).href)
}

const start = async (): Promise<void> => {
  if (!hasDisplay() && !chosen.includes('--headless')) {
    say(shellTexts.noDisplay)
    process.exit(1)
  }
  await buildParts(['electron', 'renderer'])
  const code = only('chromium') ? undefined : await startElectron()
  if (code !== undefined) process.exit(code)
  if (!only('chromium')) say(shellTexts.electronMissing)
  await startBrowser()
}

await start()
