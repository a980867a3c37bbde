import Database from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Step as Past } from '../../../electron/store/past.ts'
import { type Origin, Projector } from '../../../electron/store/projection.ts'
import { prepareSchema } from '../../../electron/store/schema.ts'
import { stateHash } from '../../../electron/store/state-hash.ts'
import { hlcFrom, nextHlc } from '../../../shared/clock/hlc.ts'
import type { Seen } from '../../../shared/commit/header.ts'
import { formatRecordId } from '../../../shared/commit/id.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import { decided, defineRecord, together } from '../../../shared/records/define.ts'
import { text } from '../../../shared/records/field.ts'
import { catalogueOf } from '../../../shared/records/index.ts'
import { times } from '../../fixtures/store.ts'

const thing = defineRecord('thing', {
  label: 'Benda',
  articles: [],
  writers: ['admin'],
  fields: { a: text('A').searchable(), b: text('B'), c: text('C'), d: text('D'), e: text('E') },
  together: { pair: together('b', 'c'), verdict: decided('d', 'e') },
  title: (row) => row.a ?? '',
})
const catalogue = catalogueOf([thing])
const farAhead = 500

type ThingRow = { readonly id: string } & Readonly<Record<'b' | 'c' | 'd' | 'e', string | null>>
type Commit = { readonly origin: Origin; readonly changes: readonly RowChange[] }

/** A device that holds only what the projection needs: no keys, no encryption. */
class Device {
  readonly db = new Database(':memory:')
  readonly commits = new Map<string, Commit>()
  readonly id: string
  private readonly projector: Projector
  private hlc = 0
  private seq = 0
  constructor(id: string) {
    this.id = id
    prepareSchema(this.db, catalogue, 1, () => undefined)
    this.projector = new Projector(this.db, catalogue, (_type, id) => this.past(id))
  }

  get seen(): Seen {
    const seen: Record<string, number> = {}
    for (const { origin } of this.commits.values())
      seen[origin.device] = Math.max(seen[origin.device] ?? 0, origin.seq)
    return seen
  }

  private past(id: string): Past[] {
    return [...this.commits.values()].flatMap(({ origin, changes }) => {
      const cells = changes.filter((change) => change.id === id).map((change) => change.cells)
      return cells.length === 0 ? [] : [{ ...origin, cells: Object.assign({}, ...cells) }]
    })
  }

  rows(): ThingRow[] {
    return this.db.prepare('select id, b, c, d, e from thing order by id').all() as never
  }

  /** The wall clock of each device is wrong in its own way. */
  write(work: (seq: number) => RowChange[], wallClock: number): void {
    this.hlc = nextHlc(this.hlc, wallClock)
    this.seq += 1
    const origin = {
      device: this.id,
      seq: this.seq,
      hlc: this.hlc,
      seen: this.seen,
      arrival: this.commits.size + 1,
      definitions: 1,
    }
    this.take({ origin, changes: work(this.seq) })
  }

  take(commit: Commit): void {
    const name = `${commit.origin.device}.${commit.origin.seq}`
    if (this.commits.has(name)) return
    this.commits.set(name, commit)
    // A clock that runs far ahead moves nobody else's: who saw its value may well write with a smaller one.
    if (commit.origin.hlc < hlcFrom(farAhead)) this.hlc = Math.max(this.hlc, commit.origin.hlc)
    for (const change of commit.changes)
      this.projector.apply(change, { ...commit.origin, arrival: this.commits.size })
    this.projector.search.flush()
  }

  hash(): string {
    const found = this.db.prepare(`select rowid from _search where _search match 'x OR y OR z'`).all().length
    return `${stateHash(this.db, catalogue)} ${found}`
  }
}

const ids = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc']
const letter = fc.constantFrom('x', 'y', 'z')
const clock = fc.oneof(
  { weight: 5, arbitrary: fc.nat(5) },
  { weight: 1, arbitrary: fc.constant(2 * farAhead) },
)
const step = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('create' as const), by: fc.nat(2), clock, a: letter }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('update' as const),
      by: fc.nat(2),
      clock,
      row: fc.nat(9),
      field: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      to: letter,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('delete' as const),
      by: fc.nat(2),
      clock,
      row: fc.nat(9),
      to: fc.nat(1),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sync' as const), from: fc.nat(2), to: fc.nat(2) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const updateOf = (
  device: Device,
  { row, field, to }: { row: number; field: string; to: string },
): RowChange[] => {
  const rows = device.rows()
  const found = rows[row % Math.max(1, rows.length)]
  if (found === undefined) return []
  // A unit is written whole, as the transaction does it.
  const whole = 'bc'.includes(field)
    ? { b: found.b, c: found.c }
    : 'de'.includes(field)
      ? { d: found.d, e: found.e }
      : {}
  const cells = { ...whole, [field]: to }
  return [{ type: 'thing', id: found.id, operation: 'update', cells }]
}

const play = (devices: readonly Device[], one: Step): void => {
  if (one.do === 'sync') {
    for (const commit of (devices[one.from] as Device).commits.values())
      (devices[one.to] as Device).take(commit)
    return
  }
  const device = devices[one.by] as Device
  if (one.do === 'create')
    device.write(
      (seq) => [
        { type: 'thing', id: formatRecordId(device.id, seq, 1), operation: 'create', cells: { a: one.a } },
      ],
      one.clock,
    )
  else if (one.do === 'update') device.write(() => updateOf(device, one), one.clock)
  else {
    const rows = device.rows()
    const found = rows[one.row % Math.max(1, rows.length)]
    if (found !== undefined)
      device.write(
        () => [{ type: 'thing', id: found.id, operation: 'update', cells: { $deleted: one.to } }],
        one.clock,
      )
  }
}

const runs = times(60, 3000)
it(`the tables are a function of the set of commits, whatever the order in which they came: ${runs} histories of three devices`, () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 5, maxLength: 60 }),
      fc.infiniteStream(fc.nat()),
      (steps, random) => {
        const devices = ids.map((id) => new Device(id))
        for (const one of steps) play(devices, one)
        const all = devices.flatMap((device) => [...device.commits.values()])
        for (const device of devices) for (const commit of all) device.take(commit)
        const shuffled = new Device('dddddddddd')
        const keyed = all
          .map((commit) => ({ commit, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
        for (const { commit } of keyed) shuffled.take(commit)
        expect(new Set([...devices, shuffled].map((device) => device.hash())).size).toBe(1)
        for (const { db } of [...devices, shuffled]) db.close()
      },
    ),
    { numRuns: runs },
  )
}, 600_000)
