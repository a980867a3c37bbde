import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unpackBackup } from '../../../electron/backup/unpack.ts'
import { composition } from '../../../electron/composition.ts'
import type { Composition } from '../../../electron/composition-shape.ts'
import { databasePath } from '../../../electron/core/writer-host.ts'
import { openOfficerSlot, readSlots } from '../../../electron/identity/index.ts'
import { versionOf } from '../../../electron/store/schema.ts'
import { backupList } from '../../../shared/contract/session.ts'
import { adminNip, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { kiosk } from '../../fixtures/new-type-composition.ts'
import { must, refusal, temporaryFolder } from '../../fixtures/store.ts'

const now = composition.definitionsVersion
const newer: Composition = {
  ...composition,
  definitions: [...composition.definitions, kiosk],
  definitionsVersion: now + 1,
}
const named = /^Selaras Kota Contoh .* sebelum pembaruan\.salinan$/

let folder: ReturnType<typeof temporaryFolder>
let at: TestCore
beforeEach(async () => {
  folder = temporaryFolder()
  const before = openTestCore({ folder: folder.path })
  await before.begin()
  await before.close()
  at = openTestCore({ folder: folder.path, composition: newer })
})
afterEach(async () => {
  expect(at.defects).toEqual([])
  await at.close()
  folder.remove()
})

const keyOf = async (): Promise<Uint8Array> => {
  const opened = await openOfficerSlot(readSlots(folder.path) as never, adminNip, password)
  return (opened as { databaseKey: Uint8Array }).databaseKey
}
const version = async (): Promise<number | null> => versionOf(databasePath(folder.path), await keyOf())

describe('the first login after the program was renewed', () => {
  it('keeps the data in a backup of the version before, with a name of its own, and then upgrades it', async () => {
    must(await at.login())
    expect(await version()).toBe(now + 1)
    const { backups } = must(await at.call(backupList, {}))
    expect(backups.map(({ name }) => name)).toEqual([expect.stringMatching(named)])
    const unpacked = mkdtempSync(join(folder.path, 'periksa-'))
    const file = join(folder.path, 'salinan', backups[0]?.name ?? '')
    expect(await unpackBackup(file, unpacked)).toMatchObject({ definitions: now })
    expect(versionOf(join(unpacked, 'selaras.db'), await keyOf())).toBe(now)
    rmSync(unpacked, { recursive: true })
    await at.logout()
    must(await at.login())
    expect(must(await at.call(backupList, {})).backups).toHaveLength(1)
  })

  it('upgrades nothing where the backup cannot be made', async () => {
    writeFileSync(join(folder.path, 'salinan'), 'bukan folder')
    const failed = await at.login().catch(() => null)
    expect(failed === null || !failed.ok).toBe(true)
    expect(await version()).toBe(now)
    at.defects.length = 0
  })

  it('by an older program is refused with a sentence, and the data is as it was', async () => {
    must(await at.login())
    await at.close()
    at = openTestCore({ folder: folder.path, composition })
    expect(refusal(await at.login())).toMatchObject({ type: 'NewerDatabase' })
    expect(await version()).toBe(now + 1)
  })
})
