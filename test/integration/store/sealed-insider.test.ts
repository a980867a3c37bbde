import { randomBytes } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { sealTo, sealWith } from '../../../electron/store/box.ts'
import type { CommitBytes } from '../../../electron/store/commit-bytes.ts'
import { packBody } from '../../../electron/store/compress.ts'
import { publicBytes } from '../../../electron/store/keys.ts'
import { RecordKeys } from '../../../electron/store/sealed/sealed-keys.ts'
import { Opening } from '../../../electron/store/sealed/sealed-opening.ts'
import { sealRows } from '../../../electron/store/sealed/sealed-part.ts'
import { encodeRows, type RowChange } from '../../../shared/commit/part.ts'
import { encodeContent, encodeSealed, mostKeys, placeOfSealed } from '../../../shared/commit/sealed.ts'
import { must } from '../../fixtures/store.ts'
import { forge } from './forge.ts'
import type { Node } from './network.ts'
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

/** Cici's chain says what she saw; then she says to know only what she knew at the beginning. */
const sayingLess = (
  cici: Node,
  old: Readonly<Record<string, number>>,
  partAt: (seq: number) => ReturnType<typeof sealedAbout>,
): CommitBytes[] => {
  const { device, seq } = cici.store.head()
  const knew = forge(cici, {})
  const seen = { ...old, [device]: seq + 1 }
  return [knew, forge(cici, { seq: seq + 2, previous: knew.hash, seen, more: [partAt(seq + 2)] })]
}

describe('who was taken out of a sealed record, and whose own chain knew it,', () => {
  it('writes nothing there by saying less', () => {
    const { siti, budi, cici, id, old } = takenOut()
    const rows = [update(id, { body: 'palsu' })]
    const sent = sayingLess(cici, old, (seq) => {
      const place = { ...nextPlace(cici), seq }
      const boxes = [siti, budi].map(({ actor }) => publicBytes(actor.boxing))
      return sealedAbout(id, sealRows(place, id, encodeRows(rows, place), new RecordKeys(), boxes))
    })
    for (const node of [siti, budi]) {
      must(node.store.receive(sent))
      expect(read(node, id)).toMatchObject({ body: 'asli' })
      expect(reasons(node)).toEqual(['ruled'])
    }
  })

  it('hides it from nobody by bytes that open for none', () => {
    const { siti, cici, id, old } = takenOut()
    must(siti.store.receive(sayingLess(cici, old, () => sealedAbout(id, noise()))))
    expect(read(siti, id)).toMatchObject({ body: 'asli' })
    expect(reasons(siti)).toEqual(['ruled'])
  })
})

it('bytes that open for nobody, of somebody named whose role ended, hide nothing', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi, cici), { body: 'asli' })
  exchange(siti, budi, cici)
  for (const role of siti.store.reader.where('role', { officer: cici.actor.officer }))
    must(siti.store.commit(siti.actor, 'Akhiri', (tx) => tx.remove('role', role.id)))
  exchange(siti, budi, cici)
  must(siti.store.receive([forge(cici, { more: [sealedAbout(id, noise())] })]))
  expect(read(siti, id)).toMatchObject({ body: 'asli' })
})

it('a record that one commit makes twice, for each reader another, is shown to neither', () => {
  const [siti, budi, cici] = three()
  const { device, seq } = nextPlace(cici)
  const id = `${device}.${seq}.1`
  const officers = JSON.stringify(named(siti, budi, cici))
  const made = (subject: string): RowChange => ({
    type: 'secretCase',
    id,
    operation: 'create',
    cells: { officers, subject },
  })
  const more = [
    sealed(cici, id, [made('Bersalah')], siti, cici),
    sealed(cici, id, [made('Tidak bersalah')], budi),
  ]
  const forged = forge(cici, { more })
  for (const node of [siti, budi]) {
    must(node.store.receive([forged]))
    for (const _again of [1, 2]) {
      expect(read(node, id)).toBeNull()
      expect(reasons(node)).toEqual(['closed'])
      login(node)
    }
  }
})

it('a record that one commit makes twice for the same reader is not made', () => {
  const [siti, , cici] = three()
  const { device, seq } = nextPlace(cici)
  const id = `${device}.${seq}.1`
  const officers = JSON.stringify(named(siti, cici))
  const more = ['Satu', 'Dua'].map((subject) =>
    sealed(cici, id, [{ type: 'secretCase', id, operation: 'create', cells: { officers, subject } }], siti),
  )
  must(siti.store.receive([forge(cici, { more })]))
  expect(read(siti, id)).toBeNull()
})

it('an officer who is named very often keeps nobody from writing', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi, cici), { body: 'awal' })
  exchange(siti, budi, cici)
  const often = Array.from({ length: 300 }, () => cici.actor.officer)
  const officers = JSON.stringify([...often, ...named(siti, budi)])
  const more = [sealed(cici, id, [update(id, { officers })], siti, budi, cici)]
  must(siti.store.receive([forge(cici, { more })]))
  must(change(siti, id, { ground: 'g' }))
})

const manyKeys = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_one, n) => {
    const key = new Uint8Array(32)
    new DataView(key.buffer).setUint32(0, n)
    return key
  })
const withKeys = (from: Node, id: string, count: number, to: readonly Node[]) => {
  const place = nextPlace(from)
  const key = randomBytes(32)
  const boxes = to.map(({ actor }) => publicBytes(actor.boxing))
  const rows = encodeRows([update(id, { body: 'biasa' })], place)
  const plain = encodeContent({ holders: boxes, keys: manyKeys(count), rows })
  const wraps = boxes.map((box) => sealTo(box, key, 'record'))
  const content = sealWith(key, packBody(plain), placeOfSealed(place, id))
  return sealedAbout(id, encodeSealed({ wraps, content }))
}

it('more keys than a record can have are none', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi, cici), { body: 'awal' })
  exchange(siti, budi, cici)
  must(siti.store.receive([forge(cici, { more: [withKeys(cici, id, mostKeys + 1, [siti, budi, cici])] })]))
  expect(reasons(siti)).toEqual(['content'])
  expect(read(siti, id)).toMatchObject({ body: 'awal' })
})

it('as many keys as a record can have spoil nothing that others then write', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi, cici), { body: 'awal' })
  exchange(siti, budi, cici)
  const sent = forge(cici, { more: [withKeys(cici, id, mostKeys, [siti, budi, cici])] })
  for (const { store } of [siti, budi]) must(store.receive([sent]))
  must(change(siti, id, { officers: named(siti, budi) }))
  must(change(siti, id, { ground: 'g' }))
  exchange(siti, budi)
  expect(read(budi, id)).toMatchObject({ body: 'biasa', ground: 'g' })
  login(budi)
  expect(read(budi, id)).toMatchObject({ body: 'biasa', ground: 'g' })
  expect(reasons(budi)).toEqual([])
})

it('bytes about a record that open for nobody make its later changes no slower', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi), { body: 'awal' })
  for (let n = 0; n < 30; n += 1) must(change(siti, id, { body: `b${n}` }))
  exchange(siti, budi, cici)
  must(siti.store.receive([forge(cici, { more: [sealedAbout(id, noise())] })]))
  must(change(budi, id, { ground: 'g' }))
  const opened = vi.spyOn(Opening.prototype, 'open')
  exchange(budi, siti)
  expect(opened.mock.calls.length).toBeLessThan(10)
  opened.mockRestore()
  expect(read(siti, id)).toMatchObject({ ground: 'g' })
})

it('a key whose holder is not known seals nothing, however many other keys there are', () => {
  const [mine, theirs] = [randomBytes(32), randomBytes(32)]
  const keys = new RecordKeys()
  for (const key of manyKeys(8 * mostKeys)) keys.learn(key, [])
  const hers = randomBytes(32)
  keys.vouch(hers, [], [theirs])
  expect(keys.keyFor([mine, theirs]).equals(hers)).toBe(true)
  expect(keys.keyFor([mine]).equals(hers)).toBe(false)
})

it('an officer whose key takes nothing reads nothing new, and keeps nobody from writing', () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi, cici), { body: 'awal' })
  exchange(siti, budi, cici)
  const { officer } = cici.actor
  const [known] = siti.store.reader.where('credential', { officer })
  const worthless = { officer, signKey: known?.signKey ?? null, boxKey: new Uint8Array(32) }
  must(siti.store.commit(siti.actor, 'Kunci', (tx) => tx.create('credential', worthless)))
  must(change(siti, id, { ground: 'g' }))
  exchange(siti, budi)
  expect(read(budi, id)).toMatchObject({ ground: 'g' })
})
