import { describe, expect, it } from 'vitest'
import { bodiesOf, type StoredCommit } from '../../../electron/store/log.ts'
import { foldWal } from '../../../electron/store/sealed/sealed-destroy.ts'
import { leftOut } from '../../../electron/store/sealed/sealed-index.ts'
import { undo } from '../../../electron/store/undo.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { decodeHeader } from '../../../shared/commit/header.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import { must, refusal } from '../../fixtures/store.ts'
import { forge } from './forge.ts'
import { hashOf, missing, type Node } from './network.ts'
import { change, exchange, login, make, named, read, send, three } from './sealed.ts'

const destroy = ({ store, actor }: Node, record: string, values: object = {}) =>
  store.commit(actor, 'Pemusnahan', (tx) =>
    tx.create('sealedDestruction', { record, reason: 'masa retensi habis', basis: 'JRA 12', ...values }),
  )
/** Sealed parts of a record that lie in the file, whatever else says that they do. */
const bodiesFor = ({ store }: Node, record: string): number => {
  const commits = store.reader.rows<StoredCommit>('select * from _log')
  return commits.flatMap(({ arrival, header }) => {
    const bodies = bodiesOf(store.reader.statements, arrival)
    return decodeHeader(header).parts.filter(({ about }, n) => about === record && bodies.has(n))
  }).length
}
/** Cici was an administrator for a moment and destroyed; her device was taken out from before that. `later`: what Siti wrote since. */
const endedDestruction = () => {
  const [siti, budi, cici] = three()
  const made = { officer: cici.actor.officer, role: 'admin' } as const
  must(siti.store.commit(siti.actor, 'Peran', (tx) => tx.create('role', made)))
  const id = make(siti, named(siti, budi), { body: 'awal' })
  exchange(siti, budi, cici)
  const { device, seq } = cici.store.head()
  const thief = { ...cici, actor: { ...cici.actor, grants: siti.actor.grants } }
  must(destroy(thief, id, { approver: siti.actor.officer }))
  must(change(siti, id, { body: 'kedua' }))
  const enrolled = siti.store.reader.where('device', { deviceId: device })[0]?.id ?? ''
  must(siti.store.commit(siti.actor, 'Cabut', (tx) => tx.update('device', enrolled, { lastSeq: seq })))
  return { siti, budi, cici, id, later: missing(siti.store, budi.store) }
}
const faults = ({ store }: Node) => verifyChain(store.db).faults

describe('destroying the keys of a sealed record', () => {
  it('takes its content from every device that learns of it, and every chain still verifies', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi), { body: 'habis' })
    const other = make(siti, named(siti, budi), { body: 'tetap' })
    must(change(siti, id, { ground: 'lagi' }))
    exchange(siti, budi, cici)
    expect([siti, budi, cici].map((node) => bodiesFor(node, id))).toEqual([2, 2, 2])
    must(destroy(siti, id, { approver: budi.actor.officer }))
    exchange(siti, budi, cici)
    for (const node of [siti, budi, cici]) {
      expect(bodiesFor(node, id)).toBe(0)
      expect(bodiesFor(node, other)).toBe(1)
      expect(faults(node)).toEqual([])
      expect(read(node, id)).toBeNull()
      login(node)
      expect(read(node, id)).toBeNull()
      expect(node.store.reader.where('sealedDestruction', { record: id })).toMatchObject([
        { reason: 'masa retensi habis', basis: 'JRA 12', approver: budi.actor.officer },
      ])
    }
    expect(read(budi, other)).toMatchObject({ body: 'tetap' })
    expect(new Set([siti, budi, cici].map(({ store }) => hashOf(store))).size).toBe(1)
  })

  it('drops what arrives later, and what still waits', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi))
    exchange(siti, budi, cici)
    must(change(budi, id, { body: 'pertama' }))
    must(change(budi, id, { body: 'kedua' }))
    must(cici.store.receive(missing(budi.store, cici.store).slice(1)))
    expect(cici.store.held.list()).toHaveLength(1)
    must(destroy(siti, id, { approver: budi.actor.officer }))
    send(siti, cici)
    expect(cici.store.held.waiting().flatMap(({ commit }) => commit.bodies)).toEqual([null])
    send(budi, cici)
    send(budi, siti)
    for (const node of [siti, cici]) {
      expect(bodiesFor(node, id)).toBe(0)
      expect(faults(node)).toEqual([])
    }
    expect(cici.store.held.list()).toEqual([])
  })

  it('takes what waits where it is written, at once', () => {
    const [siti, budi] = three()
    const id = make(siti, named(siti, budi))
    exchange(siti, budi)
    must(change(budi, id, { body: 'pertama' }))
    must(change(budi, id, { body: 'kedua' }))
    must(siti.store.receive(missing(budi.store, siti.store).slice(1)))
    must(destroy(siti, id, { approver: budi.actor.officer }))
    expect(siti.store.held.waiting().flatMap(({ commit }) => commit.bodies)).toEqual([null])
  })

  it('is followed by what comes with it and waits', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi))
    exchange(siti, budi, cici)
    must(change(budi, id, { body: 'pertama' }))
    must(change(budi, id, { body: 'kedua' }))
    const second = missing(budi.store, cici.store).slice(1)
    must(destroy(siti, id, { approver: budi.actor.officer }))
    must(cici.store.receive([...missing(siti.store, cici.store), ...second]))
    expect(cici.store.held.waiting().flatMap(({ commit }) => commit.bodies)).toEqual([null])
    send(budi, cici)
    expect(cici.store.held.list()).toEqual([])
    expect(leftOut(cici.store.reader, 9)).toEqual([])
  })

  it('that ended with its device leaves what it took missing, until it comes again', () => {
    const { siti, budi, cici, id, later } = endedDestruction()
    send(cici, budi)
    expect(read(budi, id)).toBeNull()
    must(budi.store.receive(later))
    expect([read(budi, id), leftOut(budi.store.reader, 9).length]).toEqual([null, 1])
    must(budi.store.receive(siti.own()))
    expect(read(budi, id)).toMatchObject({ body: 'kedua' })
    expect(leftOut(budi.store.reader, 9)).toEqual([])
    expect(hashOf(budi.store)).toBe(hashOf(siti.store))
  })

  it('takes nothing of what comes in the very batch that ends it', () => {
    const { siti, budi, cici, id } = endedDestruction()
    send(cici, budi)
    must(budi.store.receive(siti.own()))
    expect(read(budi, id)).toMatchObject({ body: 'kedua' })
  })

  it('is told to those who watch the records here', () => {
    const [siti, budi] = three()
    const id = make(siti, named(siti, budi))
    siti.store.takeChangedTypes()
    must(destroy(siti, id, { approver: budi.actor.officer }))
    expect(siti.store.takeChangedTypes().sort()).toEqual(['sealedDestruction', 'secretCase'])
  })

  it('a device that gets the log without the bodies verifies it and takes part', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi))
    must(siti.store.commit(siti.actor, 'OPD', (tx) => tx.create('opd', { code: '1', name: 'Dinas' })))
    send(siti, cici, (all) =>
      all.map((one) =>
        one.bodies.length === 1
          ? { ...one, bodies: one.bodies.map((body, n) => (n === 0 && isSealed(siti, body) ? null : body)) }
          : one,
      ),
    )
    expect(bodiesFor(cici, id)).toBe(0)
    expect(faults(cici)).toEqual([])
    expect(hashOf(cici.store)).toBe(hashOf(siti.store))
  })

  it('needs a reason, a legal basis and a second officer who is on duty, and an administrator', () => {
    const [siti, budi] = three()
    const id = make(siti, named(siti, budi))
    exchange(siti, budi)
    const approver = budi.actor.officer
    for (const values of [
      {},
      { approver: siti.actor.officer },
      { approver: `${siti.store.head().device}.99.9` },
      { approver, reason: ' ' },
      { approver, basis: null },
    ])
      expect(refusal(destroy(siti, id, values)).type).toBe('NeedsApprover')
    expect(refusal(destroy(budi, id, { approver: siti.actor.officer })).type).toBe('Forbidden')
    expect(bodiesFor(siti, id)).toBe(1)
  })

  it('is neither undone nor changed', () => {
    const [siti, budi] = three()
    const id = make(siti, named(siti, budi))
    const done = must(destroy(siti, id, { approver: budi.actor.officer }))
    expect(refusal(undo(siti.store, siti.actor, done.commit)).type).toBe('NoUndo')
    const removed = siti.store.commit(siti.actor, '', (tx) => tx.remove('sealedDestruction', done.value))
    expect(refusal(removed).type).toBe('DestructionStays')
  })

  it('takes nothing where whoever says it may not', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi), { body: 'tetap' })
    exchange(siti, budi, cici)
    const { device, seq } = cici.store.head()
    const destruction: RowChange = {
      type: 'sealedDestruction',
      id: `${device}.${seq + 1}.1`,
      operation: 'create',
      cells: { record: id },
    }
    expect(must(siti.store.receive([forge(cici, { changes: [destruction] })])).refused).toHaveLength(1)
    login(siti)
    expect(read(siti, id)).toMatchObject({ body: 'tetap' })
  })

  it('is seen by another process that has the record open, which writes nothing more of it', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi))
    exchange(siti, budi, cici)
    const other = siti.beside()
    try {
      other.openSealed(siti.actor)
      expect(other.readerFor('secretCase').find('secretCase', id)).not.toBeNull()
      must(destroy(siti, id, { approver: budi.actor.officer }))
      expect(other.readerFor('secretCase').find('secretCase', id)).toBeNull()
      const done = other.commit(siti.actor, '', (tx) => tx.update('secretCase', id, { ground: 'lagi' }))
      expect(refusal(done).type).toBe('NotFound')
    } finally {
      other.close()
    }
  })

  it('leaves the other commits that come with one of an unknown format as they are', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi))
    must(destroy(siti, id, { approver: budi.actor.officer }))
    make(budi, named(budi))
    const odd = { ...forge(cici, {}), header: new Uint8Array([9, 9]) }
    expect(must(siti.store.receive([odd, ...missing(budi.store, siti.store)])).applied).toBe(1)
  })
})

const isSealed = ({ store }: Node, body: Uint8Array | null): boolean =>
  store.db.prepare('select 1 from _localSealed join _part on id = part where body = ?').get(body) !==
  undefined

it('a disk that is full when the -wal is folded makes no failure of what was written', () => {
  const full = {
    pragma: () => {
      throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
    },
  }
  expect(foldWal(full as never)).toBe(false)
  const broken = {
    pragma: () => {
      throw new TypeError('defect')
    },
  }
  expect(() => foldWal(broken as never)).toThrow('defect')
})
