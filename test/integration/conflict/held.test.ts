import { afterAll, beforeAll, expect, it } from 'vitest'
import { listHeld } from '../../../electron/conflict/held.ts'
import { release, take } from '../../../electron/conflict/held-acts.ts'
import { sealedElsewhere } from '../../../electron/feature.ts'
import { type CommitBytes, packCommit } from '../../../electron/store/commit-bytes.ts'
import { publicBytes } from '../../../electron/store/keys.ts'
import { readLocal } from '../../../electron/store/local.ts'
import { commitAt } from '../../../electron/store/log.ts'
import { RecordKeys } from '../../../electron/store/sealed/sealed-keys.ts'
import { sealRows } from '../../../electron/store/sealed/sealed-part.ts'
import { decodeHeader, sealedPart } from '../../../shared/commit/header.ts'
import { encodeRows } from '../../../shared/commit/part.ts'
import type { HeldEntry } from '../../../shared/contract/conflict.ts'
import { definitions } from '../../../shared/records/index.ts'
import { secretCase } from '../../fixtures/secret-case.ts'
import { must, refusal, testNow } from '../../fixtures/store.ts'
import { forge } from '../store/forge.ts'
import { hashOf, missing, type Network, type Node, openNetwork } from '../store/network.ts'
import { deskOf } from './desk.ts'

let network: Network
let a: Node
let b: Node
let c: Node
beforeAll(() => {
  network = openNetwork({ devices: 3 }, ['perencana', 'hanya_lihat'])
  ;[a, b, c] = network.nodes as [Node, Node, Node]
})
afterAll(() => network.close())

const list = () => must(listHeld(deskOf(a).query))
const only = (entries: readonly HeldEntry[], said: string): HeldEntry => {
  const found = entries.filter((entry) => entry.said === said)
  if (found.length !== 1) throw new Error(`${found.length} entries say ${said}`)
  return found[0] as HeldEntry
}
const add = (node: Node, code: string) =>
  must(
    node.store.commit(node.actor, `OPD ${code}`, (tx) => tx.create('opd', { code, name: `Dinas ${code}` })),
  )
const named = (all: readonly CommitBytes[], said: string): CommitBytes => {
  const found = all.find(({ header }) => decodeHeader(header).reason === said)
  if (found === undefined) throw new Error(`nothing says ${said}`)
  return found
}

it('what waits says for what, in words that name the computer and the numbers', () => {
  for (const code of ['1', '2', '3', '4']) add(b, code)
  const all = missing(b.store, a.store)
  const { seq } = b.store.head()
  must(a.store.receive([named(all, 'OPD 3'), named(all, 'OPD 4')]))
  const { entries, waiting, total } = list()
  expect([waiting, total]).toEqual([2, 2])
  const third = only(entries, 'OPD 3')
  expect(third).toMatchObject({
    state: 'waiting',
    computer: 'laptop 0',
    officer: 'Petugas 0',
    releasable: false,
  })
  expect(third.why).toContain(`catatan nomor ${seq - 3} sampai ${seq - 2} dari laptop 0`)
  expect(only(entries, 'OPD 4').why).toContain(`${seq - 3} sampai ${seq - 2}`)
  must(a.store.receive(all))
  expect(list()).toMatchObject({ waiting: 0, total: 0 })
})

it('a clock that runs ahead is told in days, and an admin lets its entries in with what stands behind them', () => {
  const day = 24 * 60 * 60 * 1000
  b.clock = testNow + 3 * day
  for (const code of ['10', '11', '12']) add(b, code)
  must(a.store.receive(missing(b.store, a.store)))
  const { entries } = list()
  const first = only(entries, 'OPD 10')
  expect(first).toMatchObject({ releasable: true, state: 'waiting' })
  expect(first.why).toContain('3 hari lebih maju')
  expect(only(entries, 'OPD 11').why).toMatch(/catatan sebelumnya dari komputer yang sama/)
  const { device, seq } = b.store.head()
  expect(refusal(release(deskOf(a).command, { device, until: first.seq - 1 })).type).toBe('NotFound')
  const one = must(release(deskOf(a).command, { device, until: first.seq }))
  expect(one).toMatchObject({ released: 1, applied: 1 })
  const rest = must(release(deskOf(a).command, { device, until: seq }))
  expect(rest).toMatchObject({ released: 2, applied: 2 })
  expect(list()).toMatchObject({ waiting: 0 })
  must(c.store.receive([...missing(b.store, c.store), ...missing(a.store, c.store)]))
  must(b.store.receive(missing(a.store, b.store)))
  for (const { store } of [b, c]) expect(hashOf(store)).toBe(hashOf(a.store))
  b.clock = testNow
})

it('what was laid aside or refused is there with its reason and goes nowhere, and its very bytes can be taken along', () => {
  must(c.store.receive(missing(a.store, c.store)))
  // An officer who may only look, on a client that does not ask.
  must(
    c.store.commit({ ...c.actor, grants: a.actor.grants }, 'Ubah diam-diam', (tx) => {
      tx.facts['event'] = 'recovery'
      tx.create('opd', { code: '99', name: 'Dinas Palsu' })
    }),
  )
  const own = named(missing(c.store, a.store), 'Ubah diam-diam')
  const forged = { ...own, officerSignature: own.deviceSignature }
  must(a.store.receive([forged]))
  const aside = only(list().entries, 'Ubah diam-diam')
  expect(aside).toMatchObject({ state: 'waiting', releasable: false })
  expect(aside.why).toContain('kunci yang belum dikenal di sini sebagai milik Petugas 1')
  const taken = must(take(deskOf(a).command, { key: aside.key }))
  expect(Buffer.from(taken.bytes).equals(Buffer.from(packCommit(forged)))).toBe(true)

  must(a.store.receive([own]))
  const refused = list().entries.filter(({ state }) => state === 'refused')
  expect(refused).toMatchObject([{ computer: 'laptop 1', officer: 'Petugas 1', said: 'Ubah diam-diam' }])
  expect(refused[0]?.why).toContain('peran Petugas 1 tidak mencakup')
  const copy = must(take(deskOf(a).command, { key: refused[0]?.key ?? '' }))
  expect(Buffer.from(copy.bytes).equals(Buffer.from(packCommit(own)))).toBe(true)
  const { device, seq } = a.store.head()
  expect(commitAt(a.store.reader.statements, device, seq)?.reason).toContain('Ambil berkas catatan')
  expect(list().entries.map(({ state }) => state)).toEqual(['refused'])
  expect(refusal(take(deskOf(a).command, { key: 'aaaaaaaaaa.7' })).type).toBe('NotFound')
})

it('what comes after a computer was taken out says since when, and what of it still counts', () => {
  const id = a.store.reader.where('device', { name: 'laptop 1' })[0]?.id ?? ''
  const { seq, hash } = c.store.head()
  must(
    a.store.commit(a.actor, 'Cabut laptop 1', (tx) =>
      tx.update('device', id, { lastSeq: seq, lastHash: new Uint8Array(hash) }),
    ),
  )
  must(
    c.store.commit({ ...c.actor, grants: a.actor.grants }, 'OPD 50', (tx) => {
      tx.facts['event'] = 'recovery'
      tx.create('opd', { code: '50', name: 'Dinas 50' })
    }),
  )
  must(a.store.receive(missing(c.store, a.store)))
  expect(only(list().entries, 'OPD 50').why).toContain('sudah dicabut pada 21 November 2026')
})

it('an officer of one OPD sees nothing of it', () => {
  const narrow = deskOf(a, ['verifikator', 'aaaaaaaaaa.1.1'])
  expect(must(listHeld(narrow.query))).toEqual({ entries: [], total: 0, waiting: 0 })
})

it('bytes that are no entry are kept and said to be unreadable', () => {
  const junk: CommitBytes = {
    header: new Uint8Array([1, 2, 3]),
    deviceSignature: new Uint8Array(64),
    officerSignature: new Uint8Array(64),
    bodies: [],
  }
  must(a.store.receive([junk]))
  const entry = only(list().entries, 'Catatan yang tidak terbaca')
  expect(entry).toMatchObject({ state: 'aside', officer: '', time: '' })
  const { bytes } = must(take(deskOf(a).command, { key: entry.key }))
  expect(Buffer.from(bytes).equals(Buffer.from(packCommit(junk)))).toBe(true)
})

/** As the thread of the writer asks, where sealed records are open. */
const atOpened = (node: Node) => {
  const reader = node.store.openedReader()
  if (reader === null) throw new Error('nobody is logged in')
  return { ...deskOf(node).query, reader }
}

it('a commit that came without its sealed part is listed until the whole one comes', () => {
  const secret = openNetwork({ devices: 2, definitions: [...definitions, secretCase] }, ['verifikator'])
  try {
    const [siti, budi] = secret.nodes as [Node, Node]
    for (const { store, actor } of [siti, budi]) store.openSealed(actor)
    must(
      budi.store.commit(budi.actor, '', (tx) =>
        tx.create('secretCase', { officers: [siti.actor.officer, budi.actor.officer] }),
      ),
    )
    const all = missing(budi.store, siti.store)
    must(siti.store.receive(all.map((one) => ({ ...one, bodies: [null] }))))
    const listed = () => must(listHeld(atOpened(siti)))
    const { device, seq } = budi.store.head()
    expect(listed()).toMatchObject({ total: 1, waiting: 1 })
    const [entry] = listed().entries
    expect(entry).toMatchObject({
      key: `${device}.${seq}`,
      state: 'waiting',
      said: 'Perubahan berkas rahasia',
    })
    expect(entry?.why).toContain('Isi rahasianya tidak ikut datang')
    must(take(deskOf(siti).command, { key: entry?.key ?? '' }))
    must(siti.store.receive(all))
    expect(listed()).toMatchObject({ total: 0, waiting: 0, entries: [] })
  } finally {
    secret.close()
  }
})

it('a sealed change that was refused is listed for whoever can open it, and for nobody else', () => {
  const secret = openNetwork({ devices: 3, definitions: [...definitions, secretCase] }, ['verifikator'])
  try {
    const [siti, budi, cici] = secret.nodes as [Node, Node, Node]
    for (const { store, actor } of secret.nodes) store.openSealed(actor)
    const officers = [siti.actor.officer, budi.actor.officer]
    const id = must(siti.store.commit(siti.actor, '', (tx) => tx.create('secretCase', { officers }))).value
    const change = { type: 'secretCase', id, operation: 'update', cells: { body: 'palsu' } } as const
    for (const { store } of [budi, cici]) must(store.receive(missing(siti.store, store)))
    const { device, seq } = cici.store.head()
    const place = { workspace: String(readLocal(cici.store.db, 'workspace')), device, seq: seq + 1 }
    const boxes = [publicBytes(siti.actor.boxing), publicBytes(budi.actor.boxing)]
    const body = sealRows(place, id, encodeRows([change], place), new RecordKeys(), boxes)
    const forged = forge(cici, { more: [{ kind: sealedPart, rows: 1, about: id, body }] })
    for (const { store } of [siti, budi]) must(store.receive([forged]))
    const [entry] = must(listHeld(atOpened(siti))).entries
    expect(entry).toMatchObject({ state: 'refused', device, seq: seq + 1, said: 'ditempa' })
    expect(entry?.why).toContain('hanya diubah oleh petugas yang disebut di dalamnya')
    must(take(deskOf(siti).command, { key: entry?.key ?? '' }))
    expect(must(listHeld(atOpened(cici))).entries).toEqual([])
    expect(refusal(listHeld(deskOf(siti).query)).type).toBe(sealedElsewhere)
  } finally {
    secret.close()
  }
})

it('what only a newer version can read is said once for each computer, and may be taken along', () => {
  const mixed = openNetwork({ devices: 2 })
  try {
    const [office, laptop] = mixed.nodes as [Node, Node]
    const { device, seq } = laptop.store.head()
    const id = `${device}.${seq + 1}.1`
    const visit = { type: 'visit', id, operation: 'create', cells: { words: 'temuan' } } as const
    must(office.store.receive([forge(laptop, { changes: [visit] })]))
    const { entries, total } = must(listHeld(deskOf(office).query))
    expect(entries).toMatchObject([{ state: 'waiting', device, seq: seq + 1, releasable: false }])
    expect(entries[0]?.why).toContain('1 catatan dari komputer ini memuat isi dari Selaras yang lebih baru')
    expect(total).toBe(1)
    must(take(deskOf(office).command, { key: entries[0]?.key ?? '' }))
  } finally {
    mixed.close()
  }
})

it('who was taken out of a sealed record is told that it is closed, not by whom', () => {
  const secret = openNetwork({ devices: 2, definitions: [...definitions, secretCase] }, ['verifikator'])
  try {
    const [siti, budi] = secret.nodes as [Node, Node]
    for (const { store, actor } of secret.nodes) store.openSealed(actor)
    const officers = [siti.actor.officer, budi.actor.officer]
    const id = must(siti.store.commit(siti.actor, '', (tx) => tx.create('secretCase', { officers }))).value
    must(budi.store.receive(missing(siti.store, budi.store)))
    const alone = { officers: [siti.actor.officer] }
    must(siti.store.commit(siti.actor, '', (tx) => tx.update('secretCase', id, alone)))
    must(budi.store.receive(missing(siti.store, budi.store)))
    const reader = budi.store.openedReader() ?? budi.store.reader
    const narrow = deskOf(budi, ['verifikator', 'aaaaaaaaaa.1.1']).query
    const { entries, total } = must(listHeld({ ...narrow, reader }))
    expect(total).toBe(1)
    expect(entries).toMatchObject([{ state: 'waiting', officer: '', computer: '', seq: 0, time: '' }])
    expect(entries[0]?.why).toContain('tidak terbuka bagi Anda')
  } finally {
    secret.close()
  }
})
