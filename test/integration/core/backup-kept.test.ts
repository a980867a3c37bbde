import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeVerified } from '../../../electron/backup/make.ts'
import { unpackBackup } from '../../../electron/backup/unpack.ts'
import { composition } from '../../../electron/composition.ts'
import { databasePath } from '../../../electron/core/writer-host.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import { backupCreate, backupList } from '../../../shared/contract/session.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must, refusal, temporaryFolder } from '../../fixtures/store.ts'

let at: TestCore
let disk: { path: string; remove: () => void }
beforeEach(async () => {
  at = openTestCore()
  await at.begin()
  disk = temporaryFolder()
})
afterEach(async () => {
  await at.close()
  disk.remove()
})
const names = (folder: string): string[] => readdirSync(folder).sort()

describe('a backup over an earlier one of the same name', () => {
  it('that does not pass leaves the earlier one as it was', async () => {
    const target = join(disk.path, 'diska.salinan')
    must(await at.core.backup(target))
    const good = readFileSync(target)
    const db = openDatabase(databasePath(at.folder), at.core.session.databaseKey as Uint8Array)
    db.exec('update device set signKey = zeroblob(32)')
    db.close()
    expect(refusal(await at.core.backup(target)).type).toBe('NotVerified')
    expect(readFileSync(target).equals(good)).toBe(true)
    expect(names(disk.path)).toEqual(['diska.salinan'])
  }, 60_000)

  it('has its name only once it was verified', async () => {
    const target = join(disk.path, 'baru.salinan')
    const seen: string[][] = []
    const order = {
      workspace: at.folder,
      key: at.core.session.databaseKey as Uint8Array,
      target,
      made: '2026-11-22T00:00:00.000Z',
      city: 'Kota Contoh',
      definitionsVersion: composition.definitionsVersion,
    }
    must(await makeVerified(order, () => void seen.push(names(disk.path))))
    expect(seen).toEqual([[expect.stringMatching(/^baru\.salinan\.\d+\.tmp$/)]])
    expect(names(disk.path)).toEqual(['baru.salinan'])
    await unpackBackup(target, mkdirFor('isi'))
  }, 60_000)
})
const mkdirFor = (name: string): string => {
  const folder = join(disk.path, name)
  mkdirSync(folder)
  return folder
}

it('what a killed or cancelled backup or upload left is swept at a later start, once it is old', async () => {
  const { name } = must(await at.call(backupCreate, {}))
  const folder = join(at.folder, 'salinan')
  await at.core.stop()
  const left = ['.salinan-abcdef', '.periksa-abcdef'].map((one) => join(folder, one))
  for (const one of left) mkdirSync(one)
  const files = [join(folder, `${name}.4194300.tmp`), join(at.folder, '.unggahan-4194300.salinan')]
  for (const one of files) copyFileSync(join(folder, name), one)
  writeFileSync(join(folder, 'catatan petugas.txt'), 'bukan milik Selaras')
  const all = [...left, ...files]

  const young = openTestCore({ folder: at.folder })
  expect(all.map((one) => existsSync(one))).toEqual([true, true, true, true])
  await young.close()

  const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000)
  for (const one of [...all, join(folder, name), join(folder, 'catatan petugas.txt')])
    utimesSync(one, yesterday, yesterday)
  const next = openTestCore({ folder: at.folder })
  await next.close()
  expect(all.map((one) => existsSync(one))).toEqual([false, false, false, false])
  const later = openTestCore({ folder: at.folder })
  must(await later.login())
  expect(must(await later.call(backupList, {})).backups.map((one) => one.name)).toEqual([name])
  expect(names(folder)).toEqual([name, 'catatan petugas.txt'].sort())
  await later.close()
}, 60_000)
