import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Sqlite } from '../../../electron/store/open.ts'
import type { Contestant, Skipped } from '../harness.ts'
import { library, notInstalled } from '../peers.ts'
import type { PlainRow } from '../rows/sync.ts'

const label = 'pipeline of Actual, same kind of file'

type Message = {
  readonly row: string
  readonly column: string
  readonly value: string
  readonly timestamp: string
}

const schema = `
  create table messages_crdt (id integer primary key, timestamp text not null unique, dataset text not null, row text not null, "column" text not null, value blob not null);
  create index messages_crdt_search on messages_crdt (dataset, row, "column", timestamp);`

// biome-ignore lint/suspicious/noExplicitAny: a peer library without types here
type Crdt = any

/** Its public pipeline: hold against the newest known clock of the cell, write the column, keep the message, hash it into the tree. */
const applyAll = (crdt: Crdt, db: Sqlite, messages: readonly Message[], columns: readonly string[]): void => {
  const newest = db.prepare(
    `select timestamp from messages_crdt where dataset = 'row' and row = ? and "column" = ? and timestamp >= ? limit 1`,
  )
  const isThere = db.prepare('select 1 from plain where id = ?')
  const insert = new Map(
    columns.map((key) => [key, db.prepare(`insert into plain (id, "${key}") values (?, ?)`)]),
  )
  const update = new Map(
    columns.map((key) => [key, db.prepare(`update plain set "${key}" = ? where id = ?`)]),
  )
  const keep = db.prepare(
    `insert into messages_crdt (timestamp, dataset, row, "column", value) values (?, 'row', ?, ?, ?)`,
  )
  let trie = { hash: 0 }
  db.transaction(() => {
    for (const { row, column, value, timestamp } of messages) {
      if (newest.get(row, column, timestamp) !== undefined) continue
      if (isThere.get(row) === undefined) insert.get(column)?.run(row, value)
      else update.get(column)?.run(value, row)
      keep.run(timestamp, row, column, value)
      trie = crdt.merkle.insert(trie, crdt.Timestamp.parse(timestamp))
    }
  })()
  crdt.merkle.prune(trie)
}

/** One message for each cell, as its protocol has it; a fresh encrypted file for each round, opened as ours are. */
export const actualPipeline = async (
  rows: readonly PlainRow[],
): Promise<{ readonly contestant: Contestant | (Skipped & { label: string }) }> => {
  const crdt: Crdt = await library('@actual-app/crdt')
  if (crdt === null) return { contestant: notInstalled(label) }
  const columns = Object.keys(rows[0] ?? {})
  let count = 0
  const messages = rows.flatMap((row, at) =>
    columns.map((column): Message => {
      count += 1
      const timestamp = new crdt.Timestamp(
        1_700_000_000_000 + Math.floor(count / 60_000),
        count % 60_000,
        'a219e7a71cc18912',
      )
      return { row: `r${at}`, column, value: String(row[column]), timestamp: timestamp.toString() }
    }),
  )
  const run = (): number => {
    const folder = mkdtempSync(join(tmpdir(), 'selaras-actual-'))
    const db = openDatabase(join(folder, 'peer.db'), randomBytes(32))
    db.exec(
      `${schema} create table plain (id text primary key, ${columns.map((key) => `"${key}"`).join(', ')})`,
    )
    const start = performance.now()
    applyAll(crdt, db, messages, columns)
    const taken = performance.now() - start
    const { n } = db.prepare('select count(*) as n from plain').get() as { n: number }
    if (n !== rows.length) throw new Error(`${n} rows`)
    db.close()
    rmSync(folder, { recursive: true })
    return taken
  }
  return { contestant: { label, run } }
}
