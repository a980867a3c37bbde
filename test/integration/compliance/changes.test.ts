import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changes } from '../../../electron/compliance/changes.ts'
import type { Transaction } from '../../../electron/store/transaction.ts'
import { complianceChanges } from '../../../shared/contract/compliance.ts'
import { must, openCity, type TestCity } from '../../fixtures/city.ts'

const morning = (day: string): number => Date.parse(`${day}T08:00:00+07:00`)
const since = '2026-03-01'

describe('what changed since a day', () => {
  let clock: number
  let city: TestCity
  beforeEach(() => {
    clock = morning('2026-01-05')
    city = openCity(() => clock)
    make('workspace', { city: 'Kota', agency: 'Diskominfo', regulation: 'prabumulih' })
  })
  afterEach(() => city.close())

  const write = <T>(reason: string, work: (tx: Transaction) => T): T =>
    must(city.store.commit(city.command.actor, reason, work)).value
  const make = (type: string, values: object): string =>
    write(`Buat ${type}`, (tx) => tx.create(type, values as never))
  const change = (type: string, id: string, values: object) =>
    write(`Ubah ${type}`, (tx) => tx.update(type, id, values as never))
  const opd = (code: string, more: object = {}) =>
    make('opd', { code, name: `Dinas ${code}`, active: true, ...more })
  const hosted = (owner: string, country: string | null, address = 'dinkes.go.id') =>
    make('website', {
      opd: owner,
      address,
      kind: 'situs',
      placement: 'sewa',
      country,
      legalForm: 'indonesia',
      proof: 'Kontrak',
    })
  const on = (day: string) => {
    clock = morning(day)
  }
  const told = (query = city.query) => {
    clock = morning('2026-11-21')
    return complianceChanges.output.parse(must(changes(query, { since })))
  }
  const found = (obligation: string, query = city.query) =>
    told(query).items.find((one) => one.obligation === obligation) ?? expect.fail('no such change')

  it('is told for each OPD and duty, with the record behind it, who changed it and when', () => {
    const dinkes = opd('1.02')
    const site = hosted(dinkes, 'SG')
    make('application', { opd: dinkes, name: 'SIM' })
    on('2026-04-10')
    change('website', site, { country: 'ID' })
    const { items, day } = told()
    expect([day, items.length]).toEqual(['2026-11-21', 1])
    expect(items[0]).toMatchObject({
      agency: { code: '1.02' },
      obligation: 'PBM-12(4)',
      before: 'belum_terpenuhi',
      after: 'terpenuhi',
      direction: 'membaik',
      byTime: false,
      hidden: false,
      causes: [
        {
          type: 'website',
          id: site,
          title: 'dinkes.go.id',
          isGone: false,
          commits: [{ officer: 'Siti Rahma', reason: 'Ubah website', time: '2026-04-10T01:00:00.000Z' }],
          more: 0,
        },
      ],
    })
  })

  it('gets better or worse only from one fact to another; what becomes known is neither', () => {
    const [a, b, c] = [opd('1'), opd('2'), opd('3')]
    const [good, , second] = [hosted(a, 'ID', 'a'), hosted(b, null, 'b'), hosted(c, 'SG', 'c')]
    on('2026-04-10')
    change('website', good, { country: 'SG' })
    hosted(b, 'SG', 'b2')
    hosted(c, 'ID', 'c2')
    change('website', second, { proof: 'Akta' })
    const sites = told().items.filter(({ obligation }) => obligation === 'PBM-12(4)')
    expect(sites.map(({ before, after, direction }) => [before, after, direction])).toEqual([
      ['terpenuhi', 'belum_terpenuhi', 'memburuk'],
      ['belum_ada_data', 'belum_terpenuhi', 'lain'],
      ['belum_terpenuhi', 'sebagian', 'membaik'],
    ])
  })

  it('names the records that tell the two states apart before others that changed too', () => {
    const dinkes = opd('1.02')
    const [site, other] = [hosted(dinkes, 'SG'), hosted(dinkes, 'ID', 'lain.go.id')]
    on('2026-04-10')
    change('website', other, { administrator: null, provider: 'Penyedia' })
    change('website', site, { country: 'ID' })
    expect(found('PBM-12(4)').causes.map(({ title }) => title)).toEqual(['dinkes.go.id'])
  })

  it('names what was deleted, and what is of the city', () => {
    const dinkes = opd('1.02')
    const site = hosted(dinkes, 'SG')
    make('ictSpending', { opd: dinkes, title: 'SIM', year: 2026, initiative: 'I-1' })
    on('2026-04-10')
    write('Hapus', (tx) => tx.remove('website', site))
    make('masterplan', { title: 'Rencana induk', from: '2025', until: '2029', decree: '1/2025' })
    expect(found('PBM-12(4)').causes).toMatchObject([
      { title: 'dinkes.go.id', isGone: true, commits: [{ reason: 'Hapus' }] },
    ])
    expect(found('PBM-6(1)')).toMatchObject({
      direction: 'lain',
      causes: [{ type: 'masterplan', title: 'Rencana induk', commits: [{ reason: 'Buat masterplan' }] }],
    })
    const author = told().items.filter(({ agency }) => agency === null)
    expect(author.map(({ obligation }) => obligation)).toContain('PBM-6(2)b')
  })

  it('names the OPD itself where that changed, though other records did too', () => {
    const dinkes = opd('1.02')
    const site = make('application', { opd: dinkes, name: 'SIM', origin: 'daerah' })
    on('2026-04-10')
    change('opd', dinkes, { pse: 'tidak' })
    change('application', site, { about: 'x' })
    const causes = found('PBM-11(1)').causes.map(({ type }) => type)
    expect(causes).toContain('opd')
  })

  it('names a person of whom something else is known than before', () => {
    const dinkes = opd('1.02')
    const person = make('person', { opd: dinkes, name: 'Budi', number: '1', status: 'pppk' })
    make('ictStaff', { opd: dinkes, person, duty: 'Admin' })
    make('declaration', { opd: dinkes, register: 'ictStaff', state: 'lengkap', asOf: '2026-01-05' })
    on('2026-04-10')
    change('person', person, { status: 'pns' })
    expect(found('PBM-8(5)').causes.map(({ title }) => title)).toEqual(['Budi'])
  })

  it('says where only a day came', () => {
    const dinkes = opd('1.02')
    make('application', {
      opd: dinkes,
      name: 'SIM',
      origin: 'siap_pakai',
      licence: 'berbayar',
      licenceProof: 'x',
      licenceUntil: '2026-06-30',
      secured: 'memenuhi',
    })
    expect(found('PBM-11(2)')).toMatchObject({
      before: 'terpenuhi',
      after: 'belum_terpenuhi',
      causes: [],
      byTime: true,
    })
  })

  it('shows an officer of one OPD that OPD alone, and no record of another', () => {
    const [lead, own] = [opd('1', { leads: true }), opd('2')]
    make('dataset', { opd: own, name: 'D', metadata: 'sesuai' })
    hosted(lead, 'SG')
    on('2026-04-10')
    make('policy', {
      opd: lead,
      title: 'Ketentuan metadata',
      topic: 'metadata',
      state: 'berlaku',
      sentOn: '2026-04-01',
    })
    hosted(lead, 'ID', 'x')
    const limited = city.as(['petugas_monev', own]).query
    expect(told(limited).items.every(({ agency }) => agency?.id === own)).toBe(true)
    expect(found('PBM-10(5)', limited)).toMatchObject({ causes: [], hidden: true, byTime: false })
    expect(found('PBM-10(5)').causes).toMatchObject([{ title: 'Ketentuan metadata' }])
  })

  it('tells of OPDs that came and went without a row for each of their duties', () => {
    const gone = opd('1')
    opd('2')
    on('2026-04-10')
    change('opd', gone, { active: false, ends: '2026-04-09' })
    opd('3', { begins: '2026-04-10' })
    const { items, began, ended } = told()
    expect([items, began.map(({ code }) => code), ended.map(({ code }) => code)]).toEqual([[], ['3'], ['1']])
  })

  it('begins thirty days ago, or when the city began, and never after today', () => {
    opd('1')
    clock = morning('2026-11-21')
    expect(must(changes(city.query, {})).since).toBe('2026-10-22')
    expect(changes(city.query, { since: '2026-11-22' })).toMatchObject({
      ok: false,
      error: { type: 'NotYet' },
    })
    expect(changes(city.query, { since: '2026-01-04' })).toMatchObject({
      ok: false,
      error: { type: 'BeforeBegin' },
    })
    expect(must(changes(city.query, { since: '2026-11-21' })).items).toEqual([])
    const young = { ...city.query, session: { ...city.query.session, today: '2026-01-20' } }
    expect(must(changes(young, {})).since).toBe('2026-01-05')
  })
})
