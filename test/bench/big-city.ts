import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composition } from '../../electron/composition.ts'
import { composeCore } from '../../electron/core/compose.ts'
import type { Core } from '../../electron/core/core.ts'
import { openOfficerSlot, readSlots } from '../../electron/identity/slots.ts'
import { makeJobRunner } from '../../electron/jobs/run-job.ts'
import { spawnNode } from '../../electron/jobs/spawn-node.ts'
import { officerKeysFrom, privateKeyFrom } from '../../electron/store/keys.ts'
import { readLocal } from '../../electron/store/local.ts'
import { systemTables } from '../../electron/store/schema.ts'
import { type Actor, Store } from '../../electron/store/store.ts'
import { definitions, definitionsVersion } from '../../shared/records/index.ts'
import { seedCity } from '../fixtures/city.ts'

export const person = {
  nip: '198501012010012001',
  password: 'rapat kelapa sungai',
  name: 'Siti Aminah',
} as const

export type BigCity = {
  readonly workspace: string
  readonly key: Uint8Array
  readonly rows: number
  /** The officer's: what another key signed the store does not take. */
  readonly seed: Uint8Array
}

const root = new URL('../../electron/', import.meta.url)

/** A core on a workspace, without threads unless asked. */
export const coreOn = (workspace: string, threads = false): Core =>
  composeCore({
    root,
    composition,
    compositionUrl: new URL('composition.ts', root).href,
    workspace,
    settings: join(workspace, 'setelan'),
    jobs: makeJobRunner(spawnNode(root)),
    threads,
    onEvent: () => undefined,
    onDefect: (error, call) => console.error(call, error),
  })

export const login = async (core: Core): Promise<void> => {
  const done = await core.handle('session.login', { nip: person.nip, password: person.password })
  if (!done.ok) throw new Error(done.error.message)
}

export const storeOn = ({ workspace, key, seed }: BigCity): { store: Store; actor: Actor } => {
  const store = new Store({
    path: join(workspace, 'selaras.db'),
    key,
    definitions,
    definitionsVersion,
    now: Date.now,
  })
  const device = readLocal(store.db, 'device')?.toString() ?? 'aaaaaaaaaa'
  store.actAs({
    workspace: readLocal(store.db, 'workspace')?.toString() ?? '',
    device,
    signing: privateKeyFrom('ed25519', readLocal(store.db, 'deviceSeed') ?? randomBytes(32)),
  })
  // A copy that ran as a program is a device of its own since: the officer keeps the id that the first one gave.
  const known = store.db.prepare('select id from officer where nip = ?').pluck().get(person.nip)
  const actor: Actor = {
    officer: typeof known === 'string' ? known : `${device}.1.1`,
    capacity: 'Admin',
    grants: [{ role: 'admin', opd: null, from: null, until: null }],
    signing: officerKeysFrom(seed).signing,
  }
  return { store, actor }
}

const officerSeed = async (workspace: string): Promise<Uint8Array> => {
  const slots = readSlots(workspace)
  const opened = slots === null ? null : await openOfficerSlot(slots, person.nip, person.password)
  if (opened === null) throw new Error('the officer has no slot')
  return opened.seed
}

/** A new workspace in an empty folder, of 60 OPDs; its keys. */
export const seedRows = async (workspace: string, rows: number): Promise<Pick<BigCity, 'key' | 'seed'>> => {
  const core = coreOn(workspace)
  const made = await core.handle('workspace.create', {
    regulation: 'prabumulih',
    city: 'Kota Besar',
    name: person.name,
    nip: person.nip,
    password: person.password,
  })
  const own = core.session.databaseKey
  // A copy (`slice` of a Buffer would be a view): the session wipes its own when it ends.
  const key = own === null ? null : new Uint8Array(own)
  if (!made.ok || key === null) throw new Error('workspace not made')
  await core.stop()
  const seed = await officerSeed(workspace)
  const { store, actor } = storeOn({ workspace, key, rows, seed })
  const opds = 60
  const perForm = Math.min(500, Math.ceil(rows / opds))
  const years = Math.ceil(rows / (opds * perForm))
  const command = { actor } as never
  seedCity(
    { store, command },
    { opds, rows: perForm, years: Array.from({ length: years }, (_unused, n) => 2027 - n) },
  )
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  store.close()
  return { key, seed }
}

/** A workspace of many rows (60 OPDs × 500 rows a year, back from 2027), kept between runs for as long as the record types are the same. */
const bigCity = async (rows: number): Promise<BigCity> => {
  const print = createHash('sha256')
    .update(
      JSON.stringify([
        systemTables,
        ...definitions.map(({ type, fields, indexes }) => [type, Object.keys(fields), indexes]),
      ]),
    )
    .digest('hex')
    .slice(0, 12)
  const workspace = join(tmpdir(), `selaras-bench-${rows}-${print}`)
  const keyFile = join(workspace, 'bench.key')
  if (existsSync(keyFile)) {
    const keys = readFileSync(keyFile)
    return { workspace, key: keys.subarray(0, 32), seed: keys.subarray(32), rows }
  }
  rmSync(workspace, { recursive: true, force: true })
  mkdirSync(workspace, { recursive: true })
  console.log(`seeding ${rows} rows …`)
  const keys = await seedRows(workspace, rows)
  writeFileSync(keyFile, Buffer.concat([keys.key, keys.seed]))
  return { workspace, ...keys, rows }
}

/** A copy that the rows of one run may write into; deleted when the process ends. */
export const cityCopy = async (rows: number): Promise<BigCity> => {
  const made = await bigCity(rows)
  const folder = mkdtempSync(join(tmpdir(), 'selaras-bench-copy-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  cpSync(made.workspace, folder, { recursive: true })
  return { ...made, workspace: folder }
}
