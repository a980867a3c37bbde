import { existsSync } from 'node:fs'
import { glob, rm } from 'node:fs/promises'
import path from 'node:path'
import { build, type InputOptions } from 'rolldown'

/** Stay in node_modules: native modules, and pdfkit, which reads its own data files beside its code. */
const external = [/^electron$/, /^node:/, /^better-sqlite3-multiple-ciphers/, /^@node-rs\/argon2/, /^pdfkit/]

const entries = ['main', 'core', 'cli', 'chromium'] as const
const sourceOf = (electron: string, name: string): string =>
  path.join(electron, name === 'chromium' ? 'shell/chromium-entry.ts' : `${name}.ts`)

/** `store/query.worker.ts` becomes `store-query.worker.js`: all files lie flat, as electron/shell/places.ts expects. */
export const flatName = (file: string): string => file.replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-')

/** Threads and jobs are entries of their own: every `*.worker.ts` and `*.job.ts`. */
const startedFiles = async (electron: string): Promise<Record<string, string>> => {
  const found: Record<string, string> = {}
  for await (const file of glob('**/*.{worker,job}.ts', { cwd: electron })) {
    found[flatName(file)] = path.join(electron, file)
  }
  return found
}

const inputOf = async (electron: string): Promise<Record<string, string>> => {
  const known = entries.map((name) => [name, sourceOf(electron, name)] as const)
  return {
    ...Object.fromEntries(known.filter(([, file]) => existsSync(file))),
    ...(await startedFiles(electron)),
  }
}

const common: InputOptions = { platform: 'node', external, logLevel: 'warn' }

/** Bundles everything outside the window; what is imported lazily stays a file of its own. */
export const bundleElectron = async (electron: string, folder: string): Promise<void> => {
  await rm(folder, { recursive: true, force: true })
  await build({
    ...common,
    input: await inputOf(electron),
    output: { dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
  })
  const preload = path.join(electron, 'preload.ts')
  if (!existsSync(preload)) return
  // A sandboxed preload cannot be an ES module.
  await build({
    ...common,
    input: preload,
    output: { file: path.join(folder, 'preload.cjs'), format: 'cjs' },
  })
}
