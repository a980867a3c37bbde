import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { composition } from '../../electron/composition.ts'
import { composeCore } from '../../electron/core/compose.ts'
import { makeJobRunner } from '../../electron/jobs/run-job.ts'
import { spawnNode } from '../../electron/jobs/spawn-node.ts'
import type { AnyCall, InputOf, OutputOf } from '../../shared/contract/call.ts'
import { recordGet, recordRemove, recordSave } from '../../shared/contract/records.ts'
import type { Result } from '../../shared/contract/result.ts'
import { sessionLogin, workspaceCreate } from '../../shared/contract/session.ts'
import { dayInWib } from '../../shared/format/date.ts'
import { must } from '../fixtures/store.ts'
import { type Application, openApplication } from './harness.ts'
import { ask, officer, password } from './window.ts'

const root = new URL('../../electron/', import.meta.url)
/** ISO date so many days ago. */
export const daysAgo = (days: number): string => dayInWib(Date.now() - days * 86_400_000)
/** As an officer types it. */
export const typed = (iso: string): string => iso.split('-').toReversed().join('-')

type Values = Readonly<Record<string, unknown>>
export type Earlier = {
  readonly make: (type: string, values: Values) => Promise<string>
  readonly change: (type: string, id: string, values: Values) => Promise<void>
  readonly remove: (type: string, id: string) => Promise<void>
  /** What follows is recorded so many days ago, at eight in the morning. */
  readonly ago: (days: number) => Promise<void>
}

/** A workspace that began ninety days ago and in which things were recorded since, with its window open and its officer logged in. */
export const openEarlier = async (record: (earlier: Earlier) => Promise<void>) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'selaras-lampau-'))
  const places = { workspace: path.join(folder, 'data'), settings: path.join(folder, 'setelan') }
  const clock = { now: 0 }
  const setBack = (days: number): void => {
    clock.now = Date.parse(`${daysAgo(days)}T08:00:00+07:00`)
  }
  setBack(90)
  const core = composeCore({
    root,
    composition,
    compositionUrl: '',
    ...places,
    jobs: makeJobRunner(spawnNode(root)),
    threads: false,
    now: () => clock.now,
    uptime: () => performance.now(),
    onEvent: () => {},
    onDefect: () => {},
  })
  const call = async <C extends AnyCall>(asked: C, input: InputOf<C>): Promise<OutputOf<C>> =>
    must((await core.handle(asked.name, input, 'lampau')) as Result<OutputOf<C>>)
  const city = { city: 'Kota Prabumulih', agency: 'Dinas Komunikasi dan Informatika' }
  await call(workspaceCreate, { ...officer, ...city, regulation: 'prabumulih', password })
  const seenOf = async (type: string, id: string) => (await call(recordGet, { type, id })).seen
  await record({
    ago: async (days) => {
      setBack(days)
      await call(sessionLogin, { nip: officer.nip, password })
    },
    make: async (type, values) =>
      (await call(recordSave, { type, id: null, seen: null, values: values as never })).id,
    change: async (type, id, values) => {
      const seen = await seenOf(type, id)
      await call(recordSave, { type, id, seen, values: values as never })
    },
    remove: async (type, id) => void (await call(recordRemove, { type, id, seen: await seenOf(type, id) })),
  })
  await core.stop()
  const app: Application = await openApplication(places)
  app.page.setDefaultTimeout(12_000)
  await ask(app, 'session.login', { nip: officer.nip, password })
  await app.page.reload()
  await app.page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
  const stop = async (): Promise<void> => {
    await app.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { app, stop }
}
