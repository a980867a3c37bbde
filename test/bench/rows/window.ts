import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { type Gallery, mainThreadTime, scrollFrames, startGallery } from '../../e2e/gallery.ts'
import { type Application, openApplication } from '../../e2e/harness.ts'
import { testBrowser } from '../../e2e/npm-chromium.ts'
import { type BigCity, person } from '../big-city.ts'
import { quantile, type Row } from '../harness.ts'
import { hasProgram, noProgram, programMs } from '../peers.ts'

const emptyPage = fileURLToPath(new URL('../empty.html', import.meta.url))
const sample = fileURLToPath(
  new URL('../../../resources/samples/penjelasan-pasal-6-ayat-4.xlsx', import.meta.url),
)
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--headless=new',
  '--window-size=1366,768',
]

const painted = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')

/** Wall clock, ms since 1970, of the last large paint: what the page shows at rest, without the time of the one who asks. */
const paintedAt = (page: Page): Promise<number> =>
  page.evaluate(`new Promise((resolve) =>
    new PerformanceObserver((list) => resolve(performance.timeOrigin + list.getEntries().at(-1).startTime))
      .observe({ type: 'largest-contentful-paint', buffered: true }))`)

const addressOf = (browser: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let told = ''
    browser.stderr?.on('data', (text) => {
      told += text
      const found = /ws:\/\/\S+/.exec(told)
      if (found !== null) resolve(found[0])
    })
    browser.once('exit', () => reject(new Error(told)))
  })

/** An app window with a page of one table of 50 × 8 cells, in a profile of its own. */
const emptyWindow = async (): Promise<number> => {
  const profile = mkdtempSync(join(tmpdir(), 'selaras-empty-'))
  const begin = Date.now()
  const browser = spawn(
    await testBrowser(),
    [
      ...flags,
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      `--app=${pathToFileURL(emptyPage).href}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const client = await chromium.connectOverCDP(await addressOf(browser))
  const [page] = client.contexts()[0]?.pages() ?? []
  if (page === undefined) throw new Error('no page')
  const spent = (await paintedAt(page)) - begin
  const exited = new Promise((resolve) => browser.once('exit', resolve))
  browser.kill('SIGKILL')
  await exited
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  return spent
}

/** Spawn to the first usable screen: a new window that shows the login. */
const start = (city: BigCity): Row => ({
  name: 'start to first usable screen (login) as painted, warm, Chromium shell',
  unit: 'ms',
  rounds: 7,
  ours: {
    label: 'ours',
    run: async () => {
      const app = await openApplication({ workspace: city.workspace })
      await app.page.getByLabel('NIP').waitFor()
      const spent = (await paintedAt(app.page)) - app.started
      await app.stop()
      return spent
    },
  },
  beside: [
    { label: 'empty Chromium window', run: emptyWindow },
    hasProgram('soffice')
      ? {
          label: 'LibreOffice Calc converts one form',
          run: () => {
            const folder = mkdtempSync(join(tmpdir(), 'selaras-calc-'))
            const ms = programMs('soffice', ['--headless', '--convert-to', 'csv', '--outdir', folder, sample])
            rmSync(folder, { recursive: true, force: true })
            return ms
          },
        }
      : noProgram('LibreOffice', 'libreoffice-calc'),
  ],
  goal: {
    text: '≤ 1.25 × an empty Chromium window',
    holds: (ours, found) => ours <= 1.25 * (found.get('empty Chromium window') ?? 0),
  },
})

const enter = async (app: Application): Promise<void> => {
  await app.page.getByLabel('NIP').fill(person.nip)
  await app.page.getByLabel('Kata sandi', { exact: true }).fill(person.password)
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('navigation').first().waitFor()
}

const slowFrames = (times: readonly number[]): number => times.filter((ms) => ms > 34).length

const scroll = (): Row => {
  let gallery: Promise<Gallery> | null = null
  const framesOf = async (scene: string): Promise<number> => {
    gallery ??= startGallery()
    const { page, context } = await (await gallery).open(scene)
    const slow = slowFrames(await scrollFrames(page))
    await context.close()
    return slow
  }
  return {
    name: 'scrolling 100,000 rows: frames over 34 ms in 240 frames of 700 px',
    unit: 'frames',
    ours: { label: 'ours', run: () => framesOf('list-many'), close: async () => (await gallery)?.close() },
    beside: [{ label: 'empty virtual list', run: () => framesOf('list-bare') }],
    goal: {
      text: 'at most one more than an empty virtual list',
      holds: (ours, found) => ours <= (found.get('empty virtual list') ?? 0) + 1,
    },
  }
}

/** Main-thread milliseconds of one key in a grid of 500 rows, 95th percentile of 48 keys. */
const keystroke = (): Row => {
  let gallery: Promise<Gallery> | null = null
  const p95 = async (scene: string): Promise<number> => {
    gallery ??= startGallery()
    const { page, context } = await (await gallery).open(scene)
    await page.locator('[data-row="4"][data-column="3"]').click()
    const spent = await mainThreadTime(page)
    const costs: number[] = []
    for (const key of Array<readonly string[]>(12).fill(['a', 'b', 'Enter', 'ArrowDown']).flat()) {
      const before = await spent()
      await page.keyboard.press(key)
      await page.evaluate('new Promise(requestAnimationFrame)')
      costs.push((await spent()) - before)
    }
    await context.close()
    return quantile(costs, 0.95)
  }
  return {
    name: 'a key in the editor grid of 500 rows, main thread, p95',
    unit: 'ms',
    ours: { label: 'ours', run: () => p95('grid-many'), close: async () => (await gallery)?.close() },
    beside: [{ label: 'the same grid with few rows', run: () => p95('grid-few') }],
    goal: { text: 'within one frame (16.7 ms)', holds: (ours) => ours <= 16.7 },
  }
}

/** Sum of the proportional set sizes of a process and all below it, in MB. */
const treeMegabytes = (root: number): number => {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      parents.set(Number(name), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]))
    } catch {}
  }
  const below = (pid: number): number[] => [
    pid,
    ...[...parents].filter(([, parent]) => parent === pid).flatMap(([child]) => below(child)),
  ]
  return below(root).reduce((sum, pid) => {
    try {
      return (
        sum +
        Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
      )
    } catch {
      return sum
    }
  }, 0)
}

const memory = (city: BigCity): Row => ({
  name: `memory when idle after login, ${city.rows} rows: proportional set of the whole tree`,
  unit: 'MB',
  rounds: 3,
  ours: {
    label: 'ours',
    run: async () => {
      const app = await openApplication({ workspace: city.workspace })
      await enter(app)
      await painted(app.page)
      const megabytes = treeMegabytes(app.shell.pid ?? 0)
      await app.stop()
      return megabytes
    },
  },
  beside: [
    {
      label: 'empty Chromium + empty Node',
      run: async () => (await emptyChromiumMegabytes()) + (await emptyNodeMegabytes()),
    },
  ],
  goal: {
    text: '≤ 1.35 × (empty Chromium + empty Node)',
    holds: (ours, found) => ours <= 1.35 * (found.get('empty Chromium + empty Node') ?? 0),
  },
})

const settled = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) =>
    setTimeout(() => {
      const megabytes = treeMegabytes(child.pid ?? 0)
      child.kill('SIGKILL')
      resolve(megabytes)
    }, 2500),
  )

const emptyChromiumMegabytes = async (): Promise<number> => {
  const profile = mkdtempSync(join(tmpdir(), 'selaras-empty-'))
  const megabytes = await settled(
    spawn(await testBrowser(), [...flags, `--user-data-dir=${profile}`, pathToFileURL(emptyPage).href], {
      stdio: 'ignore',
    }),
  )
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  return megabytes
}
const emptyNodeMegabytes = (): Promise<number> =>
  settled(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' }))

export const windowRows = (city: BigCity): (() => Row)[] =>
  existsSync('/proc') ? [() => start(city), scroll, keystroke, () => memory(city)] : []
