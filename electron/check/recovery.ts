import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fail, ok } from '../../shared/contract/result.ts'
import { checkTexts } from '../../shared/texts/check.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { newestWhole, writeContainer } from '../backup/index.ts'
import type { TaskContext } from '../feature.ts'
import type { SessionService } from '../identity/index.ts'
import type { JobRunner } from '../jobs/runner.ts'
import { damageName } from '../store/upkeep/damage.ts'

type Parts = { readonly session: SessionService; readonly jobs: JobRunner }

/** What a shell hands over at once. */
const offeredAtMost = 70_000_000
const takenNames = ['selaras.db', 'selaras.db-wal', 'slots.json', damageName]

const fileTime = (now: number): string =>
  new Date(now + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.')

/** Folder in the workspace that keeps damaged files as they were found. */
export const keptFolder = (workspace: string, now: number): string =>
  join(workspace, checkTexts.keptFolder(fileTime(now)))

const othersIn = async ({ session }: Parts): Promise<{ name: string; commits: number }[]> => {
  if (session.opened() === null) return []
  return session.parts.reader.otherDevices().catch(() => [])
}

/** What is safe, for whoever may see to the damage. */
export const recoveryFacts = async (parts: Parts, { signal }: TaskContext) => {
  const { session } = parts
  const key = session.keyAtHand()
  if (key === null || session.damaged.known === null) return fail('NeedsLogin', coreTexts.needsLogin)
  const found = await newestWhole(session.workspace, parts.jobs, key, signal)
  if (!found.ok) return found
  const { backup, failed } = found.value
  return ok({ backup, failed, others: await othersIn(parts) })
}

/** The files as they lie there, in one, for somebody who helps. */
export const takeDamaged = async ({ session }: Parts, { downloads, now }: TaskContext) => {
  const status = session.status()
  if (session.keyAtHand() === null || session.damaged.known === null || !status.ok)
    return fail('NeedsLogin', coreTexts.needsLogin)
  const { workspace } = session
  const present = takenNames.filter((name) => existsSync(join(workspace, name)))
  const size = present.reduce((sum, name) => sum + statSync(join(workspace, name)).size, 0)
  if (size > offeredAtMost) return fail('TooLarge', checkTexts.tooLarge(workspace), { folder: workspace })
  const folder = mkdtempSync(join(tmpdir(), 'selaras-'))
  try {
    const path = join(folder, 'berkas.zip')
    await writeContainer(path, new Map(present.map((name) => [name, join(workspace, name)])), new Map())
    const name = checkTexts.takeName(status.value.city ?? '', fileTime(now()))
    return ok(downloads.offer(name, 'application/zip', readFileSync(path)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
