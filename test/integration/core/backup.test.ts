import { createHash, randomInt } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yazl from 'yazl'
import { manifestEntry, readContainer, writeContainer } from '../../../electron/backup/container.ts'
import { createBackup } from '../../../electron/backup/create.ts'
import { restoreBackup } from '../../../electron/backup/restore.ts'
import { unpackBackup } from '../../../electron/backup/unpack.ts'
import { composition } from '../../../electron/composition.ts'
import { todayIn } from '../../../electron/core/session-facts.ts'
import { attachmentAdd } from '../../../shared/contract/attachments.ts'
import { auditVerify, logList, recordList, recordSave, searchAll } from '../../../shared/contract/records.ts'
import { backupCreate, backupList, backupRestore, backupTake } from '../../../shared/contract/session.ts'
import { definitionsVersion } from '../../../shared/records/index.ts'
import { adminNip, firstPassword, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { must, refusal, temporaryFolder, times } from '../../fixtures/store.ts'

let at: TestCore
let whole: string
let head: string
const scratch = temporaryFolder()
const save = (name: string) =>
  at.call(recordSave, { type: 'opd', id: null, values: { code: name, name }, seen: null })

beforeAll(async () => {
  at = openTestCore()
  await at.begin()
  for (let n = 0; n < 5; n += 1) must(await save(`Dinas ${n}`))
  const owner = must(await at.call(recordList, { type: 'opd' })).rows[0]?.id as string
  must(
    await at.call(attachmentAdd, {
      owner,
      files: [{ name: 'surat.pdf', bytes: new Uint8Array(Buffer.alloc(50_000, 7)) }],
    }),
  )
  const made = must(await at.core.backup(join(scratch.path, 'utuh.salinan')))
  whole = made.path
  head = made.head
}, 60_000)
afterAll(async () => {
  await at.close()
  scratch.remove()
})

const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const order = (file: string, workspace: string, secret = password) => ({
  file,
  workspace,
  nip: adminNip,
  password: secret,
  kept: 'sebelum',
  definitionsVersion,
  over: null,
  today: todayIn(Date.now()),
})
const unpacked = async (file: string): Promise<Map<string, Buffer>> => {
  const folder = temporaryFolder()
  await unpackBackup(file, folder.path)
  const names = readdirSync(folder.path, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name !== 'blobs',
  )
  const entries = new Map(names.map((name) => [name, readFileSync(join(folder.path, name))]))
  folder.remove()
  return entries
}
const packed = (name: string, entries: ReadonlyMap<string, Uint8Array>): Promise<string> =>
  new Promise((resolve) => {
    const zip = new yazl.ZipFile()
    for (const [entry, bytes] of entries) zip.addBuffer(Buffer.from(bytes), entry, { compress: false })
    zip.end()
    const chunks: Buffer[] = []
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    zip.outputStream.on('end', () => {
      const path = join(scratch.path, name)
      writeFileSync(path, Buffer.concat(chunks))
      resolve(path)
    })
  })

describe('a backup', () => {
  it('is read back before it is called one, lies in the list, and is offered to take along', async () => {
    const made = must(await at.call(backupCreate, {}))
    expect(made).toMatchObject({
      verified: true,
      name: expect.stringMatching(/^Selaras Kota Contoh .*\.salinan$/),
    })
    expect(must(await at.call(backupList, {})).backups.map(({ name }) => name)).toContain(made.name)
    const { token } = must(await at.call(backupTake, { name: made.name }))
    const offered = at.core.download(token)
    expect(offered?.bytes.length).toBe(made.size)
    expect(at.core.download(token), 'an address is good once').toBeNull()
    expect(readdirSync(join(at.folder, 'salinan')).filter((name) => !name.endsWith('.salinan'))).toEqual([])
  })

  it('is taken along by its name in the list alone, and one too large for the window names its folder', async () => {
    for (const name of ['tidak ada.salinan', '../selaras.db', '../utuh.salinan'])
      expect(refusal(await at.call(backupTake, { name })).type).toBe('NotFound')
    const large = join(at.folder, 'salinan', 'besar.salinan')
    writeFileSync(large, '')
    truncateSync(large, 70_000_001)
    const refused = refusal(await at.call(backupTake, { name: 'besar.salinan' }))
    expect(refused).toMatchObject({ type: 'TooLarge', message: expect.stringContaining(at.folder) })
    rmSync(large)
  })

  it('is not left behind when it does not pass: the file is gone and the sentence says so', async () => {
    const gone = must(await at.call(recordList, { type: 'attachment' })).rows
    expect(gone).toHaveLength(1)
    expect(refusal(await at.core.backup(join(scratch.path, 'tidak', 'ada', 'x.salinan'))).type).toBe(
      'DriveGone',
    )
  })

  it('is made only by those whose role allows it, from the command line too', async () => {
    const nip = await at.officer('Hanya lihat', ['hanya_lihat', null])
    must(await at.login(nip))
    expect(refusal(await at.core.backup(join(scratch.path, 'x.salinan'))).type).toBe('NotAllowed')
    must(await at.login())
  })
})

describe('a damaged backup', () => {
  const runs = times(50, 200)
  it(`is never restored: ${runs} of ${runs} refused, and what is there is not touched`, async () => {
    const live = temporaryFolder()
    writeFileSync(join(live.path, 'selaras.db'), 'data yang ada')
    writeFileSync(join(live.path, 'slots.json'), 'kunci yang ada')
    const bytes = readFileSync(whole)
    const entries = await unpacked(whole)
    const damaged = join(scratch.path, 'rusak.salinan')
    // Bytes of the entries themselves; the ZIP's own dates and padding carry nothing.
    const places = [...entries.values()].map((entry) => ({
      from: bytes.indexOf(entry.subarray(0, 64)),
      length: entry.length,
    }))
    const change = (n: number): Buffer => {
      if (n % 5 === 4) return bytes.subarray(0, randomInt(bytes.length))
      const { from, length } = places[n % places.length] as { from: number; length: number }
      const copy = Buffer.from(bytes)
      const place = from + randomInt(length)
      copy[place] = (copy[place] ?? 0) ^ (1 << randomInt(8))
      return copy
    }
    for (let n = 0; n < runs; n += 1) {
      writeFileSync(damaged, change(n))
      expect(refusal(await restoreBackup(order(damaged, live.path))).type, `damage ${n}`).toBe(
        'DamagedBackup',
      )
    }
    expect(readdirSync(live.path).sort()).toEqual(['selaras.db', 'slots.json'])
    expect(readFileSync(join(live.path, 'selaras.db'), 'utf8')).toBe('data yang ada')
    live.remove()
  }, 300_000)

  it.each([
    ['an empty file', async () => packed('kosong.salinan', new Map())],
    [
      'no ZIP at all',
      async () => {
        const path = join(scratch.path, 'bukan.salinan')
        writeFileSync(path, 'x'.repeat(5000))
        return path
      },
    ],
    [
      'an entry too many',
      async () =>
        packed(
          'lebih.salinan',
          new Map([...(await unpacked(whole)), ['blobs/'.concat('0'.repeat(64)), Buffer.from('x')]]),
        ),
    ],
    [
      'an entry outside',
      async () =>
        packed('luar.salinan', new Map([...(await unpacked(whole)), ['lain.txt', Buffer.from('x')]])),
    ],
    [
      'an attachment missing',
      async () =>
        packed(
          'kurang.salinan',
          new Map([...(await unpacked(whole))].filter(([name]) => !name.startsWith('blobs'))),
        ),
    ],
    [
      'a manifest that was changed',
      async () => {
        const entries = await unpacked(whole)
        const manifest = JSON.parse(entries.get(manifestEntry)?.toString() ?? '')
        return packed(
          'manifes.salinan',
          new Map([
            ...entries,
            [manifestEntry, Buffer.from(JSON.stringify({ ...manifest, city: 'Kota Lain' }))],
          ]),
        )
      },
    ],
    [
      'the slots of another workspace',
      async () => {
        const entries = await unpacked(whole)
        const other = openTestCore()
        await other.begin()
        const slots = readFileSync(join(other.folder, 'slots.json'))
        await other.close()
        const manifest = JSON.parse(entries.get(manifestEntry)?.toString() ?? '')
        const changed = { ...manifest, slots: createHash('sha256').update(slots).digest('hex') }
        return packed(
          'slot.salinan',
          new Map([...entries, ['slots.json', slots], [manifestEntry, Buffer.from(JSON.stringify(changed))]]),
        )
      },
    ],
  ])('with %s is refused', async (_name, make) => {
    const into = temporaryFolder()
    const { type } = refusal(
      await restoreBackup(order(await make(), into.path)).catch((error: unknown) => ({
        ok: false,
        error: { type: 'thrown', message: String(error) },
      })),
    )
    expect(['DamagedBackup', 'WrongLogin']).toContain(type)
    expect(readdirSync(into.path)).toEqual([])
    into.remove()
  })

  it.each([
    { definitions: definitionsVersion + 40 },
    { definitions: definitionsVersion - 1 },
    { workspace: 'ruanglain' },
  ])('is damaged, and not of somebody else, where its manifest alone says %j', async (said) => {
    const into = temporaryFolder()
    const entries = await unpacked(whole)
    const manifest = JSON.parse(entries.get(manifestEntry)?.toString() ?? '')
    const file = await packed(
      'lain.salinan',
      new Map([...entries, [manifestEntry, Buffer.from(JSON.stringify({ ...manifest, ...said }))]]),
    )
    const over = manifest.workspace as string
    expect(refusal(await restoreBackup({ ...order(file, into.path), over })).type).toBe('DamagedBackup')
    into.remove()
  })

  it('of a newer Selaras is refused with its own sentence, and a wrong password with another', async () => {
    const into = temporaryFolder()
    expect(refusal(await restoreBackup({ ...order(whole, into.path), definitionsVersion: 0 })).type).toBe(
      'NewerDatabase',
    )
    expect(refusal(await restoreBackup(order(whole, into.path, 'bukan kata sandi saya'))).type).toBe(
      'WrongLogin',
    )
    expect(readdirSync(into.path)).toEqual([])
    into.remove()
  })
})

describe('a restore', () => {
  it('keeps what was there beside, goes on as a new device that names the old head, and everything verifies', async () => {
    must(await save('Dinas setelah salinan'))
    const before = must(await at.call(logList, { limit: 1 }))
    const restored = must(await at.core.restore(whole, adminNip, password))
    expect(restored.city).toBe('Kota Contoh')
    expect(at.events.at(-1)).toEqual({ type: 'locked', reason: 'restored' })
    const kept = readdirSync(at.folder).find((name) => name.startsWith('sebelum-dipulihkan')) as string
    expect(readdirSync(join(at.folder, kept))).toEqual(
      expect.arrayContaining(['selaras.db', 'slots.json', 'blobs']),
    )

    must(await at.login())
    expect(must(await at.call(searchAll, { text: 'setelah' })).found).toEqual([])
    const { entries } = must(await at.call(logList, {}))
    const start = entries.find(({ reason }) => reason.includes('mulai dari salinan data'))
    expect(start?.device).not.toBe(before.entries[0]?.device)
    expect(start?.seq).toBe(1)
    expect(start?.reason).toContain(head)
    const made = must(await save('Dinas baru'))
    expect(made.commit.split('.')[0]).toBe(start?.device)
    const { faults, heads } = must(await at.call(auditVerify, {}))
    expect([faults, heads.length]).toEqual([[], 2])

    const old = openTestCore({ folder: join(at.folder, kept) })
    must(await old.login())
    expect(must(await old.call(searchAll, { text: 'setelah' })).found).toHaveLength(1)
    await old.close()
  }, 60_000)

  it('into an empty folder makes the workspace that it holds, from the window too', async () => {
    const fresh = openTestCore()
    const file = { name: 'utuh.salinan', bytes: new Uint8Array(readFileSync(whole)) }
    expect(
      refusal(
        await fresh.call(backupRestore, { file: null, name: '../utuh.salinan', nip: adminNip, password }),
      ).type,
    ).toBe('NotFound')
    must(await fresh.call(backupRestore, { file, name: null, nip: adminNip, password }))
    must(await fresh.login())
    expect(must(await fresh.call(recordList, { type: 'opd' })).rows).toHaveLength(5)
    expect(readdirSync(fresh.folder).filter((name) => name.startsWith('.'))).toEqual([])
    await fresh.close()
  }, 60_000)

  it('is begun by an administrator: nobody else can start the new device', async () => {
    const nip = await at.officer('Perencana', ['perencana', null])
    const made = must(await at.core.backup(join(scratch.path, 'dua.salinan')))
    const fresh = openTestCore()
    must(await fresh.core.restore(made.path, adminNip, password))
    expect(refusal(await fresh.login(nip, firstPassword)).type).toBe('NeedsAdmin')
    must(await fresh.login())
    must(await fresh.login(nip, firstPassword))
    await fresh.close()
  }, 60_000)

  it('takes a backup that was made before a type of record was added', async () => {
    const older = {
      ...composition,
      definitions: composition.definitions.filter(({ type }) => type !== 'implementerAlias'),
    }
    const old = openTestCore({ composition: older })
    await old.begin()
    const target = join(scratch.path, 'lama.salinan')
    const key = old.core.session.databaseKey as Uint8Array
    await createBackup({
      workspace: old.folder,
      key,
      target,
      made: '2026-11-21T00:00:00.000Z',
      city: 'Kota Contoh',
      definitionsVersion,
    })
    await old.close()
    const fresh = openTestCore()
    must(await fresh.core.restore(target, adminNip, password))
    must(await fresh.login())
    expect(must(await fresh.call(recordList, { type: 'implementerAlias' })).rows).toEqual([])
    await fresh.close()
  }, 60_000)
})

it('a container writes whole or not at all', async () => {
  const path = join(scratch.path, 'wadah.salinan')
  const source = join(scratch.path, 'isi')
  writeFileSync(source, 'isi')
  await expect(
    writeContainer(path, new Map([['selaras.db', join(scratch.path, 'tidak-ada')]]), new Map()),
  ).rejects.toThrow()
  expect([existsSync(path), existsSync(`${path}.tmp`)]).toEqual([false, false])
  await writeContainer(path, new Map([['selaras.db', source]]), new Map([['slots.json', '{}']]))
  const before = digestOf(path)
  copyFileSync(path, `${path}.2`)
  const folder = temporaryFolder()
  expect(await readContainer(path, (name) => join(folder.path, name))).toEqual(['selaras.db', 'slots.json'])
  expect(digestOf(path)).toBe(before)
  folder.remove()
})
