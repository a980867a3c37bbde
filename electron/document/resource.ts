import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const above = (folder: string, name: string): string | null => {
  const path = join(folder, 'resources', name)
  if (existsSync(path)) return path
  const parent = dirname(folder)
  return parent === folder ? null : above(parent, name)
}

/** Path of a file under `resources/`, from the sources and from a bundle alike: the nearest such folder above this module. */
export const resourcePath = (name: string): string => {
  const path = above(import.meta.dirname, name)
  if (path === null) throw new Error(`resource not found: ${name}`)
  return path
}
