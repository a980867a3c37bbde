import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { CommandContext, QueryContext, Session } from '../../../electron/feature.ts'
import { bringBack, deletedRecords } from '../../../electron/records/deleted.ts'
import { historyRows } from '../../../electron/records/history-view.ts'
import { restorePlan, restoreRecord } from '../../../electron/records/restore.ts'
import type { Actor, Store } from '../../../electron/store/store.ts'
import type { Transaction } from '../../../electron/store/transaction.ts'
import { undo } from '../../../electron/store/undo.ts'
import { defineRecord, together } from '../../../shared/records/define.ts'
import { date, reference, structure, text } from '../../../shared/records/field.ts'
import { definitions } from '../../../shared/records/index.ts'
import { grantOf, must, openTestStore, refusal, type TestStore, times } from '../../fixtures/store.ts'
import { missing, type Network, type Node, openNetwork } from '../store/network.ts'

/** Every way in which a field may stay as it is. */
const letter = defineRecord('letter', {
  label: 'Surat',
  articles: [],
  writers: ['admin', 'perencana'],
  scope: 'opd',
  register: true,
  fields: {
    title: text('Perihal').searchable(),
    opd: reference('opd', 'OPD'),
    number: text('Nomor').fixed(),
    on: date('Tanggal'),
    secret: text('Rahasia').confidential(),
    counted: structure('Hitungan', z.object({ n: z.number() })),
    reply: reference('letter', 'Balasan'),
    first: text('Satu'),
    second: reference('letter', 'Dua'),
    former: text('Lama').retired(),
  },
  together: { pair: together('first', 'second') },
  title: (row) => row.title ?? '',
})

const all = [...definitions, letter]
const contexts = (store: Store, actor: Actor, opds: readonly string[] | null = null) => {
  const session = { today: '2026-11-21', opds, grants: actor.grants } as unknown as Session
  const command = { store, reader: store.reader, actor, session } as unknown as CommandContext
  const query: QueryContext = { reader: store.reader, session, now: Date.now }
  return { command, query }
}

describe('a record brought back from its history', () => {
  let at: TestStore
  let clock: number
  beforeEach(() => {
    clock = Date.parse('2026-03-12T07:05:00.000Z')
    at = openTestStore({ definitions: all, now: () => clock })
  })
  afterEach(() => at.close())

  const write = <T>(work: (tx: Transaction) => T) => {
    clock += 60_000
    return must(at.store.commit(at.admin, 'Ubah', work))
  }
  const make = (values: object) => {
    const { value: id, commit } = write((tx) => tx.create('letter', values as never))
    return { id, commit }
  }
  const change = (id: string, values: object) =>
    write((tx) => tx.update('letter', id, values as never)).commit
  const of = (id: string) => at.store.reader.find('letter', id)
  const plan = (id: string, commit: string, more = contexts(at.store, at.admin).query) =>
    must(restorePlan(more, { type: 'letter', id, commit }))
  const restore = (id: string, commit: string, fields: readonly string[], seen = at.store.log.vector()) =>
    restoreRecord(contexts(at.store, at.admin).command, {
      type: 'letter',
      id,
      commit,
      fields: [...fields],
      seen,
    })

  it('holds what it held after that step; the change names it, and is undone as any other', () => {
    const { id, commit } = make({ title: 'Undangan', on: '2026-03-01', first: 'a' })
    change(id, { title: 'Undangan rapat', first: null })
    change(id, { on: '2026-04-01' })
    const found = plan(id, commit)
    expect(found.fields).toEqual([
      { field: 'title', label: 'Perihal', now: 'Undangan rapat', earlier: 'Undangan' },
      { field: 'on', label: 'Tanggal', now: '1 April 2026', earlier: '1 Maret 2026' },
      { field: 'first', label: 'Satu', now: '', earlier: 'a' },
    ])
    expect([found.title, found.left, found.hasFiles]).toEqual(['Undangan rapat', [], false])
    const done = must(restore(id, commit, ['title', 'on', 'first'], found.seen))
    expect(of(id)).toMatchObject({ title: 'Undangan', on: '2026-03-01', first: 'a' })
    const [newest] = historyRows(at.store.reader, at.store.reader.definition('letter'), id)
    expect(newest?.reason).toBe(
      `Kembalikan Surat: Undangan rapat, ke keadaan 12 Maret 2026 pukul 14.06 WIB (catatan ${commit})`,
    )
    must(undo(at.store, at.admin, done.commit))
    expect(of(id)).toMatchObject({ title: 'Undangan rapat', on: '2026-04-01', first: null })
  })

  it('takes of it only the fields that the officer wants, and none that stays', () => {
    const { id, commit } = make({ title: 'a', on: '2026-03-01', secret: 'x' })
    change(id, { title: 'b', on: '2026-04-01', secret: 'y' })
    must(restore(id, commit, ['title', 'secret']))
    expect(of(id)).toMatchObject({ title: 'a', on: '2026-04-01', secret: 'y' })
    expect(refusal(restore(id, commit, ['title'])).type).toBe('NothingChanged')
  })

  it('says of each field that stays why it does, and shows nothing confidential', () => {
    const reply = make({ title: 'Balasan' }).id
    const { id, commit } = make({
      title: 'a',
      secret: 'x',
      counted: { n: 1 },
      reply,
      first: 'a',
      second: reply,
      former: 'x',
    })
    change(id, {
      title: 'b',
      secret: 'y',
      counted: { n: 2 },
      reply: null,
      first: 'b',
      second: null,
      former: 'y',
    })
    write((tx) => tx.remove('letter', reply))
    const { fields, left, values } = plan(id, commit)
    expect(fields.map(({ field }) => field)).toEqual(['title'])
    expect(values).toEqual({ title: 'a' })
    expect(left.map(({ field, why }) => [field, why])).toEqual([
      ['secret', 'confidential'],
      ['counted', 'computed'],
      ['reply', 'gone'],
      // Shares its clock with a field that cannot come back.
      ['first', 'gone'],
      ['second', 'gone'],
    ])
    expect(left[0]).toMatchObject({ now: '', earlier: '' })
  })

  it('is not overwritten where somebody changed it meanwhile: both values are named', () => {
    const { id, commit } = make({ title: 'a', on: '2026-03-01' })
    change(id, { title: 'b', on: '2026-04-01' })
    const { seen } = plan(id, commit)
    change(id, { title: 'c' })
    expect(refusal(restore(id, commit, ['title', 'on'], seen))).toMatchObject({
      type: 'Stale',
      differences: [{ field: 'title', theirs: 'c', yours: 'a' }],
    })
    expect(of(id)).toMatchObject({ title: 'c', on: '2026-04-01' })
    must(restore(id, commit, ['on'], seen))
    expect(of(id)).toMatchObject({ title: 'c', on: '2026-03-01' })
  })

  it('comes not back to a step after which it was gone, of another record, or of a register without undo', () => {
    const { id } = make({ title: 'a' })
    const gone = write((tx) => tx.remove('letter', id)).commit
    write((tx) => tx.restore('letter', id, { $deleted: 0 }))
    const ask = (type: string, record: string, commit: string) =>
      refusal(restorePlan(contexts(at.store, at.admin).query, { type, id: record, commit })).type
    expect(ask('letter', id, gone)).toBe('WasDeleted')
    expect(ask('letter', id, make({ title: 'b' }).commit)).toBe('CommitNotFound')
    expect(ask('officer', at.admin.officer, gone)).toBe('NoUndo')
    expect(ask('attachment', id, gone)).toBe('NotEditableHere')
    expect(ask('letter', `${id}9`, gone)).toBe('NotFound')
  })

  it('is of no concern to an officer of another OPD, nor given to one by it', () => {
    const [own, other] = ['1', '2'].map((code) => write((tx) => tx.create('opd', { code, name: code })).value)
    const { id, commit } = make({ title: 'a', opd: other })
    change(id, { title: 'b', opd: own })
    const actor: Actor = { ...at.admin, grants: [grantOf(['perencana', own ?? ''])] }
    const limited = contexts(at.store, actor, [own ?? ''])
    const foreign = make({ title: 'c', opd: other })
    expect(refusal(restorePlan(limited.query, { type: 'letter', ...foreign })).type).toBe('NotFound')
    const wanted = { type: 'letter', id, commit, seen: at.store.log.vector() }
    expect(refusal(restoreRecord(limited.command, { ...wanted, fields: ['opd'] })).type).toBe('Forbidden')
    must(restoreRecord(limited.command, { ...wanted, fields: ['title'] }))
    expect(of(id)).toMatchObject({ title: 'a', opd: own })
  })

  it('says that files stay', () => {
    const { id, commit } = make({ title: 'a' })
    write((tx) => tx.create('attachment', { owner: id, name: 'surat.pdf' } as never))
    expect(plan(id, commit).hasFiles).toBe(true)
  })

  const step = fc.record({
    field: fc.constantFrom('title', 'on', 'first'),
    to: fc.option(fc.constantFrom('2026-01-01', '2026-02-02')),
  })
  const runs = times(15, 300)
  it(`holds after any edits, at any step, what it held there: ${runs} histories`, () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(8), (steps, place) => {
        const first = make({ title: 'x' })
        const states = [{ commit: first.commit, state: of(first.id) }]
        for (const { field, to } of steps) {
          const done = at.store.commit(at.admin, 'Ubah', (tx) =>
            tx.update('letter', first.id, { [field]: to } as never),
          )
          if (done.ok) states.push({ commit: done.value.commit, state: of(first.id) })
        }
        const { commit, state } = states[place % states.length] ?? expect.fail()
        const { fields } = plan(first.id, commit)
        const done = restore(
          first.id,
          commit,
          fields.map(({ field }) => field),
        )
        expect(done.ok).toBe(fields.length > 0)
        expect(of(first.id)).toEqual(state)
      }),
      { numRuns: runs },
    )
  })
})

describe('records that were deleted', () => {
  let at: TestStore
  let clock: number
  beforeEach(() => {
    clock = Date.parse('2026-03-12T07:05:00.000Z')
    at = openTestStore({ definitions: all, now: () => clock })
  })
  afterEach(() => at.close())
  const write = <T>(reason: string, work: (tx: Transaction) => T) => {
    clock += 60_000
    return must(at.store.commit(at.admin, reason, work))
  }
  const make = (values: object) => write('Buat', (tx) => tx.create('letter', values as never)).value
  const remove = (id: string) => write('Hapus surat', (tx) => tx.remove('letter', id)).commit
  const list = (search = '', more = contexts(at.store, at.admin).query) =>
    must(deletedRecords(more, { type: 'letter', search }))
  const back = (id: string, seen = at.store.log.vector(), more = contexts(at.store, at.admin).command) =>
    bringBack(more, { type: 'letter', id, seen })

  it('are listed with who, when and why, those deleted last first, and found by their title', () => {
    const [a, b] = [make({ title: 'Undangan' }), make({ title: 'Nota dinas' })]
    make({ title: 'Tetap' })
    remove(b)
    remove(a)
    expect(
      list().rows.map(({ title, officer, reason, time, disputed }) => [
        title,
        officer,
        reason,
        time,
        disputed,
      ]),
    ).toEqual([
      ['Undangan', 'Siti Rahma', 'Hapus surat', '2026-03-12T07:10:00.000Z', false],
      ['Nota dinas', 'Siti Rahma', 'Hapus surat', '2026-03-12T07:09:00.000Z', false],
    ])
    expect(list('nota').rows.map(({ id }) => id)).toEqual([b])
  })

  it('come back as they were, once, and go again by undo', () => {
    const id = make({ title: 'Undangan', on: '2026-03-01' })
    remove(id)
    const done = must(back(id, list().seen))
    expect(at.store.reader.find('letter', id)).toMatchObject({ title: 'Undangan', on: '2026-03-01' })
    expect([list().rows, refusal(back(id)).type]).toEqual([[], 'NotFound'])
    must(undo(at.store, at.admin, done.commit))
    expect(list().rows.map(({ title }) => title)).toEqual(['Undangan'])
  })

  it('of another OPD are neither listed nor brought back', () => {
    const [own, other] = ['1', '2'].map(
      (code) => write('OPD', (tx) => tx.create('opd', { code, name: code })).value,
    )
    const [mine, theirs] = [make({ title: 'a', opd: own }), make({ title: 'b', opd: other })]
    for (const id of [mine, theirs]) remove(id)
    const limited = contexts(at.store, at.admin, [own ?? ''])
    expect(list('', limited.query).rows.map(({ id }) => id)).toEqual([mine])
    expect(refusal(back(theirs, at.store.log.vector(), limited.command)).type).toBe('NotFound')
  })

  it('are counted beyond what is shown', () => {
    const ids = write('Buat', (tx) =>
      Array.from({ length: 203 }, (_one, n) => tx.create('letter', { title: `${n}` } as never)),
    ).value
    write('Hapus', (tx) => {
      for (const id of ids) tx.remove('letter', id)
    })
    expect([list().rows.length, list().more]).toEqual([200, 3])
  })
})

describe('what other computers wrote meanwhile', () => {
  let network: Network
  beforeEach(() => {
    network = openNetwork({ devices: 2, definitions: all }, ['admin'])
  })
  afterEach(() => network.close())
  const give = (from: Node, to: Node) => void must(to.store.receive(missing(from.store, to.store)))
  const made = () => {
    const [a, b] = network.nodes as [Node, Node]
    const done = must(
      a.store.commit(a.actor, 'Buat', (tx) => tx.create('letter', { title: 'a', on: '2026-03-01' } as never)),
    )
    give(a, b)
    return { a, b, id: done.value, commit: done.commit }
  }
  const update = ({ store, actor }: Node, id: string, values: object) =>
    must(store.commit(actor, 'Ubah', (tx) => tx.update('letter', id, values as never))).commit

  it('and is not decided yet stays out; the rest comes back', () => {
    const { a, b, id, commit } = made()
    update(a, id, { title: 'b', on: '2026-04-01' })
    update(b, id, { title: 'c' })
    give(b, a)
    const { query, command } = contexts(a.store, a.actor)
    const plan = must(restorePlan(query, { type: 'letter', id, commit }))
    expect(plan.left.map(({ field, why }) => [field, why])).toEqual([['title', 'disputed']])
    must(restoreRecord(command, { type: 'letter', id, commit, fields: ['title', 'on'], seen: plan.seen }))
    expect(a.store.reader.find('letter', id)).toMatchObject({ on: '2026-03-01' })
    expect(a.store.reader.rows('select * from _dispute')).toHaveLength(1)
  })

  it('stands in the history up to a step, as it is read there', () => {
    const { a, b, id } = made()
    b.clock += 60_000
    update(b, id, { on: '2026-05-01' })
    a.clock += 120_000
    const commit = update(a, id, { title: 'b' })
    give(b, a)
    a.clock += 60_000
    update(a, id, { title: 'z', on: '2026-09-09' })
    const plan = must(restorePlan(contexts(a.store, a.actor).query, { type: 'letter', id, commit }))
    expect(plan.values).toEqual({ title: 'b', on: '2026-05-01' })
  })

  it('in a record that was deleted here leaves the question to be decided first', () => {
    const { a, b, id } = made()
    must(a.store.commit(a.actor, 'Hapus', (tx) => tx.remove('letter', id)))
    update(b, id, { title: 'c' })
    give(b, a)
    const { query, command } = contexts(a.store, a.actor)
    const { rows, seen } = must(deletedRecords(query, { type: 'letter', search: '' }))
    expect(rows).toMatchObject([{ id, disputed: true }])
    expect(refusal(bringBack(command, { type: 'letter', id, seen })).type).toBe('Disputed')
  })
})
