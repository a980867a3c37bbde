import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Sqlite } from '../../../electron/store/open.ts'
import { must, seededRow } from '../../fixtures/city.ts'
import { type BigCity, coreOn, login, storeOn } from '../big-city.ts'
import { bundleBoot } from '../bundle-boot.ts'
import { median, quantile, type Row, timed } from '../harness.ts'
import { during } from './during.ts'

const processMs = (args: readonly string[]): number => {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return performance.now() - start
}

const boot = (city: BigCity, program: string): Row => ({
  name: `core boot, ${city.rows} rows: process that loads the bundled core, opens the database, reads a page`,
  unit: 'ms',
  ours: {
    label: 'ours',
    run: () => processMs([program, city.workspace, Buffer.from(city.key).toString('hex')]),
  },
  beside: [{ label: 'empty Node', run: () => processMs(['-e', '0']) }],
  goal: { text: 'process total ≤ 120 ms', holds: (ours) => ours <= 120 },
})

const firstList = (city: BigCity): Row => ({
  name: `password to first list, ${city.rows} rows, threads`,
  unit: 'ms',
  ours: {
    label: 'ours',
    run: async () => {
      const core = coreOn(city.workspace, true)
      const spent = await timed(async () => {
        await login(core)
        await core.handle('record.list', { type: 'budgetRow' })
      })
      await core.stop()
      return spent
    },
  },
  beside: [],
  goal: { text: '≤ 1 s', holds: (ours) => ours <= 1000 },
})

const page = (city: BigCity): Row => {
  const db = openDatabase(join(city.workspace, 'selaras.db'), city.key, { readonly: true })
  const top = (db.prepare('select max(_row) as row from budgetRow').get() as { row: number }).row
  const raw = db.prepare(
    'select * from budgetRow where _deleted = 0 and _row < ? order by _row desc limit 51',
  )
  const core = coreOn(city.workspace)
  let ready: Promise<void> | null = null
  const many = async (one: (row: number) => unknown): Promise<number> => {
    const times: number[] = []
    for (let n = 0; n < 300; n += 1) {
      const row = Math.floor(top * (1 - n / 400))
      times.push(await timed(() => one(row)))
    }
    return median(times)
  }
  return {
    name: `a page of 50, ${city.rows} rows: whole call through the contract, no window`,
    unit: 'ms',
    ours: {
      label: 'ours',
      run: async () => {
        ready ??= login(core)
        await ready
        return many((row) => core.handle('record.list', { type: 'budgetRow', after: { value: null, row } }))
      },
      close: () => core.stop(),
    },
    beside: [
      {
        label: 'raw better-sqlite3, all columns',
        run: () => many((row) => raw.all(row)),
        close: () => void db.close(),
      },
    ],
    goal: { text: 'whole call p50 ≤ 5 ms', holds: (ours) => ours <= 5 },
  }
}

/** FTS5 as it is usually taken, with the positions that its own ranking needs, over the same words. */
const rankedIndex = (db: Sqlite): void => {
  db.exec(
    `create virtual table ranked using fts5(body, content='', tokenize="unicode61 remove_diacritics 2")`,
  )
  db.exec(`insert into ranked (rowid, body)
    select _row, concat_ws(' ', output, subOutput, stage, method, implementer, resources, note) from budgetRow`)
  db.pragma('wal_checkpoint(TRUNCATE)')
}

const search = (city: BigCity): Row => {
  const core = coreOn(city.workspace)
  let ready: Promise<void> | null = null
  const words = [
    'pengembangan',
    'sistem perizinan',
    'antrean',
    'sewa internet',
    'bansos tahap',
    'arsitektur sistem vendor',
    'komputer',
    'rekam medis pengujian',
  ]
  const db = openDatabase(join(city.workspace, 'selaras.db'), city.key)
  rankedIndex(db)
  const all = db.prepare('select rowid from ranked where ranked match ? order by bm25(ranked) limit 50')
  let worst = 0
  return {
    name: `search over everything, ${city.rows} rows, common words too (p50 over 8 searches × 10)`,
    unit: 'ms',
    ours: {
      label: 'ours',
      run: async () => {
        ready ??= login(core)
        await ready
        const times: number[] = []
        for (let n = 0; n < 80; n += 1)
          times.push(await timed(() => core.handle('search.all', { text: words[n % words.length] ?? '' })))
        worst = Math.max(worst, quantile(times, 0.99))
        return median(times)
      },
      close: async () => {
        console.log(`  (search p99, worst of the rounds: ${worst.toFixed(1)} ms)`)
        await core.stop()
      },
    },
    beside: [
      {
        label: 'FTS5 bm25 over all hits',
        run: () => timed(() => all.all('"pengembangan"')),
        close: () => {
          db.exec('drop table ranked')
          db.close()
        },
      },
    ],
    goal: { text: 'p50 ≤ 40 ms, p99 ≤ 90 ms', holds: (ours) => ours <= 40 && worst <= 90 },
  }
}

const consolidation = (city: BigCity): Row => {
  const core = coreOn(city.workspace)
  const db = openDatabase(join(city.workspace, 'selaras.db'), city.key, { readonly: true })
  const scan = db.prepare(
    'select f.opd, r.usulanSource, count(*), sum(r.usulanAmount) from budgetRow r not indexed join budgetForm f on f.id = r.form where f.year = 2027 and f.current = 1 and r._deleted = 0 group by 1, 2',
  )
  let ready: Promise<void> | null = null
  return {
    name: `totals of a year of 30,000 rows in ${city.rows}: budget.forms through the contract`,
    unit: 'ms',
    ours: {
      label: 'ours',
      run: async () => {
        ready ??= login(core)
        await ready
        return median(await repeat(20, () => core.handle('budget.forms', { year: 2027 })))
      },
    },
    beside: [
      {
        label: 'consolidation.summary, all groupings',
        run: () => timed(() => core.handle('consolidation.summary', { year: 2027 })),
        close: () => core.stop(),
      },
      { label: 'scan of all rows', run: () => timed(() => scan.all()), close: () => void db.close() },
    ],
    goal: { text: '≤ 10 ms, exact', holds: (ours) => ours <= 10 },
  }
}

const repeat = async (times: number, work: () => unknown): Promise<number[]> => {
  const found: number[] = []
  for (let n = 0; n < times; n += 1) found.push(await timed(work))
  return found
}

/** The very table of the records with its rows and indexes, under another name and without anything of ours around it. */
export const rawTable = (db: Sqlite, name: string): void => {
  db.exec(`drop table if exists ${name}`)
  const made = db
    .prepare(`select sql from sqlite_master where tbl_name = 'budgetRow' and sql is not null`)
    .all() as { sql: string }[]
  const [table = '', ...indexes] = made.map(({ sql }) => sql.replaceAll('"budgetRow', `"${name}`))
  db.exec(table)
  db.exec(`insert into ${name} select * from budgetRow`)
  for (const index of indexes) db.exec(index)
  db.pragma('wal_checkpoint(TRUNCATE)')
}

/** Made beforehand: what a row says is no part of writing it. */
const madeRows = Array.from({ length: 10_000 }, (_unused, n) => seededRow(3, n))

let rawId = 0
export const rawInsert = (db: Sqlite, name: string, rows: number): number => {
  const columns = (db.pragma(`table_info("${name}")`) as { name: string }[])
    .map((column) => column.name)
    .filter((column) => column !== '_row')
  const insert = db.prepare(
    `insert into ${name} (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  const cell = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null)
  const start = performance.now()
  db.transaction(() => {
    for (let n = 0; n < rows; n += 1) {
      rawId += 1
      const row: Record<string, unknown> = {
        ...madeRows[n % madeRows.length],
        id: `aaaaaaaaaa.${rawId}.1`,
        _deleted: 0,
        form: 'aaaaaaaaaa.2.1',
        opd: 'aaaaaaaaaa.1.2',
        position: n,
      }
      insert.run(...columns.map((column) => cell(row[column])))
    }
  })()
  return performance.now() - start
}

const commits = (rows: number, city: BigCity | null): Row => {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-commit-'))
  const where = city === null ? `in a fresh database` : `in a database of ${city.rows} rows`
  const opened = city === null ? null : storeOn(city)
  const fresh = city === null ? freshStore(folder) : null
  const { store, actor } = (opened ?? fresh) as ReturnType<typeof storeOn>
  const device = store.head().device
  rawTable(store.db, 'raw_bench')
  return {
    name: `commit of ${rows} rows ${where}: logged, chained, signed, projected, searchable`,
    unit: 'ms',
    rounds: rows > 1000 ? 5 : 15,
    warmUp: rows > 1000 ? 1 : 10,
    ours: {
      label: 'ours',
      run: () =>
        timed(() =>
          must(
            store.commit(actor, 'Ukur', (tx) => {
              for (let n = 0; n < rows; n += 1)
                tx.create('budgetRow', {
                  form: `${device}.1.1`,
                  opd: `${device}.1.1`,
                  position: n,
                  ...madeRows[n % madeRows.length],
                })
            }),
          ),
        ),
    },
    beside: [
      {
        label: 'raw insert, same file',
        run: () => rawInsert(store.db, 'raw_bench', rows),
        close: () => {
          store.db.exec('drop table raw_bench')
          store.close()
          rmSync(folder, { recursive: true, force: true })
        },
      },
    ],
    goal: {
      text: '≥ 0.5 × raw (ours/it ≤ 2)',
      holds: (ours, beside) => ours / (beside.get('raw insert, same file') ?? 0) <= 2,
    },
  }
}

const freshStore = (folder: string): ReturnType<typeof storeOn> => {
  const key = randomBytes(32)
  const city = { workspace: folder, key, rows: 0, seed: randomBytes(32) }
  const { store, actor } = storeOn(city)
  return { store, actor }
}

const oneRow = (): Row => {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-one-'))
  const { store, actor } = freshStore(folder)
  const device = store.head().device
  let tail = 0
  return {
    name: 'a commit of one row, p50 of 400',
    unit: 'ms',
    rounds: 3,
    ours: {
      label: 'ours',
      run: async () => {
        const times = await repeat(400, () =>
          must(
            store.commit(actor, 'Ukur', (tx) =>
              tx.create('budgetRow', {
                form: `${device}.1.1`,
                opd: `${device}.1.1`,
                position: 1,
                ...seededRow(3, 7),
              }),
            ),
          ),
        )
        tail = Math.max(tail, quantile(times, 0.99))
        return median(times)
      },
      close: () => {
        console.log(`  (one-row commit p99, worst of the rounds: ${tail.toFixed(2)} ms)`)
        store.close()
        rmSync(folder, { recursive: true, force: true })
      },
    },
    beside: [],
    goal: { text: 'p50 ≤ 2 ms, p99 ≤ 60 ms', holds: (ours) => ours <= 2 && tail <= 60 },
  }
}

export const storeRows = async (city: BigCity): Promise<(() => Row)[]> => {
  const program = await bundleBoot()
  return [
    () => boot(city, program),
    () => firstList(city),
    () => page(city),
    () => during(city),
    () => search(city),
    () => consolidation(city),
    () => commits(200, null),
    () => commits(10_000, null),
    () => commits(200, city),
    () => commits(10_000, city),
    oneRow,
  ]
}
