import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ok, type Result } from '../../shared/contract/result.ts'
import { databasePath } from '../core/writer-host.ts'
import { forgetLocal, writeLocal } from '../store/local.ts'
import { changeKey, openDatabase } from '../store/open.ts'
import { isHalfway, type OnStep, quietFolder, swapKeys } from '../store/upkeep/swap-in.ts'
import { aloneInWorkspace } from '../store/upkeep/workspace-lock.ts'
import { type SlotFile, writeSlots } from './slots.ts'

export type RekeyOrder = {
  readonly workspace: string
  readonly key: Uint8Array
  readonly newKey: Uint8Array
  /** All slots for the new key. */
  readonly slots: SlotFile
}

const countSql = 'select count(*) as n, max(arrival) as last from _log'

/** A copy under the new key, opened once to see that it is one. */
const copyUnder = ({ workspace, key, newKey }: RekeyOrder, path: string): void => {
  const live = openDatabase(databasePath(workspace), key, { mustExist: true })
  const before = live.prepare(countSql).get()
  live.prepare('vacuum into ?').run(path)
  live.close()
  const copy = openDatabase(path, key, { mustExist: true })
  forgetLocal(copy, 'rekeyDue')
  writeLocal(copy, 'rekeyed', Buffer.from('1'))
  changeKey(copy, newKey)
  copy.close()
  const changed = openDatabase(path, newKey, { readonly: true })
  const after = changed.prepare(countSql).get()
  changed.close()
  if (JSON.stringify(after) !== JSON.stringify(before)) throw new TypeError('the copy is not whole')
}

/**
 * Another database key: a copy under it and the slots for it come in by one swap, so that a kill at any moment leaves the old
 * slots with the old key or the new with the new. What was there is removed: its slots are those that shall open no more. Error: `InUse`.
 */
export const rekeyFiles = (order: RekeyOrder, step: OnStep = () => undefined): Promise<Result<null>> =>
  aloneInWorkspace(order.workspace, () => {
    const folder = quietFolder(order.workspace)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { mode: 0o700 })
    try {
      copyUnder(order, join(folder, 'selaras.db'))
      step('copied')
      writeSlots(folder, order.slots)
      step('slots')
      swapKeys(order.workspace, basename(folder), step)
      return ok(null)
    } finally {
      if (!isHalfway(order.workspace)) rmSync(folder, { recursive: true, force: true })
    }
  })
