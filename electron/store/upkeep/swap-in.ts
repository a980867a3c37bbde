import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { damageName } from './damage.ts'
import { syncFolderOf, syncTree, writeFileDurably } from './files.ts'
import { aloneNow } from './workspace-lock.ts'

/** Everything of a workspace that a restore replaces. */
const liveNames = [
  'selaras.db',
  'selaras.db-wal',
  'selaras.db-shm',
  'slots.json',
  'blobs',
  damageName,
] as const
/** Everything that another database key replaces. */
const keyedNames = ['selaras.db', 'selaras.db-wal', 'selaras.db-shm', 'slots.json'] as const
const journalName = 'pemulihan.json'
const waitingPrefix = '.pulih-'
/** Of work that officers did not ask for and are told nothing about. */
const quietEnding = '-kunci'

const journalShape = z.object({
  /** Folders in the workspace: the checked data that comes in, and the one that keeps what was there. */
  from: z.string().regex(/^\.pulih-[\w-]+$/),
  kept: z.string().regex(/^[^/\\]+$/),
  fresh: z.array(z.string().regex(/^[^/\\]+$/)),
  replaced: z.array(z.enum(liveNames)).default([...liveNames]),
})
type Journal = z.infer<typeof journalShape>
/** Told after each step; tests end the process there. */
export type OnStep = (step: string) => void
const silent: OnStep = () => undefined

const journalPath = (workspace: string): string => join(workspace, journalName)
/** A swap was begun and not ended: neither the old nor the new stands whole in its place. */
export const isHalfway = (workspace: string): boolean => existsSync(journalPath(workspace))

/** Name for the folder of data that is still being checked; it carries the process that works on it. */
export const waitingFolder = (workspace: string): string => join(workspace, `${waitingPrefix}${process.pid}-`)

export const quietFolder = (workspace: string): string =>
  join(workspace, `${waitingPrefix}${process.pid}${quietEnding}`)
const isQuiet = (name: string): boolean => name.endsWith(quietEnding)

/** Moves that were done before are not done again: going on after a kill ends as if there had been none. */
const goOn = (workspace: string, { from, kept, fresh, replaced }: Journal, step: OnStep): void => {
  const here = (name: string): string => join(workspace, name)
  for (const name of replaced) {
    const isNew = fresh.includes(name) && !existsSync(join(here(from), name))
    if (isNew || !existsSync(here(name))) continue
    mkdirSync(here(kept), { recursive: true, mode: 0o700 })
    renameSync(here(name), join(here(kept), name))
    step(`kept ${name}`)
  }
  for (const name of fresh) {
    if (!existsSync(join(here(from), name))) continue
    renameSync(join(here(from), name), here(name))
    step(`placed ${name}`)
  }
  rmSync(here(from), { recursive: true, force: true })
  if (isQuiet(from)) {
    syncFolderOf(here(journalName))
    rmSync(here(kept), { recursive: true, force: true })
  }
  syncFolderOf(here(journalName))
  step('emptied')
  rmSync(journalPath(workspace))
  syncFolderOf(here(journalName))
  step('ended')
}

/**
 * Puts the checked data of the folder `from` in place and keeps what was there in `kept`, both names in the workspace. The
 * intention is on the disk before the first move: a kill before it leaves the old whole, a kill after it the new, once
 * `settleSwap` went on. The caller is alone in the workspace.
 */
export const swapIn = (workspace: string, from: string, kept: string, step: OnStep = silent): void =>
  swap(workspace, { from, kept, replaced: [...liveNames] }, step)

/** The same for a database under another key and its slots alone; what was there is removed, not kept. `from`: a `quietFolder`. */
export const swapKeys = (workspace: string, from: string, step: OnStep = silent): void =>
  swap(workspace, { from, kept: `${from}-lama`, replaced: [...keyedNames] }, step)

const swap = (workspace: string, order: Omit<Journal, 'fresh'>, step: OnStep): void => {
  const { from } = order
  syncTree(join(workspace, from))
  step('synced')
  const journal: Journal = { ...order, fresh: readdirSync(join(workspace, from)) }
  writeFileDurably(journalPath(workspace), Buffer.from(JSON.stringify(journal)))
  step('begun')
  goOn(workspace, journal, step)
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const isAbandoned = (name: string): boolean => {
  const pid = Number(name.slice(waitingPrefix.length).split('-')[0])
  return name.startsWith(waitingPrefix) && !(Number.isInteger(pid) && isRunning(pid))
}

const abandonedIn = (workspace: string): string[] =>
  existsSync(workspace) ? readdirSync(workspace).filter(isAbandoned) : []

const dropAbandoned = (workspace: string): boolean => {
  const names = abandonedIn(workspace)
  for (const name of names) rmSync(join(workspace, name), { recursive: true, force: true })
  return names.some((name) => !isQuiet(name))
}

export type Settled = 'finished' | 'dropped' | null

/**
 * After a restore that was cut off: `finished`, the new data is in place now; `dropped`, it never began to replace anything and
 * the old is as it was. Null: there was none, or another process is at it (then `isHalfway` still holds).
 */
export const settleSwap = (workspace: string): Settled => {
  if (!isHalfway(workspace) && abandonedIn(workspace).length === 0) return null
  return aloneNow(workspace, () => {
    if (!isHalfway(workspace)) return dropAbandoned(workspace) ? 'dropped' : null
    const journal = journalShape.parse(JSON.parse(readFileSync(journalPath(workspace), 'utf8')))
    goOn(workspace, journal, silent)
    return isQuiet(journal.from) ? null : ('finished' as const)
  })
}
