import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { alike } from '../../../electron/compliance/alike.ts'
import { agency, city as cityDuties, duty, matrix } from '../../../electron/compliance/answers.ts'
import { due } from '../../../electron/compliance/due.ts'
import {
  complianceAgency,
  complianceCity,
  complianceDuty,
  complianceMatrix,
} from '../../../shared/contract/compliance.ts'
import { must, openCity, type TestCity } from '../../fixtures/city.ts'

let city: TestCity
beforeEach(() => {
  city = openCity()
})
afterEach(() => city.close())

const make = (type: string, values: object): string =>
  must(city.store.commit(city.command.actor, type, (tx) => tx.create(type as 'website', values as never)))
    .value
const change = (type: string, id: string, values: object): void =>
  void must(city.store.commit(city.command.actor, type, (tx) => tx.update(type, id, values as never)))
const profile = (regulation: 'prabumulih' | 'singkawang') =>
  make('workspace', { city: 'Kota', agency: 'Diskominfo', regulation })
const opd = (code: string, more: object = {}) =>
  make('opd', { code, name: `Dinas ${code}`, active: true, ...more })

const shown = (query = city.query) => complianceMatrix.output.parse(must(matrix(query, { day: null })))
const stateOf = (id: string, obligation: string, query = city.query): string | undefined => {
  const { duties, agencies } = shown(query)
  const at = duties.findIndex((one) => one.obligation === obligation)
  return agencies.find((one) => one.id === id)?.states[at]
}
const hosted = (owner: string, country: string | null) =>
  make('website', {
    opd: owner,
    address: 'dinkes.go.id',
    kind: 'situs',
    placement: 'sewa',
    country,
    legalForm: 'indonesia',
    proof: 'Kontrak 4/2026',
  })

describe('the matrix', () => {
  it('of an empty city of sixty OPDs accuses nobody, by either regulation', () => {
    const id = profile('prabumulih')
    for (let n = 0; n < 60; n += 1) opd(`${n}`)
    for (const regulation of ['singkawang', 'prabumulih']) {
      change('workspace', id, { regulation })
      const { agencies, duties } = shown()
      expect([agencies.length, duties.length > 5]).toEqual([60, true])
      expect(agencies.flatMap(({ states }) => states)).not.toContain('belum_terpenuhi')
      expect(agencies.flatMap(({ states }) => states)).not.toContain('sebagian')
    }
  })

  it('holds what a unit below an OPD has against that OPD, wherever the unit is moved', () => {
    profile('prabumulih')
    const [dinkes, dinsos] = [opd('1'), opd('2')]
    const clinic = make('opd', { code: '1.1', name: 'Puskesmas', active: true, parent: dinkes })
    const site = hosted(clinic, 'SG')
    expect(stateOf(dinkes, 'PBM-12(4)')).toBe('belum_terpenuhi')
    change('website', site, { country: 'ID' })
    expect(stateOf(dinkes, 'PBM-12(4)')).toBe('terpenuhi')
    change('opd', clinic, { parent: dinsos })
    expect([stateOf(dinkes, 'PBM-12(4)'), stateOf(dinsos, 'PBM-12(4)')]).toEqual([
      'belum_ada_data',
      'terpenuhi',
    ])
    expect(shown().agencies).toHaveLength(2)
  })

  it('follows each edit at once, and tells on which record a state rests', () => {
    profile('prabumulih')
    const [dinkes, dinsos] = [opd('1.02'), opd('1.06')]
    const site = hosted(dinkes, 'SG')
    expect(stateOf(dinkes, 'PBM-12(4)')).toBe('belum_terpenuhi')
    expect(stateOf(dinsos, 'PBM-12(4)')).toBe('belum_ada_data')
    const told = complianceAgency.output.parse(must(agency(city.query, { opd: dinkes, day: null })))
    expect(told.duties.find(({ obligation }) => obligation === 'PBM-12(4)')).toMatchObject({
      register: 'website',
      verdict: {
        words: '0 dari 1 situs disewa pada penyedia Indonesia di Indonesia.',
        behind: [{ type: 'website', id: site, title: 'dinkes.go.id', lacks: 'server di luar negeri' }],
      },
    })
    change('website', site, { country: 'ID' })
    expect(stateOf(dinkes, 'PBM-12(4)')).toBe('terpenuhi')
    change('website', site, { opd: dinsos })
    expect([stateOf(dinkes, 'PBM-12(4)'), stateOf(dinsos, 'PBM-12(4)')]).toEqual([
      'belum_ada_data',
      'terpenuhi',
    ])
    must(city.store.commit(city.command.actor, 'hapus', (tx) => tx.remove('website', site)))
    expect(stateOf(dinsos, 'PBM-12(4)')).toBe('belum_ada_data')
  })

  it('changes for all where a ground of the whole city comes', () => {
    profile('prabumulih')
    const dinkes = opd('1.02')
    make('ictSpending', { opd: dinkes, title: 'SIMPUS', year: 2026, initiative: 'I-3' })
    expect(stateOf(dinkes, 'PBM-6(1)')).toBe('tidak_dapat_dinilai')
    make('masterplan', { title: 'Rencana induk', from: '2025', until: '2029', decree: '1/2025' })
    expect(stateOf(dinkes, 'PBM-6(1)')).toBe('terpenuhi')
    const duties = complianceCity.output.parse(must(cityDuties(city.query, { day: null }))).duties
    expect(duties.find(({ obligation }) => obligation === 'PBM-6(2)b')?.verdict.state).toBe('terpenuhi')
  })

  it('is what a fresh look at the same records gives, after any edits', () => {
    profile('prabumulih')
    const ids = [opd('1'), opd('2'), opd('3')]
    for (const [n, id] of ids.entries()) {
      hosted(id, n === 1 ? 'US' : 'ID')
      shown()
      make('application', { opd: id, name: `App ${n}`, origin: 'daerah', since: '2020', docSource: 'tidak' })
      shown()
    }
    const kept = shown()
    const fresh = openCity()
    fresh.close()
    const reader = Object.assign(Object.create(Object.getPrototypeOf(city.query.reader)), city.query.reader)
    expect(shown({ ...city.query, reader })).toEqual(kept)
  })

  it('shows an officer of one OPD that OPD alone', () => {
    profile('prabumulih')
    const [own, other] = [opd('1'), opd('2')]
    const limited = city.as(['petugas_monev', own]).query
    expect(shown(limited).agencies.map(({ id }) => id)).toEqual([own])
    expect(agency(limited, { opd: other, day: null })).toMatchObject({
      ok: false,
      error: { type: 'NotFound' },
    })
    const { agencies } = complianceDuty.output.parse(
      must(duty(limited, { obligation: 'PBM-12(4)', day: null })),
    )
    expect(agencies.map(({ id }) => id)).toEqual([own])
  })

  it('leaves out what ended, and what stands under another OPD', () => {
    profile('prabumulih')
    const dinkes = opd('1.02')
    opd('1.03', { active: false })
    opd('1.02.01', { parent: dinkes })
    expect(shown().agencies.map(({ code }) => code)).toEqual(['1.02'])
  })

  it('shows of a day in the past the OPDs that were there, as they were called', () => {
    profile('prabumulih')
    opd('1.02', { active: false, ends: '2026-06-30' })
    const dinsos = opd('1.06', { begins: '2026-07-01' })
    make('opdSuccession', {
      from: dinsos,
      to: dinsos,
      kind: 'nama',
      on: '2026-09-01',
      nameBefore: 'Dinas Sosial Lama',
    })
    const there = (day: string) => must(matrix(city.query, { day })).agencies.map(({ name }) => name)
    expect(['2026-06-30', '2026-07-01', '2026-09-01'].map(there)).toEqual([
      ['Dinas 1.02'],
      ['Dinas Sosial Lama'],
      ['Dinas 1.06'],
    ])
  })

  it('judges by the day that is asked for', () => {
    profile('prabumulih')
    const dinkes = opd('1.02')
    make('application', {
      opd: dinkes,
      name: 'SIMPUS',
      origin: 'siap_pakai',
      licence: 'berbayar',
      licenceProof: 'x',
      licenceUntil: '2026-06-30',
      secured: 'memenuhi',
    })
    const at = (day: string) => {
      const { duties, agencies } = must(matrix(city.query, { day }))
      return agencies[0]?.states[duties.findIndex(({ obligation }) => obligation === 'PBM-11(2)')]
    }
    expect([at('2026-06-30'), at('2026-07-01'), at('2026-06-30')]).toEqual([
      'terpenuhi',
      'belum_terpenuhi',
      'terpenuhi',
    ])
  })
})

describe('what ends soon', () => {
  const told = (day: string | null = null, query = city.query) =>
    must(due(query, { day })).items.map(({ on, band, what, agency: whose }) => [
      on,
      band,
      what,
      whose?.code ?? '',
    ])

  it('is told at 90, 30 and 7 days, and when it is over, nearest first, with whose it is', () => {
    profile('prabumulih')
    const dinkes = opd('1.02')
    for (const expires of ['2026-11-25', '2026-12-20', '2027-02-10', '2027-06-01'])
      make('certificate', { opd: dinkes, serial: expires, expires })
    make('partner', { name: 'Mitra', until: '2026-12-01' })
    const certificate = 'Sertifikat elektronik berakhir'
    expect(told()).toEqual([
      ['2026-11-25', '7', certificate, '1.02'],
      ['2026-12-01', '30', 'PKS mitra berakhir', ''],
      ['2026-12-20', '30', certificate, '1.02'],
      ['2027-02-10', '90', certificate, '1.02'],
    ])
    expect(
      told('2026-12-24')
        .slice(0, 2)
        .map(([, band]) => band),
    ).toEqual(['lewat', 'lewat'])
  })

  it('leaves out what ended before the city began with Selaras, what was met, and what is of another OPD', () => {
    profile('prabumulih')
    const [own, other] = [opd('1'), opd('2')]
    make('certificate', { opd: own, expires: '2020-01-01' })
    make('maintenance', { opd: own, subject: 'UPS', planned: '2026-11-22', done: '2026-11-20' })
    make('maintenance', { opd: other, subject: 'AC', planned: '2026-11-22' })
    expect(told()).toHaveLength(1)
    expect(told(null, city.as(['petugas_monev', own]).query)).toEqual([])
  })

  it('tells of papers by what they are and whose, and leads to the record that has them', () => {
    profile('prabumulih')
    const dinkes = opd('1.02')
    const site = make('website', { opd: dinkes, address: 'dinkes.go.id' })
    const mayor = make('organisation', { name: 'Tim SPBE' })
    const paper = (of: string, values: object) => make('attachment', { owner: of, name: 'x.pdf', ...values })
    paper(site, { opd: dinkes, kind: 'kontrak', subject: 'Sewa hosting', expires: '2026-12-21' })
    paper(mayor, { kind: 'sk', number: '800/12', expires: '2026-11-21' })
    paper(site, { opd: dinkes, expires: '2027-02-19' })
    paper(site, { opd: dinkes, expires: '2027-02-20' })
    paper(site, { opd: dinkes, expires: '2019-01-01' })
    paper(site, { opd: dinkes })
    expect(must(due(city.query, { day: null })).items).toMatchObject([
      {
        what: 'Lampiran berakhir: SK',
        title: '800/12 · Tim SPBE',
        type: 'organisation',
        id: mayor,
        agency: null,
      },
      {
        what: 'Lampiran berakhir: Kontrak',
        title: 'Sewa hosting · dinkes.go.id',
        type: 'website',
        id: site,
        band: '30',
      },
      {
        what: 'Lampiran berakhir',
        title: 'x.pdf · dinkes.go.id',
        isPaper: true,
        band: '90',
        agency: { id: dinkes },
      },
    ])
    expect(told(null, city.as(['petugas_monev', opd('9')]).query).map(([, , what]) => what)).toEqual([
      'Lampiran berakhir: SK',
    ])
  })

  it('leaves out a paper that a newer version stands for, until that version is taken away, and those of records that are gone', () => {
    profile('prabumulih')
    const site = make('website', { address: 'dinkes.go.id' })
    const newer = make('attachment', { owner: site, name: 'baru.pdf' })
    make('attachment', { owner: site, name: 'lama.pdf', expires: '2026-11-30', replacedBy: newer })
    expect(told()).toEqual([])
    const take = (type: string, id: string) =>
      void must(city.store.commit(city.command.actor, 'Hapus', (tx) => tx.remove(type, id)))
    take('attachment', newer)
    expect(told()).toHaveLength(1)
    take('website', site)
    expect(told()).toEqual([])
  })
})

describe('datasets that look alike', () => {
  it('are shown until somebody says what they are', () => {
    profile('prabumulih')
    const [dinkes, bappeda] = [opd('1.02'), opd('5.01')]
    const first = make('dataset', { opd: dinkes, name: 'Fasilitas kesehatan' })
    const second = make('dataset', { opd: bappeda, name: 'Data fasilitas kesehatan' })
    const pairs = () =>
      must(alike(city.query)).pairs.map((pair) => [pair.first.id, pair.second.id, pair.second.agency])
    expect(pairs()).toEqual([[first, second, 'Dinas 5.01']])
    expect(must(alike(city.as(['petugas_monev', opd('9')]).query)).pairs).toEqual([])
    make('datasetTwin', { first: second, second: first, why: 'nama' })
    expect(pairs()).toEqual([])
  })
})
