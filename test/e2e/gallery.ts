import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { asProduction } from '../../build/renderer.ts'
import { arePicturesWanted } from './harness.ts'
import { testBrowser } from './npm-chromium.ts'

const origin = 'https://selaras.localhost'
const nonce = 'bm9uY2UtZ2FsbGVyeQ'
const policy = [
  "default-src 'none'",
  `script-src 'nonce-${nonce}' 'strict-dynamic'`,
  `style-src 'self' 'nonce-${nonce}'`,
  "style-src-attr 'none'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

const bundle = (folder: string) =>
  build({
    root: resolve('test/e2e/app'),
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    plugins: [react()],
    html: { cspNonce: nonce },
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: resolve('test/e2e/app/gallery.html') },
    },
  })

export type Gallery = {
  readonly browser: Browser
  /** A page on one scene; `problems` collects CSP reports, errors of the console and of the page. */
  readonly open: (scene: string, options?: OpenOptions) => Promise<Opened>
  readonly close: () => Promise<void>
}
export type OpenOptions = {
  readonly width?: number
  readonly height?: number
  readonly touch?: boolean
}
export type Opened = {
  readonly page: Page
  readonly context: BrowserContext
  readonly problems: readonly string[]
}

const serve = (context: BrowserContext, folder: string) =>
  context.route(`${origin}/**`, async (route) => {
    const path = join(folder, new URL(route.request().url()).pathname)
    if (!path.startsWith(folder) || !existsSync(path)) return route.fulfill({ status: 404 })
    return route.fulfill({
      body: await readFile(path),
      headers: {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
      },
    })
  })

const watch = async (page: Page): Promise<string[]> => {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`console: ${message.text()}`)
  })
  await page.exposeFunction('reportProblem', (text: string) => problems.push(text))
  await page.addInitScript(`addEventListener('securitypolicyviolation', (event) =>
    reportProblem('csp: ' + [event.violatedDirective, event.blockedURI, event.sourceFile, event.sample].join(' ')))`)
  return problems
}

/** Builds the gallery and opens it in a real Chromium on the application's origin under a strict CSP. */
export const startGallery = async (): Promise<Gallery> => {
  const folder = await mkdtemp(join(tmpdir(), 'selaras-gallery-'))
  await asProduction(() => bundle(folder))
  const browser = await chromium.launch({
    executablePath: await testBrowser(),
    args: ['--disable-gpu', '--no-sandbox', '--disable-dev-shm-usage', '--force-device-scale-factor=1'],
  })
  const open = async (scene: string, { width = 1366, height = 768, touch = false }: OpenOptions = {}) => {
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: touch,
      isMobile: touch,
      locale: 'id-ID',
      reducedMotion: 'reduce',
    })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
    await serve(context, folder)
    const page = await context.newPage()
    const problems = await watch(page)
    await page.goto(`${origin}/gallery.html?scene=${scene}`)
    await page.locator('main, [role="grid"]').first().waitFor()
    await page.evaluate('document.fonts.ready')
    return { page, context, problems }
  }
  const close = async () => {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { browser, open, close }
}

/** Saves a picture under test-results/ui, where pictures are wanted. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (!arePicturesWanted) return
  await mkdir('test-results/ui', { recursive: true })
  await page.screenshot({ path: `test-results/ui/${name}.png`, animations: 'disabled' })
}

/** Milliseconds of processor time of the page's main thread so far: other programs on the machine do not count. */
export const mainThreadTime = async (page: Page): Promise<() => Promise<number>> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
}

/** Milliseconds between frames while the grid on the page scrolls 700 px per frame, 240 times. */
export const scrollFrames = (page: Page): Promise<number[]> =>
  page.evaluate(`new Promise((done) => {
    const grid = document.querySelector('[role="grid"]')
    const times = []
    let last = 0
    const next = (time) => {
      if (last) times.push(time - last)
      last = time
      grid.scrollTop += 700
      if (times.length < 240) requestAnimationFrame(next)
      else done(times)
    }
    requestAnimationFrame(next)
  })`)
