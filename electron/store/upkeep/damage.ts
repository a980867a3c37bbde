import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Damage, damage } from '../../../shared/contract/check.ts'
import { syncFolderOf, writeFileDurably } from './files.ts'

/** Lies beside the database, which is not written any more once it stands there. */
export const damageName = 'kerusakan.json'

const pathIn = (workspace: string): string => join(workspace, damageName)

const unknownSince = (time: Date): Damage => ({
  time: time.toISOString(),
  pages: 0,
  commits: 0,
  attachments: 0,
  findings: [{ part: 'structure', count: 1, detail: damageName }],
  unreadable: [],
  heads: [],
  workspace: '',
})

/** Damage of a workspace's database that was found and not mended yet; null where none is known. */
export const readDamage = (workspace: string): Damage | null => {
  const path = pathIn(workspace)
  if (!existsSync(path)) return null
  try {
    return damage.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return unknownSince(statSync(path).mtime)
  }
}

/** From now on the database is only read, over restarts too. */
export const markDamage = (workspace: string, found: Damage): void =>
  writeFileDurably(pathIn(workspace), Buffer.from(`${JSON.stringify(found, null, 1)}\n`))

/** A check found the database whole. */
export const clearDamage = (workspace: string): void => {
  rmSync(pathIn(workspace), { force: true })
  syncFolderOf(pathIn(workspace))
}
