import { rmSync } from 'node:fs'
import { type CommitBytes, commitsSince } from '../../../electron/store/commit-bytes.ts'
import type { Store } from '../../../electron/store/store.ts'
import { seededRow } from '../../fixtures/city.ts'
import { must } from '../../fixtures/store.ts'
import { type Node, openNetwork } from '../../integration/store/network.ts'
import type { Row } from '../harness.ts'
import { actualPipeline } from '../peers/actual.ts'
import { memoryPeers } from '../peers/documents.ts'
import { pouchPeer } from '../peers/pouch.ts'
import { rawInsert, rawTable } from './store.ts'

const rowsCount = 10_000
const perCommit = 200
const rounds = 5

/** The columns that every contestant carries. */
const columns = [
  'position',
  'output',
  'subOutput',
  'stage',
  'method',
  'implementer',
  'duration',
  'resources',
  'usulanAmount',
  'usulanSource',
  'note',
] as const
export type PlainRow = Readonly<Record<string, string | number>>

const plainRows = (): PlainRow[] =>
  Array.from({ length: rowsCount }, (_unused, n) => {
    const row: Record<string, unknown> = { ...seededRow(3, n), position: n }
    return Object.fromEntries(
      columns.map((key) => [key, (row[key] ?? (key === 'usulanAmount' ? 0 : '')) as string | number]),
    )
  })

const milliseconds = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const inCommits = (sender: Node, count: number, work: (at: number) => (tx: never) => void): void => {
  for (let from = 0; from < count; from += perCommit)
    must(
      sender.store.commit(sender.actor, 'Ukur', (tx) => {
        for (let at = from; at < Math.min(count, from + perCommit); at += 1) work(at)(tx as never)
      }),
    )
}

type Bed = {
  readonly receivers: readonly Node[]
  readonly inserts: readonly CommitBytes[]
  readonly edits: readonly CommitBytes[]
  readonly searchable: readonly CommitBytes[]
  readonly close: () => void
}

/** One device writes; five others, one for each round, have only the beginning of the workspace. Each write waits for its disk. */
const makeBed = (): Bed => {
  const network = openNetwork({ devices: rounds + 1 })
  const [sender, ...receivers] = network.nodes as [Node, ...Node[]]
  for (const { store } of network.nodes) store.db.pragma('synchronous=FULL')
  for (const { store } of receivers)
    must(store.receive(commitsSince(sender.store.reader, store.log.vector())))
  const since = (): Store['log']['vector'] extends () => infer V ? V : never => sender.store.log.vector()
  const added = (from: ReturnType<typeof since>): CommitBytes[] =>
    commitsSince(sender.store.reader, from, 1_000_000)
  const ids: string[] = []
  const rows = plainRows()
  const start = since()
  inCommits(sender, rowsCount, (at) => (tx: { create: (type: string, values: object) => string }) => {
    ids.push(tx.create('budgetRow', { ...rows[at] }))
  })
  const inserts = added(start)
  type Writer = { update: (type: string, id: string, values: object) => void }
  const edit = (values: (at: number) => object): CommitBytes[] => {
    const from = since()
    inCommits(sender, rowsCount, (at) => (tx: Writer) => tx.update('budgetRow', ids[at] ?? '', values(at)))
    return added(from)
  }
  const edits = edit((at) => ({ position: at + 7 }))
  const searchable = edit((at) => ({ stage: `Pengujian ${at % 90}` }))
  return { receivers, inserts, edits, searchable, close: network.close }
}

/** A round's receiver takes the commits that are next for it. */
const receiveBy = (bed: Bed, what: 'inserts' | 'edits' | 'searchable'): (() => number) => {
  let round = 0
  return () => {
    const receiver = bed.receivers[round % rounds] as Node
    round += 1
    const taken = milliseconds(() => must(receiver.store.receive(bed[what])))
    const { n } = receiver.store.reader.row<{ n: number }>('select count(*) as n from budgetRow') ?? { n: 0 }
    if (n !== rowsCount) throw new Error(`${n} rows`)
    return taken
  }
}

const rawUpdates = (bed: Bed, column: string, value: (at: number) => string | number): (() => number) => {
  let round = 0
  return () => {
    const { db } = (bed.receivers[round % rounds] as Node).store
    round += 1
    rawTable(db, 'raw_bench')
    const ids = db.prepare('select id from raw_bench').pluck().all() as string[]
    const update = db.prepare(`update raw_bench set "${column}" = ? where id = ?`)
    return milliseconds(() => db.transaction(() => ids.forEach((id, at) => void update.run(value(at), id)))())
  }
}

const rawInserts = (bed: Bed): (() => number) => {
  let round = 0
  return () => {
    const { db } = (bed.receivers[round % rounds] as Node).store
    round += 1
    rawTable(db, 'raw_bench')
    db.exec('delete from raw_bench')
    return rawInsert(db, 'raw_bench', rowsCount)
  }
}

const raw = 'raw, same file'
const atLeast = (share: number) => (ours: number, beside: ReadonlyMap<string, number>) =>
  (beside.get(raw) ?? 0) / ours >= share

const bytesOf = (commits: readonly CommitBytes[]): number =>
  commits.reduce(
    (sum, { header, deviceSignature, officerSignature, bodies }) =>
      sum +
      header.length +
      deviceSignature.length +
      officerSignature.length +
      bodies.reduce((total, body) => total + (body?.length ?? 0), 0),
    0,
  )

const single = (): number => {
  const network = openNetwork({ devices: 1 })
  const [{ store, actor }] = network.nodes as [Node]
  const id = must(store.commit(actor, 'Baris', (tx) => tx.create('budgetRow', { stage: 'a' }))).value
  const from = store.log.vector()
  must(store.commit(actor, 'Ubah', (tx) => tx.update('budgetRow', id, { position: 7 })))
  const bytes = bytesOf(commitsSince(store.reader, from))
  network.close()
  return bytes
}

/** Commits of another device: received, judged, projected, searchable, on the disk. */
export const syncRows = async (): Promise<(() => Row)[]> => {
  const bed = makeBed()
  const rows = plainRows()
  const actual = await actualPipeline(rows)
  const memory = await memoryPeers(rows)
  const pouch = await pouchPeer(rows)
  process.once('exit', () => rmSync(pouch.folder, { recursive: true, force: true }))
  const perCell = bytesOf(bed.edits) / rowsCount
  return [
    () => ({
      name: `first sync: ${rowsCount} new rows in commits of ${perCommit}, verified, judged, searchable, durable`,
      unit: 'ms',
      rounds,
      ours: { label: 'ours', run: receiveBy(bed, 'inserts') },
      beside: [{ label: raw, run: rawInserts(bed) }, actual.contestant, ...memory.apply, pouch.contestant],
      goal: {
        text: `≥ 0.35 × raw, ≥ 25,000 rows/s, ≥ 5 × the pipeline of Actual`,
        holds: (ours, beside) =>
          atLeast(0.35)(ours, beside) &&
          rowsCount / (ours / 1000) >= 25_000 &&
          (beside.get(actual.contestant.label) ?? Number.POSITIVE_INFINITY) / ours >= 5,
      },
    }),
    () => ({
      name: `${rowsCount} edits of a cell that nobody searches, in commits of ${perCommit}`,
      unit: 'ms',
      rounds,
      ours: { label: 'ours', run: receiveBy(bed, 'edits') },
      beside: [{ label: raw, run: rawUpdates(bed, 'position', (at) => at + 7) }, ...memory.edits],
      goal: { text: '≥ 0.6 × raw', holds: atLeast(0.6) },
    }),
    () => ({
      name: `${rowsCount} edits of a searchable cell, in commits of ${perCommit}`,
      unit: 'ms',
      rounds,
      ours: { label: 'ours', run: receiveBy(bed, 'searchable') },
      beside: [{ label: raw, run: rawUpdates(bed, 'stage', (at) => `Pengujian ${at % 90}`) }],
      goal: { text: '≥ 0.25 × raw', holds: atLeast(0.25) },
    }),
    () => ({
      name: `bytes of an edit of one cell, in commits of ${perCommit} (signed, as it is kept and sent)`,
      unit: 'B',
      rounds: 1,
      ours: { label: 'ours', run: () => perCell },
      beside: memory.bytes,
      goal: { text: '≤ 16 B', holds: (ours) => ours <= 16 },
    }),
    () => ({
      name: 'bytes of an edit of one cell as a commit of its own, with two signatures',
      unit: 'B',
      rounds: 1,
      ours: { label: 'ours', run: single, close: bed.close },
      beside: memory.bytes,
      goal: { text: '≤ 120 B', holds: (ours) => ours <= 120 },
    }),
  ]
}
