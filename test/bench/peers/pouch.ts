import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contestant, Skipped } from '../harness.ts'
import { library, notInstalled } from '../peers.ts'
import type { PlainRow } from '../rows/sync.ts'

const label = 'PouchDB, leveldb to leveldb'

// biome-ignore lint/suspicious/noExplicitAny: a peer library without types here
type Pouch = any

/** Replication of the same rows as documents between two databases on the disk; not encrypted, not signed. */
export const pouchPeer = async (
  rows: readonly PlainRow[],
): Promise<{ readonly contestant: Contestant | Skipped; readonly folder: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-pouch-'))
  const found: Pouch = await library('pouchdb')
  if (found === null) return { contestant: notInstalled(label), folder }
  const PouchDB = found.default ?? found
  const source = new PouchDB(join(folder, 'source'))
  await source.bulkDocs(rows.map((row, at) => ({ _id: `r${String(at).padStart(6, '0')}`, ...row })))
  let round = 0
  const run = async (): Promise<number> => {
    round += 1
    const target = new PouchDB(join(folder, `target${round}`))
    const start = performance.now()
    await source.replicate.to(target, { batch_size: 1000 })
    const taken = performance.now() - start
    const { doc_count: count } = await target.info()
    if (count !== rows.length) throw new Error(`${count} documents`)
    await target.destroy()
    return taken
  }
  return { contestant: { label, run, close: () => source.close() }, folder }
}
