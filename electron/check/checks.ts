import { join } from 'node:path'
import type { CoreEvent } from '../../shared/contract/bridge.ts'
import { type CheckResult, checkResult, type Damage } from '../../shared/contract/check.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { cureOf } from '../../shared/rules/audit/verdict.ts'
import { checkTexts } from '../../shared/texts/check.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { databasePath } from '../core/writer-host.ts'
import type { SessionService } from '../identity/index.ts'
import type { JobRunner } from '../jobs/runner.ts'
import type { CheckReport, CheckStep } from '../store/upkeep/check.ts'
import { clearDamage, markDamage } from '../store/upkeep/damage.ts'
import type { CheckOrder } from './job.ts'

const longest = 6 * 60 * 60 * 1000
const limitMegabytes = 1024
const day = 24 * 60 * 60 * 1000
const week = 7 * day

export type CheckParts = {
  readonly session: SessionService
  readonly jobs: JobRunner
  readonly compositionUrl: string
  readonly now: () => number
  readonly onEvent: (event: CoreEvent) => void
}

type OnProgress = (done: number, total: number | null, step: string) => void
type Running = { readonly step: string; readonly done: number; readonly total: number | null }

/** Runs the check of the whole database in a process of its own, and draws the consequences. */
export class Checks {
  private readonly parts: CheckParts
  private stop: AbortController | null = null
  private shown: Running | null = null
  private isDue = true
  private timer: NodeJS.Timeout | undefined

  constructor(parts: CheckParts) {
    this.parts = parts
    parts.session.whenCloses(() => this.abort())
  }

  /** Once per start, where the last check is older than a day: `delay` milliseconds after an officer came in. */
  afterUnlock(delay: number): void {
    if (!this.isDue) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.ownRun().catch(() => undefined), delay)
    this.timer.unref()
  }

  /** What is known of the last check, in the database or beside it. */
  async state(): Promise<{ last: CheckResult | null; running: Running | null }> {
    return { last: await this.last(), running: this.shown }
  }

  /** By command: everything, from the first commit on. */
  run(onProgress: OnProgress, signal: AbortSignal): Promise<Result<CheckResult>> {
    this.isDue = false
    return this.check([], true, onProgress, signal)
  }

  /** Damage met by a query or a commit: nothing is written from here on, and a check says what it is. */
  async met(): Promise<void> {
    await this.parts.session.freeze({ part: 'structure', count: 1, detail: 'SQLITE_CORRUPT' })
    this.look()
  }

  /** Says what the damage is that was just met. */
  look(): void {
    this.parts.onEvent({ type: 'checked' })
    void this.check([], false, () => undefined).catch(() => undefined)
  }

  private abort(): void {
    clearTimeout(this.timer)
    this.stop?.abort()
  }

  private async ownRun(): Promise<void> {
    const last = await this.last()
    const { now, session } = this.parts
    if (session.opened() === null || session.isBusy || this.stop !== null) return
    this.isDue = false
    if (last !== null && now() - Date.parse(last.time) < day) return
    const comparedAt = last?.comparedAt ?? null
    const compares = comparedAt === null || now() - Date.parse(comparedAt) > week
    await this.check(last?.heads ?? [], compares, () => undefined)
  }

  private async last(): Promise<CheckResult | null> {
    const { session } = this.parts
    const damage = session.damaged.known
    if (damage !== null) return { ...damage, comparedAt: null, compared: false }
    if (session.opened() === null) return null
    const kept = await session.parts.reader.lastCheck().catch(() => null)
    const parsed = kept === null ? null : checkResult.safeParse(JSON.parse(kept))
    return parsed?.success ? parsed.data : null
  }

  private async check(
    since: CheckOrder['since'],
    compares: boolean,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<Result<CheckResult>> {
    const { session, jobs, compositionUrl, onEvent } = this.parts
    const key = session.keyAtHand()
    if (key === null) return fail('NeedsLogin', coreTexts.needsLogin)
    this.stop?.abort()
    const stop = new AbortController()
    this.stop = stop
    signal?.addEventListener('abort', () => stop.abort())
    const { workspace } = session
    const path = databasePath(workspace)
    const order: CheckOrder = { path, key, blobs: join(workspace, 'blobs'), since, compares, compositionUrl }
    const before = await this.last()
    try {
      const done = await jobs.run<CheckReport>('check/job', order, {
        timeoutMs: longest,
        limitMegabytes,
        signal: stop.signal,
        onProgress: (n, total, step) => this.show(n, total, step as CheckStep, onProgress),
      })
      return done.ok && !stop.signal.aborted ? ok(await this.settle(done.value, before)) : this.cut(done)
    } finally {
      if (this.stop === stop) {
        this.stop = null
        this.shown = null
      }
      onEvent({ type: 'checked' })
    }
  }

  private cut(done: Result<CheckReport>): Result<never> {
    return done.ok ? fail('Cancelled', coreTexts.cancelled) : done
  }

  private show(done: number, total: number | null, step: CheckStep, onProgress: OnProgress): void {
    this.shown = { step: checkTexts.steps[step], done, total: total === 0 ? null : total }
    onProgress(done, this.shown.total, this.shown.step)
  }

  /** Keeps what was found: in the database where it is whole, beside it where it must not be written any more. */
  private async settle(report: CheckReport, before: CheckResult | null): Promise<CheckResult> {
    const time = new Date(this.parts.now()).toISOString()
    const { pages, commits, attachments, compared, findings, unreadable, heads } = report
    const comparedAt = compared ? time : (before?.comparedAt ?? null)
    const result: CheckResult = {
      ...{ time, comparedAt, pages, commits, attachments, compared },
      ...{ findings: [...findings], unreadable: [...unreadable], heads: [...heads] },
    }
    const cure = cureOf(findings)
    if (cure === 'rebuild' || cure === 'restore') await this.damaged(result)
    else await this.whole(result)
    return result
  }

  private async damaged({ comparedAt: _at, compared: _compared, ...found }: CheckResult): Promise<void> {
    const { session } = this.parts
    const workspace = session.damaged.known?.workspace ?? ''
    const known: Damage = { ...found, workspace: workspace || (await this.workspaceId()) }
    markDamage(session.workspace, known)
    await session.freeze(null)
  }

  private async whole(result: CheckResult): Promise<void> {
    const { session } = this.parts
    clearDamage(session.workspace)
    await session.thaw()
    if (session.opened() !== null) await session.parts.writer.keepCheck(JSON.stringify(result))
  }

  private workspaceId(): Promise<string> {
    return this.parts.session.parts.reader.workspace().catch(() => '')
  }
}
