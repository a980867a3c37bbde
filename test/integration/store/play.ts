import fc from 'fast-check'
import type { Store } from '../../../electron/store/store.ts'
import type { Transaction } from '../../../electron/store/transaction.ts'
import { undo } from '../../../electron/store/undo.ts'
import type { Seen } from '../../../shared/commit/header.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import { must, testNow } from '../../fixtures/store.ts'
import { missing, type Node } from './network.ts'

const year = 365 * 24 * 60 * 60 * 1000
const who = fc.nat(4)
const text = fc.constantFrom('x', 'y', 'z')
const field = fc.constantFrom('name', 'note', 'cost', 'source', 'verdict', 'judge')
const constant = <T extends string>(value: T) => fc.constant(value)
/** Where a process dies: at the how manieth change, entry of the log, or commit laid by. */
const death = fc.record({ at: fc.constantFrom('project', 'append', 'add'), after: fc.nat(6) })

const step = {
  make: fc.record({ do: constant('make'), by: who, name: text, cost: fc.option(fc.nat(9)) }),
  /** `old`: saved from a screen that was loaded earlier. `then`: changed again in the same commit. */
  change: fc.record({
    do: constant('change'),
    by: who,
    row: fc.nat(5),
    field,
    to: text,
    old: fc.boolean(),
    // biome-ignore lint/suspicious/noThenProperty: a step of a history, never awaited
    then: fc.option(field, { freq: 4 }),
  }),
  load: fc.record({ do: constant('load'), by: who }),
  /** An officer who sees a dispute decides it. */
  decide: fc.record({ do: constant('decide'), by: who, to: text }),
  remove: fc.record({ do: constant('remove'), by: who, row: fc.nat(5) }),
  undo: fc.record({ do: constant('undo'), by: who, commit: fc.nat(99) }),
  role: fc.record({ do: constant('role'), at: who, of: who, ends: fc.boolean() }),
  revoke: fc.record({ do: constant('revoke'), by: who, of: who }),
  release: fc.record({ do: constant('release'), at: who }),
  clock: fc.record({ do: constant('clock'), by: who, years: fc.constantFrom(-10, -1, 0, 0, 0.00002, 1, 10) }),
  lock: fc.record({ do: constant('lock'), by: who, row: fc.nat(1), closed: fc.boolean(), old: fc.boolean() }),
  page: fc.record({ do: constant('page'), by: who, row: fc.nat(3), cost: fc.nat(9), old: fc.boolean() }),
  /** `which`: any of the commits, in any order, some twice; null: all of them. */
  deliver: fc.record({
    do: constant('deliver'),
    from: who,
    to: who,
    which: fc.option(fc.array(fc.nat(40), { maxLength: 12 })),
    dies: fc.option(death, { freq: 4 }),
  }),
}
export const anyStep = fc.oneof(
  { weight: 2, arbitrary: step.make },
  { weight: 6, arbitrary: step.change },
  { weight: 2, arbitrary: step.load },
  { weight: 2, arbitrary: step.decide },
  { weight: 1, arbitrary: step.remove },
  { weight: 1, arbitrary: step.undo },
  { weight: 1, arbitrary: step.role },
  { weight: 1, arbitrary: step.revoke },
  { weight: 1, arbitrary: step.release },
  { weight: 1, arbitrary: step.clock },
  { weight: 2, arbitrary: step.lock },
  { weight: 2, arbitrary: step.page },
  { weight: 7, arbitrary: step.deliver },
)
export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never
type Of<D extends Step['do']> = Extract<Step, { do: D }>

export class Dead extends Error {}

/** From now on this store dies in the middle of what it does. */
const dieLater = ({ projector, log, held }: Store, { at, after }: { at: string; after: number }): void => {
  const target = { project: projector, append: log, add: held }[at] as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >
  const real = target[at]
  if (real === undefined) throw new TypeError(`nothing dies in ${at}`)
  let left = after
  target[at] = (...args) => {
    if (left === 0) throw new Dead()
    left -= 1
    return real.apply(target, args)
  }
}

/** What was written where, as it was asked for: none of it may get lost. */
export type Written = {
  readonly device: string
  readonly seq: number
  readonly changes: readonly RowChange[]
}

/** One history being played: its devices, what their screens had seen, and what was written. */
export class Play {
  readonly written: Written[] = []
  readonly nodes: readonly Node[]
  /** How often a store died. */
  deaths = 0
  private readonly dying = new Set<Node>()
  private readonly screens = new Map<Node, Seen>()
  constructor(nodes: readonly Node[]) {
    this.nodes = nodes
  }

  private node(place: number): Node {
    return this.nodes[place % this.nodes.length] as Node
  }

  private write(node: Node, work: (tx: Transaction) => unknown, old = false, as = node.actor): void {
    let changes: readonly RowChange[] = []
    const seen = old ? this.screens.get(node) : undefined
    const done = this.living(node, () =>
      node.store.commit(
        as,
        'Ubah',
        (tx) => {
          work(tx)
          changes = tx.changes
        },
        seen,
      ),
    )
    if (done?.ok) this.note(node, done.value.seq, changes)
  }

  /** A store that dies is opened anew, and nothing of what it did is there. */
  private living<T>(node: Node, work: () => T): T | null {
    const stateOf = (): string =>
      JSON.stringify([Object.entries(node.store.log.vector()).sort(), node.store.held.list()])
    const before = stateOf()
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Dead)) throw error
      this.deaths += 1
      node.reopen()
      if (stateOf() !== before) throw new Error('half of what a dead store did is there')
      return null
    }
  }

  private note({ store }: Node, seq: number, changes: readonly RowChange[]): void {
    this.written.push({ device: store.head().device, seq, changes })
  }

  /** A live record by its place. */
  private id({ store }: Node, type: string, place: number): string | null {
    const rows = store.reader.rows<{ id: string }>(`select id from "${type}" where _deleted = 0 order by id`)
    return rows[place % Math.max(1, rows.length)]?.id ?? null
  }

  step(one: Step): void {
    const run = this[one.do] as (one: Step) => void
    run.call(this, one)
  }

  make({ by, name, cost }: Of<'make'>): void {
    const node = this.node(by)
    this.write(node, (tx) => tx.create('thing', { name, ...(cost === null ? {} : { cost }) }))
  }

  change({ by, row, field, to, old, then }: Of<'change'>): void {
    const node = this.node(by)
    const id = this.id(node, 'thing', row)
    const value = (key: string, word: string) => ({ [key]: key === 'cost' ? word.charCodeAt(0) : word })
    if (id === null) return
    this.write(
      node,
      (tx) => {
        tx.update('thing', id, value(field, to))
        if (then !== null) tx.update('thing', id, value(then, 'zz'))
      },
      old,
    )
  }

  load({ by }: Of<'load'>): void {
    const node = this.node(by)
    this.screens.set(node, node.store.log.vector())
  }

  decide({ by, to }: Of<'decide'>): void {
    const node = this.node(by)
    const found = node.store.reader.row<{ record: string }>(
      `select record from _dispute where type = 'thing' order by record limit 1`,
    )
    const values = { name: to, note: `${to}!`, cost: to.charCodeAt(0), source: to, verdict: to, judge: to }
    if (found !== undefined) this.write(node, (tx) => tx.update('thing', found.record, values))
  }

  remove({ by, row }: Of<'remove'>): void {
    const node = this.node(by)
    const id = this.id(node, 'thing', row)
    if (id !== null) this.write(node, (tx) => tx.remove('thing', id))
  }

  undo({ by, commit }: Of<'undo'>): void {
    const node = this.node(by)
    const { store, actor } = node
    const all = store.reader.rows<{ name: string }>(
      `select device || '.' || seq as name from _log order by arrival`,
    )
    this.living(node, () => undo(store, actor, String(all[commit % all.length]?.name)))
  }

  /** The administrator, at any device, ends the roles of an officer or gives one. */
  role({ at, of, ends }: Of<'role'>): void {
    const admin = this.node(0).actor
    const { officer } = this.node(of).actor
    const node = this.node(at)
    if (officer === admin.officer) return
    const roles = node.store.reader.where('role', { officer })
    const work = (tx: Transaction): void => {
      if (ends) for (const { id } of roles) tx.remove('role', id)
      else tx.create('role', { officer, role: 'perencana' })
    }
    this.write(node, work, false, admin)
  }

  /** What the device wrote until here, as far as is known, stays. Nobody takes out the first. */
  revoke({ by, of }: Of<'revoke'>): void {
    const node = this.node(by)
    const { device } = this.node(of).store.head()
    const [enrolled] = node.store.reader.where('device', { deviceId: device })
    const { seq, hash } = node.store.log.head(device)
    if (this.node(of) === this.nodes[0] || this.node(of) === node || !enrolled || enrolled.lastSeq !== null)
      return
    this.write(node, (tx) => tx.update('device', enrolled.id, { lastSeq: seq, lastHash: Buffer.from(hash) }))
  }

  release({ at }: Of<'release'>): void {
    const node = this.node(at)
    const ahead = node.store.held.list().find(({ reason }) => reason === 'ahead')
    if (ahead === undefined) return
    const { device, seq } = ahead
    this.write(node, (tx) => tx.create('release', { device, seq }), false, this.node(0).actor)
  }

  clock({ by, years }: Of<'clock'>): void {
    this.node(by).clock = testNow + years * year
  }

  lock({ by, row, closed, old }: Of<'lock'>): void {
    const node = this.node(by)
    const id = this.id(node, 'folder', row)
    if (id === null) this.write(node, (tx) => tx.create('folder', { name: 'Map', state: 'terbuka' }))
    else this.write(node, (tx) => tx.update('folder', id, { state: closed ? 'tertutup' : 'terbuka' }), old)
  }

  page({ by, row, cost, old }: Of<'page'>): void {
    const node = this.node(by)
    const folder = this.id(node, 'folder', row)
    const id = this.id(node, 'page', row)
    if (folder === null) return
    if (id === null || row === 0) this.write(node, (tx) => tx.create('page', { folder, cost }), old)
    else this.write(node, (tx) => tx.update('page', id, { cost }), old)
  }

  deliver({ from, to, which, dies }: Of<'deliver'>): void {
    const target = this.node(to)
    const all = missing(this.node(from).store, target.store)
    const chosen = which === null ? all : which.flatMap((place) => all[place % Math.max(1, all.length)] ?? [])
    if (dies !== null) {
      dieLater(target.store, dies)
      this.dying.add(target)
    }
    this.living(target, () => must(target.store.receive(chosen)))
  }

  /**
   * Everybody hears everything. Clocks are set right, and what waits because of one that ran ahead is let in by the
   * administrator at a device where it waits; where no clock is right any more, until the time has come.
   */
  settle(): void {
    for (const node of this.dying) node.reopen()
    for (const node of this.nodes) node.clock = testNow
    for (let round = 0; round < 12 && !this.exchange(); round += 1)
      for (const [place] of this.nodes.entries()) this.release({ do: 'release', at: place })
    for (const node of this.nodes) node.clock = testNow + 11 * year
    this.exchange()
  }

  /** Whether nothing waits any more. */
  private exchange(): boolean {
    for (let moved = true; moved; ) {
      moved = false
      for (const { store: from } of this.nodes)
        for (const { store: to } of this.nodes)
          if (from !== to && must(to.receive(missing(from, to))).applied > 0) moved = true
    }
    return this.nodes.every(({ store }) => store.held.list().length === 0)
  }
}
