import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { agency, city as cityDuties, duty, matrix } from '../../../electron/compliance/answers.ts'
import { due } from '../../../electron/compliance/due.ts'
import type { QueryContext } from '../../../electron/feature.ts'
import { publicBytes, signHash } from '../../../electron/store/keys.ts'
import { hashCommit, headerOf } from '../../../electron/store/log.ts'
import type { Store } from '../../../electron/store/store.ts'
import type { Transaction } from '../../../electron/store/transaction.ts'
import { decodeHeader } from '../../../shared/commit/header.ts'
import { dayInWib } from '../../../shared/format/date.ts'
import { must, openCity, type TestCity } from '../../fixtures/city.ts'
import { inItsTurn, isPlanted, times } from '../../fixtures/store.ts'
import { forge } from '../store/forge.ts'
import {
  joiningBeside,
  missing,
  type Network,
  type Node,
  openNetwork,
  openPrepared,
  type Prepared,
  prepareNetwork,
} from '../store/network.ts'

const morning = (day: string): number => Date.parse(`${day}T08:00:00+07:00`)

describe('what was known at the end of a day', () => {
  let clock: number
  let city: TestCity
  beforeEach(() => {
    clock = morning('2026-01-05')
    city = openCity(() => clock)
    make('workspace', { city: 'Kota', agency: 'Diskominfo', regulation: 'prabumulih' })
  })
  afterEach(() => city.close())

  const write = <T>(work: (tx: Transaction) => T): T =>
    must(city.store.commit(city.command.actor, 'Ubah', work)).value
  const make = (type: string, values: object): string => write((tx) => tx.create(type, values as never))
  const change = (type: string, id: string, values: object) =>
    write((tx) => tx.update(type, id, values as never))
  const opd = (code: string) => make('opd', { code, name: `Dinas ${code}`, active: true })
  const hosted = (owner: string, country: string) =>
    make('website', {
      opd: owner,
      address: 'dinkes.go.id',
      kind: 'situs',
      placement: 'sewa',
      country,
      legalForm: 'indonesia',
      proof: 'Kontrak',
    })
  const stateOf = (id: string, obligation: string, asked: object, query = city.query) => {
    const { duties, agencies } = must(matrix(query, asked))
    return agencies.find((one) => one.id === id)?.states[
      duties.findIndex((one) => one.obligation === obligation)
    ]
  }
  const site = (id: string, known: string | null, day: string | null = null) =>
    stateOf(id, 'PBM-12(4)', { day, known })

  it('is what the page showed then: before a record was made, after, and after it was mended or deleted', () => {
    const dinkes = opd('1.02')
    clock = morning('2026-02-10')
    const id = hosted(dinkes, 'SG')
    clock = morning('2026-03-10')
    change('website', id, { country: 'ID' })
    clock = morning('2026-04-10')
    write((tx) => tx.remove('website', id))
    clock = morning('2026-11-21')
    expect(
      ['2026-02-09', '2026-02-10', '2026-03-09', '2026-03-10', '2026-04-09', '2026-04-10', null].map(
        (known) => site(dinkes, known),
      ),
    ).toEqual([
      'belum_ada_data',
      'belum_terpenuhi',
      'belum_terpenuhi',
      'terpenuhi',
      'terpenuhi',
      'belum_ada_data',
      'belum_ada_data',
    ])
    const told = must(agency(city.query, { opd: dinkes, known: '2026-02-28' }))
    expect([told.day, told.known]).toEqual(['2026-11-21', '2026-02-28'])
    const { verdict } = told.duties.find(({ obligation }) => obligation === 'PBM-12(4)') ?? expect.fail()
    expect(verdict.behind).toEqual([
      { type: 'website', id, title: 'dinkes.go.id', lacks: 'server di luar negeri' },
    ])
  })

  it('ends with the day in western Indonesia', () => {
    const dinkes = opd('1.02')
    clock = Date.parse('2026-02-10T23:59:59+07:00')
    const id = hosted(dinkes, 'SG')
    clock = Date.parse('2026-02-11T00:00:00+07:00')
    change('website', id, { country: 'ID' })
    clock = morning('2026-11-21')
    expect(['2026-02-09', '2026-02-10', '2026-02-11'].map((known) => site(dinkes, known))).toEqual([
      'belum_ada_data',
      'belum_terpenuhi',
      'terpenuhi',
    ])
  })

  it('and what was true on another day are asked for together', () => {
    const dinkes = opd('1.02')
    const bought = {
      opd: dinkes,
      name: 'SIM',
      origin: 'siap_pakai',
      licence: 'berbayar',
      licenceProof: 'x',
      secured: 'memenuhi',
    }
    const id = make('application', { ...bought, licenceUntil: '2026-06-30' })
    clock = morning('2026-05-10')
    change('application', id, { licenceUntil: '2027-06-30' })
    clock = morning('2026-11-21')
    const legal = (day: string | null, known: string | null) => stateOf(dinkes, 'PBM-11(2)', { day, known })
    expect(legal('2026-06-30', '2026-04-30')).toBe('terpenuhi')
    expect(legal('2026-07-01', '2026-04-30')).toBe('belum_terpenuhi')
    expect(legal('2026-07-01', null)).toBe('terpenuhi')
    expect(legal('2027-07-01', null)).toBe('belum_terpenuhi')
    expect(legal(null, '2026-04-30')).toBe('belum_terpenuhi')
  })

  it('holds for the page of a duty, of the city, and for what was due', () => {
    const dinkes = opd('1.02')
    const certificate = make('certificate', { opd: dinkes, serial: 'SN-1', expires: '2026-02-01' })
    clock = morning('2026-03-01')
    change('certificate', certificate, { expires: '2027-02-01' })
    make('masterplan', { title: 'RI', from: '2025', until: '2029', author: 'diskominfo' })
    clock = morning('2026-11-21')
    const asked = { day: '2026-01-20', known: '2026-01-20' }
    expect(must(due(city.query, asked)).items.map(({ title, band }) => [title, band])).toEqual([
      ['SN-1', '30'],
    ])
    expect(must(due(city.query, { day: '2026-01-20' })).items).toEqual([])
    expect(
      must(duty(city.query, { obligation: 'PBM-12(4)', ...asked })).agencies.map(({ code }) => code),
    ).toEqual(['1.02'])
    const author = (known: string | null) =>
      must(cityDuties(city.query, { known })).duties.find(({ obligation }) => obligation === 'PBM-6(2)c')
        ?.verdict.state
    expect([author('2026-01-20'), author(null)]).toEqual(['belum_ada_data', 'terpenuhi'])
  })

  it('holds for papers that end: those of then, of records as they were, and no version that came later', () => {
    const [own, other] = [opd('1'), opd('2')]
    const site = hosted(own, 'ID')
    const paper = (expires: string, more: object = {}) =>
      make('attachment', { owner: site, opd: own, subject: 'Kontrak', expires, ...more })
    const first = paper('2026-02-01')
    const gone = paper('2026-02-10', { subject: 'Akta' })
    clock = morning('2026-03-01')
    write((tx) => tx.remove('attachment', gone))
    const second = paper('2026-12-01', { effective: '2026-03-01' })
    change('attachment', first, { replacedBy: second })
    write((tx) => tx.remove('website', site))
    clock = morning('2026-11-21')
    const papers = (asked: object, query = city.query) =>
      must(due(query, asked)).items.flatMap(({ on, title, isPaper }) => (isPaper ? [`${on} ${title}`] : []))
    const then = { day: '2026-01-20', known: '2026-01-20' }
    expect(papers(then)).toEqual(['2026-02-01 Kontrak · dinkes.go.id', '2026-02-10 Akta · dinkes.go.id'])
    expect(papers(then, city.as(['petugas_monev', other]).query)).toEqual([])
    expect(papers({})).toEqual([])
    write((tx) => tx.restore('website', site, { $deleted: 0 }))
    expect(papers({})).toEqual(['2026-12-01 Kontrak · dinkes.go.id'])
    expect(papers({ day: '2026-01-20' })).toEqual(['2026-02-01 Kontrak · dinkes.go.id'])
  })

  it('shows an officer of one OPD that OPD alone, then as now', () => {
    const [own, other] = [opd('1'), opd('2')]
    clock = morning('2026-11-21')
    const limited = city.as(['petugas_monev', own]).query
    const asked = { day: '2026-01-05', known: '2026-01-05' }
    expect(must(matrix(limited, asked)).agencies.map(({ id }) => id)).toEqual([own])
    expect(agency(limited, { opd: other, ...asked })).toMatchObject({
      ok: false,
      error: { type: 'NotFound' },
    })
  })

  it('says why there is nothing to show: before Selaras, before the regulation, before the OPD', () => {
    clock = morning('2026-06-01')
    const late = opd('9')
    clock = morning('2026-11-21')
    expect(matrix(city.query, { known: '2026-01-04' })).toMatchObject({
      ok: false,
      error: { type: 'BeforeBegin' },
    })
    expect(matrix(city.query, { day: '2017-12-21' })).toMatchObject({
      ok: false,
      error: { type: 'BeforeRegulation' },
    })
    expect(matrix(city.query, { day: '2017-12-22' })).toMatchObject({ ok: true })
    expect(agency(city.query, { opd: late, known: '2026-05-31' })).toMatchObject({
      ok: false,
      error: { message: 'OPD ini belum ada atau tidak ada lagi pada tanggal itu.' },
    })
  })

  it('of today is what is known now', () => {
    clock = morning('2026-11-21')
    const dinkes = opd('1.02')
    expect(site(dinkes, '2026-11-21')).toBe('belum_ada_data')
    hosted(dinkes, 'SG')
    expect(site(dinkes, '2026-11-21')).toBe('belum_terpenuhi')
    expect(must(matrix(city.query, { known: '2026-11-21' })).known).toBeNull()
  })
})

const queryOf = (store: Store, now: number): QueryContext =>
  ({
    reader: store.reader,
    session: { today: dayInWib(now), opds: null },
    now: () => now,
  }) as unknown as QueryContext

describe('what comes from other computers', () => {
  let network: Network
  afterEach(() => network.close())
  const ids = (store: Store, known: string | null) =>
    must(matrix(queryOf(store, morning('2026-12-21')), { known })).agencies.map(({ name }) => name)
  const opdOf = ({ store, actor }: Node, code: string) =>
    must(store.commit(actor, 'OPD', (tx) => tx.create('opd', { code, name: `Dinas ${code}`, active: true })))

  it('counts for the day on which it was recorded there, also where it came later and the day was asked before', () => {
    network = openNetwork({ devices: 2 })
    const [a, b] = network.nodes as [Node, Node]
    a.clock = b.clock = morning('2026-11-25')
    opdOf(a, '1')
    opdOf(b, '2')
    expect([ids(a.store, '2026-11-24'), ids(a.store, '2026-11-25')]).toEqual([[], ['Dinas 1']])
    a.clock = morning('2026-12-20')
    must(a.store.receive(missing(b.store, a.store)))
    expect([ids(a.store, '2026-11-24'), ids(a.store, '2026-11-25')]).toEqual([[], ['Dinas 1', 'Dinas 2']])
  })

  it('counts again once its true signature has come, now and then', () => {
    network = openNetwork({ devices: 3 }, ['hanya_lihat', 'admin'])
    const [admin, rogue, third] = network.nodes as [Node, Node, Node]
    const thief = generateKeyPairSync('ed25519').privateKey
    const { device, seq } = rogue.store.head()
    const said = forge(rogue, {
      changes: [
        {
          type: 'credential',
          id: `${device}.${seq + 1}.1`,
          operation: 'create',
          cells: { officer: admin.actor.officer, signKey: publicBytes(thief) },
        },
      ],
    })
    must(third.store.receive([said]))
    opdOf(admin, '1')
    const spoiled = missing(admin.store, third.store).map((one) => ({
      ...one,
      officerSignature: signHash(hashCommit(decodeHeader(one.header).previous, one.header), thief),
    }))
    must(third.store.receive(spoiled))
    expect([ids(third.store, null), ids(third.store, '2026-12-01')]).toEqual([[], []])
    must(third.store.receive(admin.own()))
    expect([ids(third.store, null), ids(third.store, '2026-12-01')]).toEqual([['Dinas 1'], ['Dinas 1']])
  })
})

const days = ['2026-11-22', '2026-11-25', '2026-12-01', '2026-12-20'] as const
const step = fc.record({
  by: fc.nat(1),
  day: fc.nat(days.length - 1),
  what: fc.constantFrom('site', 'app', 'opd', 'change', 'change', 'remove', 'end', 'deliver', 'look'),
  row: fc.nat(5),
  to: fc.constantFrom('ID', 'SG'),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const play = (nodes: readonly Node[], { by, day, what, row, to }: Step): void => {
  const node = nodes[by] as Node
  const { store, actor } = node
  node.clock = Math.max(node.clock, morning(days[day] ?? ''))
  const pick = (type: 'opd' | 'website') => {
    const all = store.reader
      .where(type, {})
      .map(({ id }) => id)
      .toSorted()
    return all[row % Math.max(1, all.length)]
  }
  const [opd, site] = [pick('opd'), pick('website')]
  const write = (work: (tx: Transaction) => unknown) => store.commit(actor, what, (tx) => void work(tx))
  const rented = {
    kind: 'situs',
    placement: 'sewa',
    legalForm: 'indonesia',
    proof: 'x',
    country: to,
  } as const
  if (what === 'opd') write((tx) => tx.create('opd', { code: `${row}`, name: `Dinas ${row}`, active: true }))
  if (what === 'site' && opd) write((tx) => tx.create('website', { ...rented, opd, address: `s${row}` }))
  if (what === 'app' && opd)
    write((tx) => tx.create('application', { opd, name: `A${row}`, origin: 'daerah' }))
  if (what === 'change' && site) write((tx) => tx.update('website', site, { country: to, opd: opd ?? null }))
  if (what === 'remove' && site) write((tx) => tx.remove('website', site))
  if (what === 'end' && opd)
    write((tx) => tx.update('opd', opd, { active: false, ends: days[row % days.length] ?? null }))
  if (what === 'deliver') must(store.receive(missing((nodes[1 - by] as Node).store, store)))
  // A book is kept between calls: it must follow what comes after it was asked.
  if (what === 'look')
    for (const known of [null, days[row % days.length] ?? null]) matrix(queryOf(store, node.clock), { known })
}

describe('the matrix as it was known', () => {
  let prepared: Prepared
  beforeAll(() => {
    prepared = prepareNetwork({ devices: 2 })
  })
  afterAll(() => prepared.remove())

  const history = (steps: readonly Step[], at: number): void => {
    const { nodes, close } = openPrepared(prepared)
    try {
      for (const one of steps) play(nodes, one)
      const [a, b] = nodes as [Node, Node]
      must(a.store.receive(missing(b.store, a.store)))
      const known = days[at] ?? ''
      const end = Date.parse(`${known}T00:00:00+07:00`) + 86_400_000
      const then = joiningBeside(a)
      try {
        must(then.receive(a.own().filter((one) => (headerOf(one)?.hlc ?? 0) < end * 2048)))
        const asked = { day: known }
        const later = queryOf(a.store, morning('2027-02-01'))
        const told = (context: QueryContext, more: object) => {
          const { agencies, duties } = must(matrix(context, { ...asked, ...more }))
          const shown = agencies.map(
            (one) => must(agency(context, { opd: one.id, ...asked, ...more })).duties,
          )
          return {
            agencies: agencies.toSorted((x, y) => (x.id < y.id ? -1 : 1)),
            duties,
            shown: JSON.stringify(shown).length,
          }
        }
        expect(told(later, { known })).toEqual(told(queryOf(then, end), {}))
      } finally {
        then.close()
      }
    } finally {
      close()
    }
  }

  const runs = times(25, 500)
  it(`of a day is that of a computer that has received only what was recorded by then: ${runs} histories of two computers`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 30 }),
        fc.nat(days.length - 1),
        inItsTurn(history),
      ),
      { numRuns: runs, endOnFailure: isPlanted },
    )
  }, 3_600_000)
})
