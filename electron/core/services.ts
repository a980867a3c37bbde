import type { LockReason } from '../../shared/contract/bridge.ts'
import { deviceEnrol } from '../../shared/contract/device.ts'
import * as records from '../../shared/contract/records.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import * as contract from '../../shared/contract/session.ts'
import type { AtPlace } from '../../shared/rules/audit/head.ts'
import { anchorTexts } from '../../shared/texts/anchor.ts'
import { auditTexts } from '../../shared/texts/audit.ts'
import { checkTexts } from '../../shared/texts/check.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import { answerTo, claimIn, type Exported, exportedName } from '../audit/index.ts'
import { backupHandlers } from '../backup/index.ts'
import { type Checks, checkHandlers, keptFolder } from '../check/index.ts'
import type { Composition } from '../composition-shape.ts'
import { type Handler, onTask, type Session } from '../feature.ts'
import { addOfficer, changePassword, newRecoveryCode, resetPassword } from '../identity/accounts.ts'
import { enrolDevice } from '../identity/enrol.ts'
import { createWorkspace } from '../identity/first-start.ts'
import { mendSlots } from '../identity/mend-slots.ts'
import { recover } from '../identity/recover.ts'
import type { SessionService } from '../identity/session-service.ts'
import type { JobRunner } from '../jobs/runner.ts'
import type { RebuildReport } from '../store/upkeep/rebuild.ts'
import type { ChainReport } from '../store/upkeep/verify-chain.ts'
import { databasePath } from './writer-host.ts'

export type ServiceParts = {
  readonly session: SessionService
  readonly jobs: JobRunner
  readonly composition: Composition
  /** Module of the composition, '' for the shipped one; processes load it by this address. */
  readonly compositionUrl: string
  readonly cancel: (call: string) => boolean
  readonly locked: (reason: LockReason) => void
  /** Forgets what waits for the officer who was there before. */
  readonly forget: () => void
  readonly checks: Checks
  /** Null: no check begins by itself. */
  readonly checkAfter: number | null
}

const longest = 60 * 60 * 1000
const auditMegabytes = 1024

/** A check of the whole database follows a login: later where it opens, at once where it does not. */
const cameIn = ({ checks, checkAfter }: ServiceParts, done: Result<unknown>): void => {
  if (!done.ok && done.error.type === 'Damaged') checks.look()
  if (done.ok && checkAfter !== null) checks.afterUnlock(checkAfter)
}

const entranceHandlers = (parts: ServiceParts): Handler[] => [
  onTask(contract.sessionLogin, async (_context, { nip, password }) => {
    const done = await parts.session.login(nip, password)
    if (done.ok) parts.forget()
    cameIn(parts, done)
    return done
  }),
  onTask(contract.sessionRecover, async (_context, { code, nip, password }) => {
    const done = await recover(parts.session, code, nip, password)
    cameIn(parts, done)
    return done
  }),
]

const sessionHandlers = ({ session, cancel, locked }: ServiceParts): Handler[] => [
  onTask(contract.workspaceStatus, async () => {
    await mendSlots(session)
    const wasOpen = session.current(false) !== null
    // Of data that does not read, what was known last is told.
    await session.fresh().catch(() => undefined)
    if (wasOpen && session.opened() === null) locked('logout')
    return session.status()
  }),
  onTask(contract.workspaceCreate, (_context, input) => createWorkspace(session, input)),
  onTask(contract.sessionLogout, async () => {
    await session.logout()
    locked('logout')
    return ok({})
  }),
  onTask(contract.changePassword, (_context, { current, next }) => changePassword(session, current, next)),
  onTask(contract.officerAdd, ({ write }, input) => addOfficer(session, input, write)),
  onTask(contract.officerResetPassword, ({ write }, { officer, password }) =>
    resetPassword(session, officer, password, write),
  ),
  onTask(contract.newRecoveryCode, ({ write }, { password }) => newRecoveryCode(session, password, write)),
  onTask(deviceEnrol, (context, { code }) => enrolDevice(session, context, code)),
  onTask(contract.taskCancel, (_context, { call }) => ok({ stopped: cancel(call) })),
]

type Audited = { readonly chain: ChainReport; readonly stateHash: string; readonly here: AtPlace | null }

const continueAfterLoss = async (session: SessionService, officer: Session | null, password: string) => {
  const { writer } = session.parts
  if (officer === null) return fail('NeedsLogin', coreTexts.needsLogin)
  const checked = await session.checkPassword(password)
  if (!checked.ok) return checked
  if ((await writer.anchored()).state !== 'behind') return fail('NotBehind', anchorTexts.notBehind)
  const done = await writer.goOn(officer)
  return done.ok ? ok({ device: (await writer.anchored()).here.device }) : done
}

const auditHandlers = ({ session, jobs, compositionUrl, checks }: ServiceParts): Handler[] => [
  onTask(records.auditVerify, async (context, input) => {
    const { progress, signal } = context
    const claim = await claimIn(context, input)
    const key = session.databaseKey
    if (!claim.ok) return claim
    if (key === null) return fail('NeedsLogin', coreTexts.needsLogin)
    const against = claim.value?.head ?? null
    const path = databasePath(session.workspace)
    const message = { kind: 'verify', path, key, compositionUrl, against }
    const onProgress = (done: number, total: number | null) => progress(done, total, 'verify')
    const done = await jobs.run<Audited>('audit/job', message, {
      timeoutMs: longest,
      limitMegabytes: auditMegabytes,
      onProgress,
      signal,
    })
    if (!done.ok) return done
    const { chain, stateHash, here } = done.value
    const faults = chain.faults.map((fault) => ({ ...fault, message: recordsTexts.faults[fault.fault] }))
    const recoveries = chain.recoveries.map((one) => ({ ...one, time: new Date(one.time).toISOString() }))
    const { commits, rows, heads } = chain
    const answer = claim.value === null || here === null ? null : answerTo(claim.value, here)
    return ok({ commits, rows, heads: [...heads], faults, recoveries, stateHash, against: answer })
  }),
  onTask(records.auditExport, async ({ write, downloads, signal }) => {
    const told = await write<Exported>(exportedName, null)
    const key = session.databaseKey
    const status = session.status()
    if (!told.ok) return told
    if (key === null || !status.ok) return fail('NeedsLogin', coreTexts.needsLogin)
    const message = { kind: 'export', path: databasePath(session.workspace), key, compositionUrl }
    const limits = { timeoutMs: longest, limitMegabytes: auditMegabytes, signal }
    const made = await jobs.run<Uint8Array<ArrayBuffer>>('audit/job', message, limits)
    if (!made.ok) return made
    const name = auditTexts.exportName(status.value.city ?? '')
    const offered = downloads.offer(name, 'application/octet-stream', made.value)
    return ok({ ...offered, commits: told.value.last, head: told.value.head })
  }),
  onTask(records.auditAnchor, async () => {
    if (session.isFrozen) return fail('ReadOnly', checkTexts.readOnly)
    const kept = await session.parts.writer.anchored()
    return ok({ ...kept, others: [...kept.others] })
  }),
  onTask(records.auditContinue, ({ session: officer }, { password }) =>
    session.inTurn(() => continueAfterLoss(session, officer, password)),
  ),
  onTask(records.auditRebuild, async ({ progress, signal, now }) => {
    const sentence = session.isFrozen ? '' : (await session.parts.writer.anchored()).sentence
    if (sentence !== '') return fail('BehindAnchor', sentence)
    const onProgress = (done: number, total: number | null) => progress(done, total, 'rebuild')
    const path = databasePath(session.workspace)
    // Damaged files are kept as they were found.
    const keep = session.isFrozen ? keptFolder(session.workspace, now()) : null
    const done = await session.alone((key) =>
      jobs.run<RebuildReport>(
        'audit/job',
        { kind: 'rebuild', path, key, compositionUrl, keep },
        {
          timeoutMs: longest,
          limitMegabytes: auditMegabytes,
          onProgress,
          signal,
        },
      ),
    )
    if (done?.ok && keep !== null) await checks.run(onProgress, signal)
    return done ?? fail('NeedsLogin', coreTexts.needsLogin)
  }),
]

/** Calls that need the keys, the files or the session itself, and so belong to the core and not to a feature. */
export const serviceHandlers = (parts: ServiceParts): Handler[] => [
  ...entranceHandlers(parts),
  ...sessionHandlers(parts),
  ...auditHandlers(parts),
  ...backupHandlers(parts),
  ...checkHandlers(parts),
]
