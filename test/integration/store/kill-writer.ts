import { createPrivateKey, randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { BlobStore } from '../../../electron/store/blobs.ts'
import { privateKeyFrom } from '../../../electron/store/keys.ts'
import { readLocal } from '../../../electron/store/local.ts'
import { type Actor, Store } from '../../../electron/store/store.ts'
import { definitions, definitionsVersion } from '../../../shared/records/index.ts'

/** Writes until it is killed, and says on standard output which commits it holds for done. Starts at the first line of input. */
type Order = {
  readonly folder: string
  readonly key: string
  readonly officer: string
  readonly signing: string
  readonly seed: string
}

const [line] = (await once(process.stdin, 'data')) as [Buffer]
const order = JSON.parse(line.toString()) as Order
const path = join(order.folder, 'selaras.db')
const store = new Store({
  path,
  key: Buffer.from(order.key, 'hex'),
  definitions,
  definitionsVersion,
  now: Date.now,
})
store.actAs({
  workspace: String(readLocal(store.db, 'workspace')),
  device: String(readLocal(store.db, 'device')),
  signing: privateKeyFrom('ed25519', readLocal(store.db, 'deviceSeed') as Buffer),
})
const blobs = new BlobStore(join(order.folder, 'blobs'), readLocal(store.db, 'blobKey') as Buffer)
const admin: Actor = {
  officer: order.officer,
  capacity: 'Admin',
  grants: [{ role: 'admin', opd: null, from: null, until: null }],
  signing: createPrivateKey(order.signing),
}

// The invariant: every OPD has exactly one price of the same number, and the same state of deletion.
const pair = () => {
  const code = randomBytes(6).toString('hex')
  return store.commit(admin, `pasangan ${code}`, (tx) => {
    tx.create('opd', { code, name: `Dinas ${code}` })
    tx.create('priceStandard', { item: code, price: 1 })
  })
}
const many = () =>
  store.commit(admin, 'banyak', (tx) => {
    for (let n = 0; n < 250; n += 1) {
      const code = randomBytes(6).toString('hex')
      tx.create('opd', { code, name: `Dinas ${code} ${'isi '.repeat(20)}` })
      tx.create('priceStandard', { item: code, price: 1 })
    }
  })
const remove = () => {
  const opd = store.reader.row<{ id: string; code: string }>(
    'select id, code from opd where _deleted = 0 order by random() limit 1',
  )
  if (opd === undefined) return pair()
  const price = store.reader.where('priceStandard', { item: opd.code })[0]
  return store.commit(admin, 'hapus pasangan', (tx) => {
    tx.remove('opd', opd.id)
    tx.remove('priceStandard', price?.id ?? '')
  })
}
const attach = () => {
  const bytes = randomBytes(randomInt(1, 200_000))
  const stored = blobs.put(bytes)
  return store.commit(admin, 'lampiran', (tx) =>
    tx.create('attachment', { owner: order.officer, name: 'berkas', ...stored }),
  )
}

const kinds = [pair, pair, pair, remove, attach, many]
for (;;) {
  const done = (kinds[randomInt(kinds.length)] as typeof pair)()
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  writeSync(1, `${done.value.seq}\n`)
}
