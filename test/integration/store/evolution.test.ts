import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CommitBytes } from '../../../electron/store/commit-bytes.ts'
import { disputeOf } from '../../../electron/store/disputes.ts'
import type { Reader } from '../../../electron/store/reader.ts'
import type { Store } from '../../../electron/store/store.ts'
import type { UnreadReason } from '../../../electron/store/unread.ts'
import { rebuild } from '../../../electron/store/upkeep/rebuild.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { inItsTurn, isPlanted, must, times } from '../../fixtures/store.ts'
import { keyOf, versions } from '../../fixtures/versions.ts'
import { forge } from './forge.ts'
import {
  hashOf,
  missing,
  type Network,
  type Node,
  openPrepared,
  type Prepared,
  prepareNetwork,
} from './network.ts'

let prepared: Prepared
let network: Network
beforeAll(() => {
  prepared = prepareNetwork({ devices: 4, ...versions[0] }, ['perencana'])
})
afterAll(() => prepared.remove())

/** Devices that work with these versions, the first of them the administrator's. */
const devices = (...at: readonly (0 | 1 | 2)[]): Node[] => {
  network = openPrepared(prepared, at.length)
  for (const [n, version] of at.entries()) network.nodes[n]?.reopen(versions[version])
  return [...network.nodes]
}
afterEach(() => network.close())

const give = (from: Node, to: Node): void => void must(to.store.receive(missing(from.store, to.store)))
const all = (nodes: readonly Node[]): void => {
  for (const _twice of [1, 2]) for (const from of nodes) for (const to of nodes) give(from, to)
}
const make = ({ store, actor }: Node, values: Record<string, unknown>, type = 'machine'): string =>
  must(store.commit(actor, 'baru', (tx) => tx.create(type, values))).value
const change = ({ store, actor }: Node, id: string, values: Record<string, unknown>): void =>
  void must(store.commit(actor, 'ubah', (tx) => tx.update('machine', id, values)))
const row = ({ store }: Node, id: string): Record<string, unknown> | null => store.reader.find('machine', id)
const found = (store: Store): number[] =>
  ['gudang', 'server', 'temuan'].map(
    (word) => store.reader.rows('select rowid from _search where _search match ?', word).length,
  )
const refusedBy = ({ store }: Node): string[] =>
  store.refused().map(({ device, seq, reason }) => `${device}.${seq} ${reason}`)

type UnreadPart = {
  readonly device: string
  readonly seq: number
  readonly said: string
  readonly reason: UnreadReason
  readonly record: string
  readonly key: string
}
/** All that this version does not read, oldest first. */
const unreadParts = (reader: Reader): UnreadPart[] =>
  reader.rows(
    `select device, seq, _log.reason as said, _unread.reason as reason, record, key
     from _unread join _log using (arrival) order by arrival, type, record, key`,
  )

/** All tables, the search index and the verdicts are those of a device that had this version from the beginning. */
const expectAsFresh = (node: Node, everybody: readonly Node[]): void => {
  const fresh = everybody.at(-1) as Node
  for (const from of everybody) give(from, fresh)
  expect(hashOf(node.store)).toBe(hashOf(fresh.store))
  expect(found(node.store)).toEqual(found(fresh.store))
  expect(refusedBy(node).sort()).toEqual(refusedBy(fresh).sort())
  expect(
    unreadParts(node.store.reader)
      .map(({ device, seq, key }) => `${device}.${seq} ${key}`)
      .sort(),
  ).toEqual(
    unreadParts(fresh.store.reader)
      .map(({ device, seq, key }) => `${device}.${seq} ${key}`)
      .sort(),
  )
}

/** A record of a type that the officer of this device may not write in the second version. */
const forgedVisit = (node: Node): CommitBytes => {
  const { device, seq } = node.store.head()
  const made = {
    type: 'visit',
    id: `${device}.${seq + 1}.1`,
    operation: 'create',
    cells: { words: 'temuan' },
  } as const
  return forge(node, { changes: [made], definitions: 12 })
}

describe('what a device does not know yet', () => {
  it('waits in its log, field and type, and is there after the upgrade', () => {
    const [old, now, fresh] = devices(0, 2, 2) as [Node, Node, Node]
    const id = make(now, { name: 'Server', site: 'Gudang', serial: 'SN-1', state: 'dihapus' })
    make(now, { machine: id, words: 'temuan' }, 'visit')
    give(now, old)
    expect(row(old, id)).toMatchObject({ name: 'Server', place: null, state: null })
    expect(unreadParts(old.store.reader).map(({ reason, key }) => `${reason} ${key}`)).toEqual([
      'field serial',
      'field site',
      'value state',
      'type ',
    ])
    old.reopen(versions[2])
    expect(row(old, id)).toMatchObject({ site: 'Gudang', serial: 'SN-1', state: 'dihapus' })
    expect(old.store.reader.where('visit', {})).toHaveLength(1)
    expect(unreadParts(old.store.reader)).toEqual([])
    expectAsFresh(old, [old, now, fresh])
  })

  it('stays when an officer of the older version writes beside it', () => {
    const [old, now, fresh] = devices(0, 2, 2) as [Node, Node, Node]
    const id = make(now, { name: 'Server', serial: 'SN-1', cost: 5, source: 'APBD', shared: true })
    give(now, old)
    change(old, id, { name: 'Server baru' })
    change(old, id, { cost: 7 })
    give(old, now)
    const kept = { name: 'Server baru', serial: 'SN-1', cost: 7, source: 'APBD', shared: true }
    expect(row(now, id)).toMatchObject(kept)
    old.reopen(versions[2])
    expect(row(old, id)).toMatchObject(kept)
    expectAsFresh(old, [old, now, fresh])
  })

  it('is nothing beside a deletion while it cannot be read, whichever came first', () => {
    const [old, now, fresh] = devices(0, 2, 2) as [Node, Node, Node]
    const id = make(now, { name: 'Server' })
    give(now, old)
    change(old, id, { power: 'banyak' })
    must(now.store.commit(now.actor, 'hapus', (tx) => tx.remove('machine', id)))
    give(old, fresh)
    all([old, now, fresh])
    expect(hashOf(now.store)).toBe(hashOf(fresh.store))
    expect(disputeOf(now.store.reader, id)).toBeNull()
    // The version that wrote it reads it: whether the record shall stay deleted is asked there.
    expect(disputeOf(old.store.reader, id)?.units).toMatchObject([{ unit: '$deleted' }])
    old.reopen(versions[2])
    expectAsFresh(old, [old, now, fresh])
  })

  it('replaces nothing that was written after it', () => {
    const [old, now, fresh] = devices(0, 2, 2) as [Node, Node, Node]
    const id = make(old, { name: 'Server', place: 'A' })
    give(old, now)
    change(now, id, { site: 'B' })
    give(now, old)
    expect(row(old, id)).toMatchObject({ place: 'A' })
    change(old, id, { place: 'C' })
    give(old, now)
    old.reopen(versions[2])
    for (const one of [old, now]) expect(row(one, id)).toMatchObject({ site: 'C' })
    expectAsFresh(old, [old, now, fresh])
  })

  it('is judged when it can be read: what its officer might not do counts for nothing then', () => {
    const [old, now, fresh] = devices(0, 1, 1) as [Node, Node, Node]
    const visited = forgedVisit(now)
    for (const one of [old, fresh]) must(one.store.receive([visited]))
    const { device, seq } = now.store.head()
    expect([refusedBy(old), refusedBy(fresh)]).toEqual([[], [`${device}.${seq + 1} forbidden`]])
    old.reopen(versions[1])
    expect(old.store.reader.where('visit', {})).toEqual([])
    expect(refusedBy(old)).toEqual(refusedBy(fresh))
    // The next version lets that role write it.
    for (const one of [old, fresh]) one.reopen(versions[2])
    expect([refusedBy(old), refusedBy(fresh)]).toEqual([[], []])
    expect(old.store.reader.where('visit', {})).toHaveLength(1)
    expect(hashOf(old.store)).toBe(hashOf(fresh.store))
  })

  it('is judged too where the newer version first made the tables anew', () => {
    const [old, now, fresh] = devices(0, 1, 1) as [Node, Node, Node]
    const visited = forgedVisit(now)
    for (const one of [old, fresh]) must(one.store.receive([visited]))
    old.store.close()
    rebuild({ ...old.file, ...versions[1] })
    old.reopen(versions[1])
    expect(old.store.reader.where('visit', {})).toEqual([])
    expect(refusedBy(old)).toEqual(refusedBy(fresh))
    expect(hashOf(old.store)).toBe(hashOf(fresh.store))
  })
})

describe('what an older device writes', () => {
  it('is read under today’s keys, over two renamings, by the register and by whoever judges', () => {
    const [admin, old, middle, now] = devices(0, 0, 1, 2) as [Node, Node, Node, Node]
    const opd = must(
      admin.store.commit(admin.actor, 'OPD', (tx) => tx.create('opd', { code: '1', name: 'Dinas' })),
    ).value
    must(
      admin.store.commit(admin.actor, 'Peran', (tx) => {
        const [role] = tx.read.where('role', { officer: old.actor.officer })
        tx.update('role', String(role?.id), { opd })
      }),
    )
    all([admin, old, middle, now])
    const limited = { ...old.actor, grants: [{ role: 'perencana' as const, opd, from: null, until: null }] }
    const id = must(
      old.store.commit(limited, 'baru', (tx) => tx.create('machine', { agency: opd, place: 'Gudang' })),
    ).value
    for (const one of [middle, now]) {
      expect(must(one.store.receive(missing(old.store, one.store)))).toMatchObject({
        applied: 1,
        refused: [],
      })
    }
    expect(row(middle, id)).toMatchObject({ opd, location: 'Gudang' })
    expect(row(now, id)).toMatchObject({ opd, site: 'Gudang' })
    change(middle, id, { location: 'Aula' })
    give(middle, now)
    expect(row(now, id)).toMatchObject({ site: 'Aula' })
  })

  it('changes one field of what shares a clock now: the same comes of it in whatever order', () => {
    const [a, b, now, other] = devices(0, 0, 2, 2) as [Node, Node, Node, Node]
    const id = make(a, { name: 'Server', cost: 1, source: 'APBD' })
    all([a, b, now, other])
    change(a, id, { cost: 2 })
    change(b, id, { source: 'DAK' })
    for (const [one, order] of [
      [now, [a, b]],
      [other, [b, a]],
    ] as const)
      for (const from of order) give(from, one)
    expect(hashOf(now.store)).toBe(hashOf(other.store))
    // Nobody wins a decided unit: what both had seen stands.
    expect(row(now, id)).toMatchObject({ cost: 1, source: 'APBD' })
    a.reopen(versions[1])
    give(b, a)
    expect([
      { cost: 2, source: 'APBD' },
      { cost: 1, source: 'DAK' },
    ]).toContainEqual({ cost: row(a, id)?.['cost'], source: row(a, id)?.['source'] })
    a.reopen(versions[2])
    expect(row(a, id)).toMatchObject({ cost: 1, source: 'APBD' })
    expectAsFresh(a, [a, b, now, other])
  })

  it('in part of a unit is agreed with the rest as it stood, where two dispute it later', () => {
    const [old, now, other] = devices(0, 2, 2) as [Node, Node, Node]
    const id = make(now, { name: 'Server', cost: 1, source: 'APBD', shared: true })
    all([old, now, other])
    change(old, id, { cost: 2 })
    all([old, now, other])
    change(now, id, { cost: 3 })
    change(other, id, { cost: 4 })
    give(other, now)
    const shown = { cost: 2, source: 'APBD', shared: 1 }
    expect(disputeOf(now.store.reader, id)?.units[0]?.agreed?.cells).toEqual(shown)
    expect(row(now, id)).toMatchObject({ ...shown, shared: true })
  })

  it('changes one field after the other in one commit', () => {
    const [a, b, now, other] = devices(0, 0, 2, 2) as [Node, Node, Node, Node]
    const id = make(a, { name: 'Server', cost: 1, source: 'APBD' })
    all([a, b, now, other])
    must(
      a.store.commit(a.actor, 'dua', (tx) => {
        tx.update('machine', id, { cost: 2 })
        tx.update('machine', id, { source: 'DAK' })
      }),
    )
    give(a, now)
    expect(row(now, id)).toMatchObject({ cost: 2, source: 'DAK' })
    expectAsFresh(now, [a, b, now, other])
  })
})

it('a field that is said once from now on is judged so in what was written before', () => {
  const [old, now, fresh] = devices(0, 0, 0) as [Node, Node, Node]
  const id = make(now, { name: 'Server' })
  change(now, id, { name: 'Server dua' })
  give(now, old)
  expect(row(old, id)).toMatchObject({ name: 'Server dua' })
  const [machine] = versions[0].definitions.slice(-1) as [AnyDefinition]
  const name = { ...machine.fields['name'], facts: { ...machine.fields['name']?.facts, isFixed: true } }
  const once = { ...machine, fields: { ...machine.fields, name } } as AnyDefinition
  const grown = { definitions: [...versions[0].definitions.slice(0, -1), once], definitionsVersion: 12 }
  for (const one of [old, fresh]) one.reopen(grown)
  give(now, fresh)
  expect(row(fresh, id)).toMatchObject({ name: 'Server' })
  expect(row(old, id)).toEqual(row(fresh, id))
  expect(hashOf(old.store)).toBe(hashOf(fresh.store))
  expect(refusedBy(old)).toEqual(refusedBy(fresh))
})

describe('a change that no version could have made', () => {
  const poisons: readonly (readonly [string, RowChange['cells']])[] = [
    ['text for an amount', { cost: 'banyak' }],
    ['a broken number', { cost: 1.5 }],
    ['a number for text', { name: 7 }],
    ['bytes for text', { name: new Uint8Array([1]) }],
    ['a value outside the choices', { state: 'terbang' }],
    ['a deletion that is neither yes nor no', { $deleted: null }],
    ['a deletion in words', { $deleted: 'ya' }],
    ['a number that is neither yes nor no', { shared: 2 }],
  ]

  it.each(poisons)('%s: shows nothing wrong, hinders nobody, stays and is listed', (_what, cells) => {
    const [admin, now, other] = devices(2, 2, 2) as [Node, Node, Node]
    const id = make(admin, {
      name: 'Server',
      state: 'baik',
      cost: 5,
      source: 'APBD',
      shared: false,
      serial: 'SN-1',
    })
    const before = row(admin, id)
    give(admin, now)
    const poison: RowChange = {
      type: 'machine',
      id,
      operation: 'update',
      cells: { ...cells, serial: 'SN-2' },
    }
    const forged = forge(now, { changes: [poison], definitions: 13 })
    const beside = make(other, { name: 'Lain' })
    must(admin.store.receive([forged, ...missing(other.store, admin.store)]))
    expect(row(admin, id)).toEqual({ ...before, serial: 'SN-2' })
    expect(row(admin, beside)).not.toBeNull()
    const { device, seq } = now.store.head()
    const [key] = Object.keys(cells)
    expect(unreadParts(admin.store.reader)).toMatchObject([
      { device, seq: seq + 1, record: id, key, reason: 'value', said: 'ditempa' },
    ])
    expect(admin.store.log.head(device).seq).toBe(seq + 1)
    change(admin, id, { name: 'Server dua' })
    must(other.store.receive([forged]))
    expectAsFresh(admin, [admin, other])
  })

  it.each(['under a second type', 'made twice'])('a record %s counts for nothing', (how) => {
    const [admin, now] = devices(2, 2) as [Node, Node]
    const id = make(admin, { name: 'Server' })
    give(admin, now)
    const { device, seq } = now.store.head()
    const mine = `${device}.${seq + 1}.1`
    const words = { type: 'visit', cells: { words: 'temuan' } } as const
    const changes: RowChange[] =
      how === 'made twice'
        ? [
            { type: 'machine', id: mine, operation: 'create', cells: { name: 'x' } },
            { ...words, id: mine, operation: 'create' },
          ]
        : [{ ...words, id, operation: 'update' }]
    const before = hashOf(admin.store)
    must(admin.store.receive([forge(now, { changes, definitions: 13 })]))
    expect(refusedBy(admin)).toEqual([`${device}.${seq + 1} unknown`])
    expect(hashOf(admin.store)).toBe(before)
  })
})

describe('a program that is older than the database', () => {
  it('writes no more once a newer one upgraded the database beside it', () => {
    const [old] = devices(0) as [Node]
    const { store, actor } = old
    const before = store.head().seq
    const newer = old.beside(versions[1])
    expect(store.commit(actor, 'x', (tx) => tx.create('machine', { name: 'x' }))).toMatchObject({
      ok: false,
      error: { type: 'NewerDatabase' },
    })
    expect(newer.head().seq).toBe(before)
    newer.close()
  })

  it('reads again after its upgrade what it could not read at all', () => {
    const [old, now] = devices(0, 0) as [Node, Node]
    make(now, { name: 'Server' })
    const [real] = missing(now.store, old.store) as [CommitBytes]
    const format = { ...real, header: new Uint8Array([2, ...real.header.subarray(1)]) }
    must(old.store.receive([format]))
    const first = (): { isFinal: number } | undefined =>
      old.store.reader.row(`select isFinal from _localHeld where reason = 'malformed'`)
    expect(first()).toEqual({ isFinal: 1 })
    old.reopen(versions[1])
    expect(first()).toEqual({ isFinal: 0 })
    must(old.store.receive([]))
    expect(first()).toEqual({ isFinal: 1 })
  })
})

it('numbers of types outlive a type that came between: the search goes on after all is judged anew', () => {
  const [admin, other] = devices(0, 0) as [Node, Node]
  const id = make(admin, { name: 'Server' })
  // A new type alone only adds a table, whatever its place among the others.
  const [visit] = versions[2].definitions as [AnyDefinition]
  const grown = { definitions: [visit, ...versions[0].definitions], definitionsVersion: 12 }
  for (const one of [admin, other]) one.reopen(grown)
  make(other, { machine: id, words: 'temuan' }, 'visit')
  give(other, admin)
  make(other, { machine: id, words: 'temuan' }, 'visit')
  const { device } = other.store.head()
  const last = admin.store.log.head(device)
  const [enrolled] = admin.store.reader.where('device', { deviceId: device })
  const values = { lastSeq: last.seq, lastHash: Buffer.from(last.hash) }
  must(admin.store.commit(admin.actor, 'Cabut', (tx) => tx.update('device', String(enrolled?.id), values)))
  give(other, admin)
  must(
    admin.store.commit(admin.actor, 'Cabut lebih awal', (tx) =>
      tx.update('device', String(enrolled?.id), { lastSeq: last.seq - 1, lastHash: Buffer.from(last.hash) }),
    ),
  )
  const numbers = new Set(
    admin.store.reader.rows<{ n: number }>('select distinct _row % 256 as n from machine').map(({ n }) => n),
  )
  const [known] = admin.store.reader.rows<{ n: number }>(`select n from _type where type = 'machine'`)
  expect([...numbers]).toEqual([known?.n])
})

const who = fc.nat(2)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('make' as const), by: who, n: fc.nat(5) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      by: who,
      row: fc.nat(5),
      field: fc.constantFrom('name', 'place', 'power', 'state', 'note', 'cost', 'source', 'serial', 'shared'),
      n: fc.nat(5),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), by: who, row: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('visit' as const), by: who, row: fc.nat(5) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('give' as const), from: who, to: who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('upgrade' as const), who }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A value of this field as an officer of each version may type it; null where that version has no such field. */
const typed = (field: string, n: number, version: number): Record<string, unknown> | null => {
  const words = ['Gudang', 'Aula', 'Server', '12 W', 'banyak', 'x'][n] as string
  if (field === 'place') return { [keyOf.place[version] as string]: words }
  if (field === 'power') return { power: version === 0 ? words : n }
  if (field === 'state') return { state: version === 2 && n > 3 ? 'dihapus' : n % 2 === 0 ? 'baik' : 'rusak' }
  if (field === 'note') return { note: words }
  if (field === 'cost') return { cost: n }
  if (field === 'serial') return version === 0 ? null : { serial: words }
  if (field === 'shared') return version < 2 ? null : { shared: n % 2 === 0 }
  return { [field]: words }
}

const write = (node: Node, version: number, one: Exclude<Step, { do: 'give' | 'upgrade' }>): void => {
  const { store, actor } = node
  if (one.do === 'make') {
    make(node, { name: 'Server', ...typed('place', one.n, version), ...typed('cost', one.n, version) })
    return
  }
  const ids = store.reader.rows<{ id: string }>('select id from machine where _deleted = 0 order by id')
  const id = ids[one.row % Math.max(1, ids.length)]?.id
  if (id === undefined) return
  if (one.do === 'remove') store.commit(actor, 'hapus', (tx) => tx.remove('machine', id))
  else if (one.do === 'change') {
    const values = typed(one.field, one.n, version)
    if (values !== null) store.commit(actor, 'ubah', (tx) => tx.update('machine', id, values))
  } else if (version > 0)
    store.commit(actor, 'kunjungan', (tx) => tx.create('visit', { machine: id, words: 'temuan' }))
}

/** `at`: the version of each device. */
const play = (nodes: readonly Node[], at: (0 | 1 | 2)[], one: Step): void => {
  if (one.do === 'give') give(nodes[one.from] as Node, nodes[one.to] as Node)
  else if (one.do === 'upgrade') {
    const next = at[one.who] === 0 ? 1 : 2
    at[one.who] = next
    nodes[one.who]?.reopen(versions[next])
  } else write(nodes[one.by] as Node, at[one.by] as number, one)
}

const runs = times(12, 3000)
it(`three versions mix in every direction: ${runs} histories end as on a device that had the newest from the beginning`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: 40 }),
      inItsTurn((steps) => {
        const nodes = devices(0, 1, 2, 2)
        try {
          const at: (0 | 1 | 2)[] = [0, 1, 2]
          for (const one of steps) play(nodes, at, one)
          for (const node of nodes) node.reopen(versions[2])
          all(nodes)
          const [first, ...rest] = nodes as [Node, ...Node[]]
          for (const node of rest) expect(hashOf(node.store)).toBe(hashOf(first.store))
          for (const node of nodes) {
            expect(node.store.held.list()).toEqual([])
            expectAsFresh(node, nodes)
          }
        } finally {
          network.close()
        }
      }),
    ),
    { numRuns: runs, endOnFailure: isPlanted },
  )
}, 3_600_000)
