import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const prefix = 'selaras-jendela-'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const remove = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })

/** Profiles of shells that were killed before they could delete them; the name tells whose they were. */
const sweep = async (parent: string): Promise<void> => {
  const names = await readdir(parent)
  const left = names.filter(
    (name) => name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10)),
  )
  await Promise.all(left.map((name) => remove(path.join(parent, name))))
}

export type Profile = { readonly folder: string; readonly remove: () => Promise<void> }

/** A browser profile for this one window: empty, never reused, deleted at exit. */
export const temporaryProfile = async (parent = tmpdir()): Promise<Profile> => {
  const folder = await mkdtemp(path.join(parent, `${prefix}${process.pid}-`))
  sweep(parent).catch(() => {}) // Another start tries again.
  return { folder, remove: () => remove(folder) }
}
