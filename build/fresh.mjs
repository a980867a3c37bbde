import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')

/** Newest change of a file or of anything in a folder, in ms; 0 when it does not exist. */
const newest = (place) => {
  const found = statSync(place, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))))
}

const newestOf = (places) => Math.max(...places.map((place) => newest(path.join(root, place))))

/** True when `output` was built after the last change of its sources; also where there are no sources (installed). */
export const isFresh = (output, sources) => {
  const built = statSync(path.join(root, output), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return built > 0 && built > newestOf(sources)
}

/** What each part of `dist/` is made of; the stamp is written last, so a build that broke off is not fresh. */
export const parts = {
  electron: {
    stamp: 'dist/electron/.stamp',
    sources: ['electron', 'shared', 'resources', 'build/bundle.ts', 'package-lock.json'],
  },
  renderer: {
    stamp: 'dist/renderer/.stamp',
    sources: ['renderer', 'shared', 'build/renderer.ts', 'package-lock.json'],
  },
}
