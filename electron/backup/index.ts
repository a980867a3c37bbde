import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import * as contract from '../../shared/contract/session.ts'
import { nipDigits } from '../../shared/format/nip.ts'
import { backupTexts } from '../../shared/texts/backup.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import type { ServiceParts } from '../core/services.ts'
import { todayIn } from '../core/session-facts.ts'
import { type Handler, onTask, type TaskContext } from '../feature.ts'
import type { BackupMade } from './create.ts'
import type { Inspected } from './inspect.ts'
import type { Restored } from './restore.ts'

const longest = 60 * 60 * 1000
const limitMegabytes = 1024
const ending = '.salinan'
/** A larger one is fetched from the folder by hand: no shell hands over more at once. */
const offeredAtMost = 70_000_000

export const backupFolder = (workspace: string): string => join(workspace, 'salinan')

const fileTime = (now: number): string =>
  new Date(now + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.')

/** Makes a verified backup at `target`, or in the workspace's own folder. */
export const makeBackup = async (
  parts: ServiceParts,
  context: TaskContext,
  target: string | null,
): Promise<Result<BackupMade & { readonly path: string }>> => {
  const { session, jobs, composition } = parts
  const key = session.databaseKey
  const status = session.status()
  if (key === null || !status.ok) return fail('NeedsLogin', coreTexts.needsLogin)
  mkdirSync(backupFolder(session.workspace), { recursive: true, mode: 0o700 })
  const city = status.value.city ?? ''
  const path =
    target ?? join(backupFolder(session.workspace), backupTexts.fileName(city, fileTime(context.now())))
  const order = {
    kind: 'create',
    workspace: session.workspace,
    key,
    target: path,
    made: new Date(context.now()).toISOString(),
    city,
    definitionsVersion: composition.definitionsVersion,
  }
  const made = await jobs.run<BackupMade>('backup/job', order, {
    timeoutMs: longest,
    limitMegabytes,
    signal: context.signal,
  })
  return made.ok ? ok({ ...made.value, path }) : made
}

/** Before data of an earlier version is upgraded: a verified backup with a name of its own, which that version can restore. */
export const keepOlder = async (
  { workspace, here, parts }: ServiceParts['session'],
  { jobs, now }: Pick<ServiceParts, 'jobs'> & { readonly now: () => number },
  key: Uint8Array,
): Promise<Result<null>> => {
  const definitionsVersion = await parts.writer.olderVersion(workspace, key)
  const slots = here.begun()
  if (definitionsVersion === null || !slots.ok) return ok(null)
  mkdirSync(backupFolder(workspace), { recursive: true, mode: 0o700 })
  const { city } = slots.value
  const target = join(backupFolder(workspace), backupTexts.beforeUpgrade(city, fileTime(now())))
  const made = new Date(now()).toISOString()
  const order = { kind: 'create', workspace, key, target, made, city, definitionsVersion }
  const kept = await jobs.run<BackupMade>('backup/job', order, { timeoutMs: longest, limitMegabytes })
  return kept.ok ? ok(null) : kept
}

const runRestore = async (
  { session, jobs, composition }: ServiceParts,
  context: TaskContext,
  asked: {
    readonly file: string
    readonly nip: string
    readonly password: string
    readonly over: string | null
  },
): Promise<Result<Restored>> => {
  const order = {
    ...asked,
    kind: 'restore',
    definitionsVersion: composition.definitionsVersion,
    workspace: session.workspace,
    kept: backupTexts.keptFolder(fileTime(context.now())),
    today: todayIn(context.now()),
  }
  const restored = await jobs.run<Restored>('backup/job', order, {
    timeoutMs: longest,
    limitMegabytes,
    signal: context.signal,
  })
  return restored.ok || session.here.settle() !== 'finished'
    ? restored
    : fail('RestoreFinished', backupTexts.finished)
}

/** Over data that is there the session goes on where nothing was replaced, and ends where it was. */
const restoreOver = async (
  { session, locked }: ServiceParts,
  run: (over: string) => Promise<Result<Restored>>,
): Promise<Result<Restored>> => {
  const over = await session.parts.reader.workspace()
  let isNew = false
  const restored = await session.alone(async () => {
    const done = await run(over)
    isNew = done.ok || done.error.type === 'RestoreFinished'
    if (isNew) await session.logout()
    return done
  })
  if (session.opened() === null) locked(isNew ? 'restored' : 'logout')
  return restored ?? fail('Busy', coreTexts.busy)
}

/** Restores a file that already lies on this machine; the caller's right to it was checked. */
export const restoreFile = async (
  parts: ServiceParts,
  context: TaskContext,
  file: string,
  nipAsTyped: string,
  password: string,
): Promise<Result<Restored>> => {
  const { session } = parts
  const nip = nipDigits(nipAsTyped)
  const run = (over: string | null) => runRestore(parts, context, { file, nip, password, over })
  return session.inTurn(async () => {
    const present = session.opened()?.facts.officer ?? null
    const isOpen = !session.here.isBegun() || session.damaged.rescueKey() !== null
    if (present !== (context.session?.officer ?? null) || (present === null && !isOpen))
      return fail('NeedsLogin', coreTexts.needsLogin)
    const label = await session.labelOf(nip)
    return session.attempt(label, 'WrongLogin', () =>
      present === null ? run(session.damaged.known?.workspace || null) : restoreOver(parts, run),
    )
  })
}

const listBackups = (workspace: string) => {
  const folder = backupFolder(workspace)
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : []
  const backups = names.map((name) => {
    const { size, mtime } = statSync(join(folder, name))
    return { name, size, made: mtime.toISOString() }
  })
  return ok({ folder, backups: backups.sort((a, b) => (a.made < b.made ? 1 : -1)) })
}

const restoreUpload = async (
  parts: ServiceParts,
  context: TaskContext,
  bytes: Uint8Array,
  nip: string,
  password: string,
): Promise<Result<Restored>> => {
  mkdirSync(parts.session.workspace, { recursive: true, mode: 0o700 })
  const path = join(parts.session.workspace, `.unggahan-${process.pid}${ending}`)
  writeFileSync(path, bytes, { mode: 0o600 })
  try {
    return await restoreFile(parts, context, path, nip, password)
  } finally {
    rmSync(path, { force: true })
  }
}

const take = ({ session }: ServiceParts, { downloads }: TaskContext, name: string) => {
  const folder = backupFolder(session.workspace)
  const path = join(folder, basename(name))
  if (!name.endsWith(ending) || !existsSync(path)) return fail('NotFound', backupTexts.notFound)
  if (statSync(path).size > offeredAtMost) return fail('TooLarge', backupTexts.tooLarge(folder), { folder })
  return ok(downloads.offer(basename(path), 'application/octet-stream', readFileSync(path)))
}

type Safe = {
  readonly name: string
  readonly made: string
  readonly rows: number
  readonly commits: number
  readonly head: string
}

/** The newest backup of the workspace's own folder that reads back whole now, and how many newer ones did not. */
export const newestWhole = async (
  workspace: string,
  jobs: ServiceParts['jobs'],
  key: Uint8Array,
  signal: AbortSignal,
): Promise<Result<{ readonly backup: Safe | null; readonly failed: number }>> => {
  const { backups, folder } = listBackups(workspace).value
  const order = { kind: 'inspect', key, files: backups.map(({ name }) => join(folder, name)) }
  const found = await jobs.run<Inspected>('backup/job', order, { timeoutMs: longest, limitMegabytes, signal })
  if (!found.ok) return found
  const { at, manifest } = found.value
  const name = at === null ? undefined : backups[at]?.name
  if (manifest === null || name === undefined) return ok({ backup: null, failed: backups.length })
  const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0)
  const commits = manifest.heads.reduce((sum, { seq }) => sum + seq, 0)
  const head = manifest.heads.map(({ device, seq }) => `${device}.${seq}`).join(' ')
  return ok({ backup: { name, made: manifest.made, rows, commits, head }, failed: at ?? 0 })
}

export const backupHandlers = (parts: ServiceParts): Handler[] => [
  onTask(contract.backupCreate, async (context) => {
    const made = await makeBackup(parts, context, null)
    if (!made.ok) return made
    const { path, size, rows, head } = made.value
    return ok({ name: basename(path), size, rows, head, verified: true as const })
  }),
  onTask(contract.backupList, () => listBackups(parts.session.workspace)),
  onTask(contract.backupTake, (context, { name }) => take(parts, context, name)),
  onTask(contract.backupRestore, async (context, { file, name, nip, password }) => {
    if (file !== null) return restoreUpload(parts, context, file.bytes, nip, password)
    const path = join(backupFolder(parts.session.workspace), basename(name ?? ''))
    if (name === null || !existsSync(path)) return fail('NotFound', backupTexts.notFound)
    return restoreFile(parts, context, path, nip, password)
  }),
]

export { writeContainer } from './container.ts'
