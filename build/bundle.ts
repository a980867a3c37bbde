import { existsSync } from 'node:fs'
import { cp, glob, rm } from 'node:fs/promises'
import path from 'node:path'
import { build, type InputOptions, type Plugin } from 'rolldown'

/** Stay in node_modules: native modules, and pdfkit, which reads its own data files beside its code. */
const external = [/^electron$/, /^better-sqlite3-multiple-ciphers/, /^@node-rs\/argon2/, /^pdfkit/]

/** Threads, jobs and the composition are loaded by their address, so each is an entry at its own place. */
const loadedByAddress = '{composition,**/job,**/*-thread}.ts'

const slashes = (file: string): string => file.replaceAll('\\', '/')
const isThere = ([, file]: readonly [string, string]): boolean => existsSync(file)

const entriesOf = async (electron: string): Promise<Record<string, string>> => {
  const known = ['main', 'core', 'cli'].map((name) => [name, path.join(electron, `${name}.ts`)] as const)
  const entries = new Map(
    [...known, ['chromium', path.join(electron, 'shell', 'chromium-entry.ts')] as const].filter(isThere),
  )
  for await (const file of glob(loadedByAddress, { cwd: electron })) {
    entries.set(slashes(file).replace(/\.ts$/, ''), path.join(electron, file))
  }
  return Object.fromEntries(entries)
}

const here = { url: 'selarasUrl', filename: 'selarasFile', dirname: 'selarasFolder' } as const

/** Lets each module believe that it lies at its own place under the folder of the bundle, whichever file it went into. */
const keepPlaces = (electron: string): Plugin => ({
  name: 'selaras:keep-places',
  transform(code, id) {
    const place = path.relative(electron, id)
    if (place.startsWith('..') || !code.includes('import.meta.')) return null
    const own = JSON.stringify(slashes(place).replace(/\.ts$/, '.js'))
    return code.replaceAll(
      /\bimport\.meta\.(url|filename|dirname)\b/g,
      (_all, key: keyof typeof here) => `${here[key]}(${own})`,
    )
  },
})

const banner = ({ fileName }: { readonly fileName: string }): string => {
  const up = '../'.repeat(fileName.split('/').length - 1) || './'
  return `import { fileURLToPath as selarasPath } from 'node:url';
const selarasUrl = (place) => new URL(${JSON.stringify(up)} + place, import.meta.url).href;
const selarasFile = (place) => selarasPath(selarasUrl(place));
const selarasFolder = (place) => selarasPath(new URL('.', selarasUrl(place))).replace(/[\\\\/]$/, '');`
}

/**
 * Bundles everything outside the window: one file per entry, what is imported lazily (document libraries) stays a file
 * of its own. `resources/` is copied beside, where the modules look for it.
 */
export const bundleElectron = async (electron: string, folder: string): Promise<void> => {
  const common: InputOptions = { platform: 'node', external, logLevel: 'warn' }
  await rm(folder, { recursive: true, force: true })
  await build({
    ...common,
    input: await entriesOf(electron),
    plugins: [keepPlaces(electron)],
    output: {
      dir: folder,
      format: 'esm',
      banner,
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    },
  })
  const preload = path.join(electron, 'preload.ts')
  // A sandboxed preload cannot be an ES module.
  const alone = { file: path.join(folder, 'preload.cjs'), format: 'cjs' } as const
  if (existsSync(preload)) await build({ ...common, input: preload, output: alone })
  await cp(path.join(electron, '..', 'resources'), path.join(folder, '..', 'resources'), { recursive: true })
}
