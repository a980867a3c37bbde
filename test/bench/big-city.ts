import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composition } from '../../electron/composition.ts'
import { composeCore } from '../../electron/core/compose.ts'
import type { Core } from '../../electron/core/core.ts'
import { makeJobRunner } from '../../electron/jobs/run-job.ts'
import { spawnNode } from '../../electron/jobs/spawn-node.ts'
import { privateKeyFrom } from '../../electron/store/keys.ts'
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

export type BigCity = { readonly workspace: string; readonly key: Uint8Array; readonly rows: number }

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

export const storeOn = ({ workspace, key }: BigCity): { store: Store; actor: Actor } => {
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
  const actor: Actor = {
    officer: `${device}.1.1`,
    capacity: 'Admin',
    grants: [{ role: 'admin', opd: null, from: null, until: null }],
    signing: privateKeyFrom('ed25519', randomBytes(32)),
  }
  return { store, actor }
}

const seed = async (workspace: string, rows: number): Promise<Uint8Array> => {
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
  const { store, actor } = storeOn({ workspace, key, rows })
  const perForm = 500
  const opds = 60
  const years = Math.ceil(rows / (opds * perForm))
  const command = { actor } as never
  seedCity(
    { store, command },
    { opds, rows: perForm, years: Array.from({ length: years }, (_unused, n) => 2027 - n) },
  )
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  store.close()
  return key
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
  if (existsSync(keyFile)) return { workspace, key: readFileSync(keyFile), rows }
  rmSync(workspace, { recursive: true, force: true })
  mkdirSync(workspace, { recursive: true })
  console.log(`seeding ${rows} rows …`)
  const key = await seed(workspace, rows)
  writeFileSync(keyFile, key)
  return { workspace, key, rows }
}

/** A copy that the rows of one run may write into; deleted when the process ends. */
export const cityCopy = async (rows: number): Promise<BigCity> => {
  const made = await bigCity(rows)
  const folder = mkdtempSync(join(tmpdir(), 'selaras-bench-copy-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  cpSync(made.workspace, folder, { recursive: true })
  return { ...made, workspace: folder }
}
