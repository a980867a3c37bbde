import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { gate } from '../../../build/gate.ts'

const root = path.join(import.meta.dirname, '..', '..', '..')
const sources = globSync('electron/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'))
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

const windowWith = (preferences: string): string =>
  `new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, ${preferences} } })`
const factory = 'electron/shell/electron-window.ts'
const elsewhere = 'electron/main.ts'

/** Each a way in which the shell could become unsafe: rule that must catch it, file, code. */
const planted: readonly (readonly [string, string, string])[] = [
  ['webPreferences', factory, windowWith('nodeIntegration: true')],
  ['webPreferences', factory, windowWith("'contextIsolation': false")],
  ['webPreferences', factory, windowWith('sandbox: process.env.NO_SANDBOX === undefined')],
  ['webPreferences', factory, windowWith('webSecurity: false')],
  ['webPreferences', factory, windowWith('webviewTag: true')],
  ['webPreferences', factory, 'new BrowserWindow({ webPreferences: { preload } })'],
  ['window-factory', elsewhere, 'new BrowserWindow({})'],
  ['window-factory', elsewhere, 'new electron.BaseWindow({})'],
  ['ipc', elsewhere, "import { ipcMain as main } from 'electron'; main.handle('x', () => 1)"],
  ['ipc', elsewhere, "import electron from 'electron'; electron.ipcMain.on('x', () => 1)"],
  ['ipc', elsewhere, "const { ipcMain } = require('electron')"],
  ['load', elsewhere, "window.loadURL('http://localhost:5173')"],
  ['load', elsewhere, ['window.loadURL(`https://example.org/$', '{path}`)'].join('')],
  ['load', elsewhere, "window.loadURL('file:///index.html')"],
  ['load', elsewhere, "window.loadURL('app://selarasX/')"],
  ['load', elsewhere, "window.loadFile('index.html')"],
  ['open-external', elsewhere, 'shell.openExternal(url)'],
  ['open-external', elsewhere, 'const { openExternal } = shell'],
  ['keychain', elsewhere, "safeStorage.encryptString('x')"],
  ['keychain', elsewhere, 'safeStorage.setUsePlainTextEncryption(true)'],
  ['exposure', elsewhere, "contextBridge.exposeInMainWorld('x', ipcRenderer)"],
  ['exposure', elsewhere, "contextBridge.exposeInMainWorld('x', { send: ipcRenderer.send })"],
]

describe('the static gate', () => {
  test('finds nothing in the code outside the window', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.flatMap((file) => gate(file, read(file)))).toEqual([])
  })

  test('sees the one window factory and the one file that touches ipcMain', () => {
    expect(sources.filter((file) => /new BrowserWindow\(/.test(read(file)))).toEqual([factory])
    expect(sources.filter((file) => /\bipcMain\./.test(read(file)))).toEqual([
      'electron/shell/electron-ipc.ts',
    ])
  })

  test.each(planted)('catches %s planted in %s: %s', (rule, file, code) => {
    expect(gate(file, code).map((finding) => finding.rule)).toContain(rule)
  })

  test('catches what is planted into the real files too', () => {
    const unsafe = read(factory).replace('sandbox: true', 'sandbox: false')
    expect(gate(factory, unsafe)).toEqual([{ rule: 'webPreferences', file: factory, what: 'sandbox' }])
  })
})
