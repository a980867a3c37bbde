import path from 'node:path'
import { parseArgs } from 'node:util'
import { app } from 'electron'
import { openElectron } from './shell/electron.ts'
import { guardNavigation } from './shell/electron-guard.ts'
import { registerOrigin } from './shell/electron-origin.ts'

const here = import.meta.dirname

const { values } = parseArgs({ options: { workspace: { type: 'string' } }, strict: false })
const named = typeof values.workspace === 'string' ? values.workspace : undefined

const open = () =>
  openElectron({
    root: here,
    coreModule: path.join(here, 'core.js'),
    rendererFolder: path.join(here, '..', 'renderer'),
    preload: path.join(here, 'preload.cjs'),
    icon: path.join(here, '..', 'renderer', 'icon.png'),
    workspace: named ?? process.env.SELARAS_WORKSPACE,
    remember: named !== undefined,
  })

const run = async (): Promise<void> => {
  await app.whenReady()
  const shell = await open()
  app.on('second-instance', () => void shell?.focus())
  await shell?.closed
  app.exit(0)
}

// What was installed runs what was installed with it; another composition is for tests.
if (app.isPackaged) delete process.env['SELARAS_COMPOSITION']
app.setName('Selaras')
registerOrigin()
guardNavigation(app)
app.on('window-all-closed', () => {}) // The core is stopped first; then `run` ends the application.
if (app.requestSingleInstanceLock()) void run()
else app.exit(0)
