import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { sealWith } from '../../../electron/store/box.ts'
import type { CommitBytes } from '../../../electron/store/commit-bytes.ts'
import { packBody } from '../../../electron/store/compress.ts'
import { publicBytes } from '../../../electron/store/keys.ts'
import { bodiesOf, commitAt } from '../../../electron/store/log.ts'
import { countLeftOut } from '../../../electron/store/sealed/sealed-index.ts'
import { RecordKeys } from '../../../electron/store/sealed/sealed-keys.ts'
import { keysWrappedTo, openPart, sealRows } from '../../../electron/store/sealed/sealed-part.ts'
import { encodeRows, type RowChange } from '../../../shared/commit/part.ts'
import { decodeSealed, encodeContent, encodeSealed, placeOfSealed } from '../../../shared/commit/sealed.ts'
import { must, refusal } from '../../fixtures/store.ts'
import { forge } from './forge.ts'
import { missing, type Node } from './network.ts'
import {
  change,
  exchange,
  login,
  make,
  named,
  nextPlace,
  noise,
  read,
  reasons,
  sealed,
  sealedAbout,
  takenOut,
  three,
  update,
} from './sealed.ts'

const lastSealed = ({ store }: Node): Uint8Array => {
  const { device, seq } = store.head()
  const stored = commitAt(store.reader.statements, device, seq)
  return bodiesOf(store.reader.statements, stored?.arrival ?? 0).get(0) as Uint8Array
}

it('who is not named writes nothing into a sealed record, though the keys of those who are stand in the log', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi), { body: 'asli' })
  exchange(siti, budi, cici)
  const officers = JSON.stringify(named(siti, budi, cici))
  const more = [sealed(cici, id, [update(id, { body: 'palsu', officers })], siti, budi, cici)]
  must(siti.store.receive([forge(cici, { more })]))
  expect(read(siti, id)).toMatchObject({ body: 'asli', officers: named(siti, budi) })
  expect(reasons(siti)).toEqual(['ruled'])
})

it('a key that somebody else put there seals nothing of what honest officers write', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi))
  exchange(siti, budi, cici)
  const place = nextPlace(cici)
  const known = randomBytes(32)
  const holders = [siti, budi].map(({ actor }) => publicBytes(actor.boxing))
  const keys = new RecordKeys()
  // The forged part says that nobody else holds the key that its author holds.
  keys.vouch(known, [], holders)
  const body = sealRows(place, id, encodeRows([update(id, { body: 'x' })], place), keys, holders)
  must(siti.store.receive([forge(cici, { more: [sealedAbout(id, body)] })]))
  must(change(siti, id, { body: 'sesudahnya' }))
  const mine = new RecordKeys()
  mine.learn(known, [])
  const { device, seq } = siti.store.head()
  expect(
    openPart(
      { workspace: place.workspace, device, seq },
      id,
      lastSealed(siti),
      mine,
      keysWrappedTo(cici.actor.boxing, lastSealed(siti)),
    ),
  ).toBeNull()
})

it('bytes that open for nobody hide nothing, and a part in another place does not open', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi), { body: 'asli' })
  const copied = lastSealed(siti)
  exchange(siti, budi, cici)
  const more = [noise(), copied].map((body) => sealedAbout(id, body))
  must(siti.store.receive([forge(cici, { more })]))
  expect(read(siti, id)).toMatchObject({ body: 'asli' })
  siti.store.openSealed(siti.actor)
  expect(read(siti, id)).toMatchObject({ body: 'asli' })
})

it('a named officer seals nothing but changes of that record: no role, no other record', () => {
  const [siti, budi] = three()
  const id = make(siti, named(siti, budi), { body: 'asli' })
  const other = make(siti, named(siti), { body: 'lain' })
  exchange(siti, budi)
  const { device, seq } = nextPlace(budi)
  const role: RowChange = {
    type: 'role',
    id: `${device}.${seq}.1`,
    operation: 'create',
    cells: { officer: budi.actor.officer, role: 'admin' },
  }
  const foreign = update(other, { body: 'palsu' })
  const more = [sealed(budi, id, [role], siti), sealed(budi, id, [foreign], siti)]
  must(siti.store.receive([forge(budi, { more })]))
  expect(reasons(siti)).toEqual(['content'])
  expect(read(siti, other)).toMatchObject({ body: 'lain' })
  expect(siti.store.reader.where('role', { officer: budi.actor.officer })).toHaveLength(1)
})

it('a sealed record in the open is refused', () => {
  const [siti, budi] = three()
  const { device, seq } = nextPlace(budi)
  const cells = { officers: JSON.stringify(named(budi)), subject: 'terbuka' }
  const open: RowChange = { type: 'secretCase', id: `${device}.${seq}.1`, operation: 'create', cells }
  must(siti.store.receive([forge(budi, { changes: [open] })]))
  expect(reasons(siti)).toEqual(['content'])
})

it('a part that is damaged inside is refused where it opens, and stops nobody', () => {
  const [siti, budi] = three()
  const id = make(siti, named(siti, budi), { body: 'asli' })
  exchange(siti, budi)
  const place = nextPlace(budi)
  const whole = sealed(budi, id, [update(id, { body: 'x' })], siti, budi)
  const { wraps } = decodeSealed(whole.body)
  const opened = openPart(
    place,
    id,
    whole.body,
    new RecordKeys(),
    keysWrappedTo(budi.actor.boxing, whole.body),
  )
  const plain = encodeContent({ holders: [], keys: [], rows: randomBytes(20) })
  const content = sealWith(opened?.key as Uint8Array, packBody(plain), placeOfSealed(place, id))
  const body = encodeSealed({ wraps, content })
  must(siti.store.receive([forge(budi, { more: [sealedAbout(id, body)] })]))
  expect(reasons(siti)).toEqual(['content'])
  expect(read(siti, id)).toMatchObject({ body: 'asli' })
  must(change(siti, id, { body: 'terus' }))
})

it('a part opens in its own place alone', () => {
  const [siti, budi] = three()
  const place = nextPlace(siti)
  const id = `${place.device}.1.1`
  const { body } = sealed(siti, id, [update(id, { body: 'x' })], budi)
  const opens = (at: typeof place, record = id): boolean =>
    openPart(at, record, body, new RecordKeys(), keysWrappedTo(budi.actor.boxing, body)) !== null
  expect(opens(place)).toBe(true)
  expect(opens({ ...place, seq: place.seq + 1 })).toBe(false)
  expect(opens({ ...place, device: budi.store.head().device })).toBe(false)
  expect(opens({ ...place, workspace: 'lain' })).toBe(false)
  expect(opens(place, `${place.device}.1.2`)).toBe(false)
})

/** What a part opens that `to` got hold of, with the keys that they know besides their own. */
const opensLast = (from: Node, to: Node, id: string, keys = new RecordKeys()): boolean => {
  const { device, seq } = from.store.head()
  const { workspace } = nextPlace(from)
  return (
    openPart(
      { workspace, device, seq },
      id,
      lastSealed(from),
      keys,
      keysWrappedTo(to.actor.boxing, lastSealed(from)),
    ) !== null
  )
}
/** A part sealed with a key that its author keeps, and says that only `holders` have. */
const planted = (from: Node, key: Uint8Array, change: RowChange, holders: readonly Node[]) => {
  const keys = new RecordKeys()
  const boxes = holders.map(({ actor }) => publicBytes(actor.boxing))
  keys.vouch(key, [], boxes)
  const place = nextPlace(from)
  const body = sealRows(place, change.id, encodeRows([change], place), keys, boxes)
  return forge(from, { more: [sealedAbout(change.id, body)] })
}
const knowing = (key: Uint8Array): RecordKeys => {
  const keys = new RecordKeys()
  keys.learn(key, [])
  return keys
}

it('a key in a part of a kind that nobody knows seals nothing, and clears nothing that hides', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi), { body: 'awal' })
  exchange(siti, budi, cici)
  const key = randomBytes(32)
  const change1 = { ...update(id, { a: 1 }), type: 'fromTheFuture' }
  must(siti.store.receive([planted(cici, key, change1, [siti, budi])]))
  must(change(siti, id, { ground: 'BARU' }))
  expect(opensLast(siti, cici, id, knowing(key))).toBe(false)
})

it('who was named in between has the first key, with which nothing more is sealed', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi))
  must(change(siti, id, { officers: named(siti, cici) }))
  const [place, toCici] = [{ ...nextPlace(siti), ...siti.store.head() }, lastSealed(siti)]
  must(change(siti, id, { officers: named(siti, budi) }))
  const keys = new RecordKeys()
  expect(openPart(place, id, toCici, keys, keysWrappedTo(cici.actor.boxing, toCici))).not.toBeNull()
  expect(opensLast(siti, cici, id, keys)).toBe(false)
})

it('who keeps a key back before being taken out reads nothing of what comes after', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi, cici))
  exchange(siti, budi, cici)
  const key = randomBytes(32)
  must(siti.store.receive([planted(cici, key, update(id, { body: 'biasa' }), [siti, budi])]))
  expect(read(siti, id)).toMatchObject({ body: 'biasa' })
  must(change(siti, id, { officers: named(siti, budi) }))
  must(change(siti, id, { ground: 'sesudahnya' }))
  expect(opensLast(siti, cici, id, knowing(key))).toBe(false)
})

it('who was taken out does not come back by saying that they did not know', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi, cici))
  exchange(siti, budi, cici)
  const seen = cici.store.log.vector()
  must(change(siti, id, { officers: named(siti, budi) }))
  exchange(siti, budi, cici)
  const officers = JSON.stringify(named(siti, budi, cici))
  const part = sealed(cici, id, [update(id, { officers })], siti, budi, cici)
  const hlc = siti.store.head().hlc + 10
  must(siti.store.receive([forge(cici, { seen, hlc, more: [part] })]))
  expect(read(siti, id)).toMatchObject({ officers: named(siti, budi) })
  must(change(siti, id, { ground: 'sesudahnya' }))
  expect(opensLast(siti, cici, id)).toBe(false)
})

it('who had a key by a commit that no longer counts has it all the same: nothing more is sealed with it', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi))
  exchange(siti, budi, cici)
  const from = budi.store.head().seq
  must(change(budi, id, { officers: named(siti, budi, cici) }))
  const toCici = lastSealed(budi)
  const place = { workspace: nextPlace(budi).workspace, ...budi.store.head() }
  exchange(siti, budi, cici)
  const [device] = siti.store.reader.where('device', { deviceId: budi.store.head().device })
  must(
    siti.store.commit(siti.actor, 'Cabut', (tx) => tx.update('device', device?.id ?? '', { lastSeq: from })),
  )
  expect(read(siti, id)).toMatchObject({ officers: named(siti, budi) })
  must(change(siti, id, { ground: 'sesudahnya' }))
  const keys = new RecordKeys()
  expect(openPart(place, id, toCici, keys, keysWrappedTo(cici.actor.boxing, toCici))).not.toBeNull()
  expect(opensLast(siti, cici, id, keys)).toBe(false)
})

const bare = (commits: readonly CommitBytes[]): CommitBytes[] =>
  commits.map((one) => ({ ...one, bodies: one.bodies.map(() => null) }))

it('a part that somebody left out on the way is put in its place when it comes, waiting or not', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi, cici), { body: 'awal' })
  exchange(siti, budi, cici)
  must(change(siti, id, { body: 'kedua' }))
  must(change(siti, id, { officers: named(siti, budi) }))
  const all = missing(siti.store, budi.store)
  must(budi.store.receive(bare(all).slice(-1)))
  must(budi.store.receive([...bare(all), ...all]))
  expect(read(budi, id)).toMatchObject({ body: 'kedua', officers: named(siti, budi) })
  must(change(budi, id, { ground: 'sesudahnya' }))
  expect(opensLast(budi, cici, id)).toBe(false)
})

it('until a part that somebody left out comes, its record shows nothing, and nobody writes into it for whom it took out', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi, cici), { body: 'awal' })
  exchange(siti, budi, cici)
  must(change(siti, id, { officers: named(siti, budi) }))
  const all = missing(siti.store, budi.store)
  must(budi.store.receive(bare(all)))
  expect(read(budi, id)).toBeNull()
  expect(refusal(change(budi, id, { ground: 'sesudahnya' })).type).toBe('NotFound')
  login(budi)
  expect(read(budi, id)).toBeNull()
  must(budi.store.receive(all))
  expect(read(budi, id)).toMatchObject({ officers: named(siti, budi) })
})

it('a part left out by somebody who is not named hides nothing', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi), { body: 'asli' })
  exchange(siti, budi, cici)
  must(siti.store.receive(bare([forge(cici, { more: [sealedAbout(id, randomBytes(90))] })])))
  expect(read(siti, id)).toMatchObject({ body: 'asli' })
})

it('a part with more keys wrapped than officers can be named is no part', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi))
  exchange(siti, budi, cici)
  const wraps = Array.from({ length: 300 }, () => randomBytes(92))
  const body = encodeSealed({ wraps, content: randomBytes(200) })
  must(siti.store.receive([forge(cici, { more: [sealedAbout(id, body)] })]))
  expect(read(siti, id)).not.toBeNull()
})

it('noise of somebody who was taken out and says not to know it hides the record, is told, and ends with that computer', () => {
  const { siti, budi, cici, id, old: seen } = takenOut()
  const { device, seq } = cici.store.head()
  must(siti.store.receive([forge(cici, { seen, more: [sealedAbout(id, noise())] })]))
  expect(read(siti, id)).toBeNull()
  expect(siti.store.refused()).toMatchObject([{ device, seq: seq + 1, reason: 'closed' }])
  const [enrolled] = siti.store.reader.where('device', { deviceId: device })
  must(
    siti.store.commit(siti.actor, 'Cabut', (tx) => tx.update('device', enrolled?.id ?? '', { lastSeq: seq })),
  )
  expect(read(siti, id)).toMatchObject({ body: 'asli', officers: named(siti, budi) })
  expect(reasons(siti)).toEqual(['revoked'])
})

it('bytes that open for nobody are told to those who read the record, once however many, and to nobody else', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti), { body: 'asli' })
  exchange(siti, budi, cici)
  const bytes = noise()
  const parts = [bytes, bytes, Buffer.of(9), Buffer.of(9)].map((body) => sealedAbout(id, body))
  const forged = forge(cici, { more: parts })
  for (const { store } of [siti, budi]) must(store.receive([forged]))
  expect(reasons(siti)).toEqual(['ruled'])
  expect(reasons(budi)).toEqual([])
  expect(read(siti, id)).toMatchObject({ body: 'asli' })
})

it('a record whose making was left out shows nothing and accuses nobody who changed it', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi, cici), { body: 'awal' })
  const all = missing(siti.store, budi.store)
  exchange(siti, cici)
  must(change(cici, id, { ground: 'jujur' }))
  must(budi.store.receive(bare(all)))
  must(budi.store.receive(missing(cici.store, budi.store)))
  expect(reasons(budi)).toEqual([])
  expect(read(budi, id)).toBeNull()
  must(budi.store.receive(all))
  expect(read(budi, id)).toMatchObject({ body: 'awal', ground: 'jujur' })
})

it('a part that nobody can bring is listed until its device is taken out', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi), { body: 'asli' })
  exchange(siti, budi, cici)
  must(siti.store.receive(bare([forge(cici, { more: [sealedAbout(id, randomBytes(90))] })])))
  expect(countLeftOut(siti.store.reader)).toBe(1)
  const { device, seq } = cici.store.head()
  const [enrolled] = siti.store.reader.where('device', { deviceId: device })
  must(
    siti.store.commit(siti.actor, 'Cabut', (tx) => tx.update('device', enrolled?.id ?? '', { lastSeq: seq })),
  )
  expect(countLeftOut(siti.store.reader)).toBe(0)
  expect(reasons(siti)).toEqual(['revoked'])
})
