import { utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { bundleElectron } from './bundle.ts'
import { isFresh, parts } from './fresh.mjs'
import { buildRenderer } from './renderer.ts'

const root = path.join(import.meta.dirname, '..')
const at = (...names: string[]): string => path.join(root, ...names)

const makers = {
  electron: () => bundleElectron(at('electron'), at('dist', 'electron')),
  renderer: () => buildRenderer(at('renderer'), at('dist', 'renderer')),
}

export type Part = keyof typeof makers

const make = async (name: Part, force: boolean): Promise<void> => {
  const { stamp, sources } = parts[name]
  if (!force && isFresh(stamp, sources)) return
  const begun = new Date()
  await makers[name]()
  await writeFile(at(stamp), '')
  await utimes(at(stamp), begun, begun) // What was saved during the build is newer than it.
}

/** Builds what has changed since it was last built. */
export const buildParts = async (names: readonly Part[], force = false): Promise<void> => {
  for (const name of names) await make(name, force)
}

if (process.argv[1] === import.meta.filename)
  await buildParts(['electron', 'renderer'], process.argv.includes('--force'))
