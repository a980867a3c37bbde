import path from 'node:path'
import { parseArgs } from 'node:util'
import { shellTexts } from '../../shared/texts/shell.ts'
import { findBrowser } from './browsers.ts'
import { openChromium } from './chromium.ts'

const { values } = parseArgs({
  options: {
    workspace: { type: 'string' },
    headless: { type: 'boolean', default: false },
    root: { type: 'string' },
    core: { type: 'string' },
    renderer: { type: 'string' },
  },
})
const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)
const refuse = (sentence: string): never => {
  say(sentence)
  process.exit(1)
}

const electron = path.join(import.meta.dirname, '..')
const ending = path.extname(import.meta.filename)
const renderer = path.join(electron, '..', ...(ending === '.js' ? ['renderer'] : ['dist', 'renderer']))
const browser = findBrowser() ?? refuse(shellTexts.noBrowser)
const opened = await openChromium({
  root: path.resolve(values.root ?? electron),
  coreModule: path.resolve(values.core ?? path.join(electron, `core${ending}`)),
  rendererFolder: path.resolve(values.renderer ?? renderer),
  workspace: values.workspace ?? process.env.SELARAS_WORKSPACE,
  remember: values.workspace !== undefined,
  browser,
  headless: values.headless,
  debugPort: process.env.SELARAS_DEBUG_PORT,
  onDebugPort: (debugPort) => void process.send?.({ debugPort }),
  warn: say,
})
if ('refused' in opened) refuse(opened.refused)
else {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void opened.shell.close())
  process.on('disconnect', () => void opened.shell.close()) // The test that started this window has ended.
  await opened.shell.closed
  process.exit(0)
}
