import type { Contestant, Skipped } from '../harness.ts'
import { library, notInstalled } from '../peers.ts'
import type { PlainRow } from '../rows/sync.ts'

// biome-ignore lint/suspicious/noExplicitAny: peer libraries without types here
type Library = any
type Peer = {
  readonly apply: Contestant | Skipped
  readonly edits: Contestant | Skipped
  readonly bytes: Contestant | Skipped
}

const milliseconds = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}
const none = (name: string): Peer => {
  const skipped = notInstalled(name)
  return { apply: skipped, edits: skipped, bytes: skipped }
}
const whole = (found: number, wanted: number): void => {
  if (found !== wanted) throw new Error(`${found} rows instead of ${wanted}`)
}

const yjs = async (rows: readonly PlainRow[]): Promise<Peer> => {
  const name = 'Yjs, in memory'
  const Y: Library = await library('yjs')
  if (Y === null) return none(name)
  const doc = new Y.Doc()
  const list = doc.getMap('rows')
  for (const [at, row] of rows.entries()) list.set(`r${at}`, new Y.Map(Object.entries(row)))
  const inserts = Y.encodeStateAsUpdate(doc)
  const before = Y.encodeStateVector(doc)
  for (const at of rows.keys()) list.get(`r${at}`).set('position', at + 7)
  const edits = Y.encodeStateAsUpdate(doc, before)
  const one = Y.encodeStateVector(doc)
  list.get('r0').set('position', 99)
  const single = Y.encodeStateAsUpdate(doc, one).length
  const fresh = () => {
    const other = new Y.Doc()
    Y.applyUpdate(other, inserts)
    return other
  }
  return {
    apply: {
      label: name,
      run: () => milliseconds(() => whole(fresh().getMap('rows').size, rows.length)),
    },
    edits: {
      label: name,
      run: () => {
        const other = fresh()
        return milliseconds(() => Y.applyUpdate(other, edits))
      },
    },
    bytes: { label: 'Yjs, one edit, unsigned', run: () => single },
  }
}

const loro = async (rows: readonly PlainRow[]): Promise<Peer> => {
  const name = 'Loro, in memory'
  const L: Library = await library('loro-crdt')
  if (L === null) return none(name)
  const doc = new L.LoroDoc()
  const list = doc.getMap('rows')
  rows.forEach((row, at) => {
    const map = list.setContainer(`r${at}`, new L.LoroMap())
    for (const [key, value] of Object.entries(row)) map.set(key, value)
  })
  doc.commit()
  const inserts = doc.export({ mode: 'update' })
  const before = doc.version()
  for (const at of rows.keys()) list.get(`r${at}`).set('position', at + 7)
  doc.commit()
  const edits = doc.export({ mode: 'update', from: before })
  const one = doc.version()
  list.get('r0').set('position', 99)
  doc.commit()
  const single = doc.export({ mode: 'update', from: one }).length
  const fresh = () => {
    const other = new L.LoroDoc()
    other.import(inserts)
    return other
  }
  return {
    apply: { label: name, run: () => milliseconds(() => whole(fresh().getMap('rows').size, rows.length)) },
    edits: {
      label: name,
      run: () => {
        const other = fresh()
        return milliseconds(() => other.import(edits))
      },
    },
    bytes: { label: 'Loro, one edit, unsigned', run: () => single },
  }
}

const automerge = async (rows: readonly PlainRow[]): Promise<Peer> => {
  const name = 'Automerge, in memory'
  const A: Library = await library('@automerge/automerge')
  if (A === null) return none(name)
  type Doc = { rows: Record<string, Record<string, string | number>> }
  let doc = A.from({ rows: {} })
  doc = A.change(doc, (draft: Doc) => {
    rows.forEach((row, at) => {
      draft.rows[`r${at}`] = { ...row }
    })
  })
  const saved = A.save(doc)
  const heads = A.getHeads(doc)
  const edited = A.change(A.load(saved), (draft: Doc) => {
    const row = draft.rows['r0']
    if (row !== undefined) row['position'] = 99
  })
  const single = A.saveSince(edited, heads).length
  return {
    apply: {
      label: name,
      run: () => milliseconds(() => whole(Object.keys(A.load(saved).rows).length, rows.length)),
    },
    edits: { label: name, skipped: 'a few edits a second at this number of rows' },
    bytes: { label: 'Automerge, one edit, unsigned', run: () => single },
  }
}

/** Libraries that hold documents in memory and write no disk, verify nothing and know no rights. */
export const memoryPeers = async (
  rows: readonly PlainRow[],
): Promise<{
  readonly apply: readonly (Contestant | Skipped)[]
  readonly edits: readonly (Contestant | Skipped)[]
  readonly bytes: readonly (Contestant | Skipped)[]
}> => {
  const peers = [await yjs(rows), await loro(rows), await automerge(rows)]
  return {
    apply: peers.map(({ apply }) => apply),
    edits: peers.map(({ edits }) => edits),
    bytes: peers.map(({ bytes }) => bytes),
  }
}
