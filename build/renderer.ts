import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, type Plugin } from 'vite'
import { listFile, nonceMark } from '../electron/shell/resources.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

const typeOf = (file: string): string => {
  const type = types[path.extname(file)]
  if (type === undefined) throw new Error(`${file}: add the type of this file to build/renderer.ts`)
  return type
}

const filesOf = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== listFile)
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** The list by which the shells answer; what is not in it cannot be read. */
const listFiles = (folder: string): Plugin => ({
  name: 'selaras:list-files',
  async writeBundle() {
    const list = Object.fromEntries((await filesOf(folder)).map((file) => [file, typeOf(file)]))
    await writeFile(path.join(folder, listFile), JSON.stringify(list))
  },
})

/**
 * zod and the module that tells it not to build functions from text go into one chunk: whichever chunk makes the first
 * schema, the setting has run before.
 */
const zodWithItsSetting = { name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]app[\\/]prepare\.ts$/ }

/** The font of every screen is asked for with the styles, not when the first text is laid out. */
const fontAhead: Plugin = {
  name: 'selaras:font-ahead',
  transformIndexHtml: (_html, { bundle }) =>
    Object.keys(bundle ?? {})
      .filter((file) => /-latin-wght-normal-[^/]+\.woff2$/.test(file))
      .map((file) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'font', type: typeOf(file), crossorigin: true, href: `/${file}` },
        injectTo: 'head' as const,
      })),
}

/** Configuration of the renderer: `root/index.html` to `folder`, hashed names, no inline scripts, a mark for the nonce. */
export const rendererConfig = (root: string, folder: string): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [react(), fontAhead, listFiles(folder)],
  html: { cspNonce: nonceMark },
  build: {
    outDir: folder,
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4096,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [zodWithItsSetting] } } },
  },
})

/** Always what officers get: the NODE_ENV of a test runner would bundle React for developers, many times slower. */
export const asProduction = async (make: () => Promise<unknown>): Promise<void> => {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await make()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

export const buildRenderer = (root: string, folder: string): Promise<void> =>
  asProduction(() => build(rendererConfig(root, folder)))
