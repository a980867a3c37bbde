import { describe, expect, it } from 'vitest'
import { judgeAgency } from '../../../shared/compliance/check.ts'
import { type OwnedType, ownedBy } from '../../../shared/compliance/facts.ts'
import { checksOf } from '../../../shared/compliance/index.ts'
import { stateNames } from '../../../shared/compliance/state.ts'
import { demoCity } from '../../../shared/demo/city.ts'
import { ordinarySizes } from '../../../shared/demo/place.ts'
import type { Ref, Register } from '../../../shared/demo/rows.ts'
import { toCells } from '../../../shared/records/cell.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { catalogueOf, definitions } from '../../../shared/records/index.ts'
import { agenciesIn, demoDay, recordsOf } from '../../fixtures/demo-city.ts'

const catalogue = catalogueOf(definitions)
const cityOf = (seed: number) => demoCity(seed, demoDay, ordinarySizes)
const seeds = [1, 2, 3, 7, 2026] as const
const cities = seeds.map((seed) => [seed, cityOf(seed)] as const)
const rowsOf = (city: readonly Register[], type: string) =>
  city.filter((one) => one.type === type).flatMap(({ rows }) => rows)
const recordsIn = (city: readonly Register[], type: string) => recordsOf(city).get(type) ?? []
const isRef = (value: unknown): value is Ref => typeof value === 'object' && value !== null && 'ref' in value
const definitionOf = (type: string): AnyDefinition => catalogue.get(type) ?? expect.fail(type)

/** Names of what stands above each row, so that a store can give them their ids in order. */
const brokenIn = (city: readonly Register[]): string[] => {
  const known = new Set<string>()
  const broken: string[] = []
  for (const { type, rows } of city)
    for (const { key, values } of rows) {
      for (const [field, value] of Object.entries(values))
        if (isRef(value)) {
          const { kind, target } = definitionOf(type).fields[field].facts
          const leads = known.has(`${value.ref}:${value.key}`)
          if (!leads || kind !== 'reference' || target !== value.ref)
            broken.push(`${type}.${field}: ${value.ref}:${value.key}`)
        }
      known.add(`${type}:${key}`)
    }
  return broken
}

describe('the demonstration city', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(JSON.stringify(cityOf(1))).toBe(JSON.stringify(cityOf(1)))
    expect(JSON.stringify(cityOf(2))).not.toBe(JSON.stringify(cityOf(1)))
  })

  it('has rows in every register that says something of the city’s ICT', () => {
    const besides = [
      'opdList',
      'officer',
      'role',
      'budgetForm',
      'budgetRow',
      'priceStandard',
      'implementerAlias',
      'questionnaire',
      // Texts to read, each from its own file.
      'instrument',
    ]
    const registers = definitions.filter(({ register, type }) => register && !besides.includes(type))
    const filled = new Set(cityOf(1).flatMap(({ type, rows }) => (rows.length > 0 ? [type as string] : [])))
    expect(registers.map(({ type }) => type).filter((type) => !filled.has(type))).toEqual([])
  })

  it.each(cities)('of seed %i has thirty OPDs, each row and each value of it in order', (_seed, city) => {
    expect(rowsOf(city, 'opd')).toHaveLength(30)
    expect(brokenIn(city)).toEqual([])
    for (const { type, rows } of city)
      expect(new Set(rows.map(({ key }) => key)).size, type).toBe(rows.length)
    for (const [type, rows] of recordsOf(city))
      for (const { id, ...values } of rows) {
        const taken = toCells(definitionOf(type), values)
        expect(taken.ok ? id : taken.error.place).toBe(id)
      }
  })

  it.each(cities)(
    'of seed %i leaves no required field empty and gives nothing unique twice',
    (_seed, city) => {
      for (const [type, rows] of recordsOf(city))
        for (const [field, { facts }] of Object.entries(
          definitionOf(type).fields as AnyDefinition['fields'],
        ) as [string, { facts: { isRequired: boolean; isUnique: boolean } }][]) {
          const values = rows.map((row) => row[field])
          if (facts.isRequired) expect(values, `${type}.${field}`).not.toContain(null)
          if (facts.isUnique) expect(new Set(values).size, `${type}.${field}`).toBe(values.length)
        }
    },
  )

  it.each(cities)('of seed %i has sites of three to six OPDs abroad', (_seed, city) => {
    const abroad = recordsIn(city, 'website').filter(({ country }) => country !== null && country !== 'ID')
    const opds = new Set(abroad.map(({ opd }) => opd)).size
    expect(opds).toBeGreaterThanOrEqual(3)
    expect(opds).toBeLessThanOrEqual(6)
  })

  it.each(cities)('of seed %i shows every state in the matrix of Prabumulih', (_seed, city) => {
    const agencies = agenciesIn(recordsOf(city))
    const found = checksOf('PBM').flatMap((check) =>
      agencies.map((agency) => judgeAgency(check, agency).state),
    )
    expect(stateNames.filter((state) => !found.includes(state))).toEqual([])
    expect(found.filter((state) => state === 'terpenuhi').length).toBeGreaterThan(found.length / 6)
    expect(found.filter((state) => state === 'belum_ada_data').length).toBeLessThan(found.length / 2)
  })

  it('has a number for each civil servant as the law writes it: birth, appointment, sex, place', () => {
    const servants = recordsIn(cityOf(1), 'person').filter(({ status }) => status === 'pns')
    for (const { number } of servants) {
      const [, birth = '', appointed = ''] = /^(\d{8})(\d{6})[12]\d{3}$/.exec(String(number)) ?? []
      expect(new Date(`${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`).getTime()).not.toBeNaN()
      expect(Number(appointed.slice(0, 4)) - Number(birth.slice(0, 4))).toBeGreaterThanOrEqual(18)
      expect(Number(appointed.slice(4))).toBeLessThanOrEqual(12)
    }
  })

  it('has certificates that end within 7, 30 and 90 days, a Plt., a plan with its decree and a permit of before the regulation', () => {
    const city = cityOf(1)
    const days = recordsIn(city, 'certificate').map(
      ({ expires }) => (Date.parse(String(expires)) - Date.parse(demoDay)) / 86_400_000,
    )
    for (const [from, to] of [
      [0, 7],
      [8, 30],
      [31, 90],
    ] as const)
      expect(days.filter((left) => left >= from && left <= to).length).toBeGreaterThan(0)
    expect(recordsIn(city, 'assignment').filter(({ kind }) => kind === 'plt')).toHaveLength(1)
    expect(recordsIn(city, 'masterplan').filter(({ decree }) => decree !== null)).toHaveLength(1)
    expect(
      recordsIn(city, 'permit').some(({ issued }) => issued !== null && String(issued) < '2017-12-22'),
    ).toBe(true)
  })

  it('has two datasets alike in their columns, and no others by chance', () => {
    const rows = rowsOf(cityOf(1), 'dataset').map(({ key, values }) => ({
      key,
      opd: (values['opd'] as Ref).key,
      columns: String(values['columns'] ?? '').split(', '),
    }))
    const alike = rows.flatMap((one, n) =>
      rows
        .slice(n + 1)
        .filter(
          ({ opd, columns }) =>
            opd !== one.opd && columns.filter((it) => one.columns.includes(it)).length > 3,
        )
        .map(({ key }) => [one.key, key]),
    )
    expect(alike).toEqual([['dinsos-1', 'dppkbpppa-1']])
  })

  it('says of no register that there is nothing to record where something is', () => {
    const records = recordsOf(cityOf(1))
    for (const { opd, register, state } of records.get('declaration') ?? [])
      expect(
        (records.get(String(register)) ?? []).some((row) => row[ownedBy[register as OwnedType]] === opd),
      ).toBe(state === 'lengkap')
  })

  it('grows to the sizes that are asked for, with the same first OPDs', () => {
    const great = demoCity(1, demoDay, { opds: 60, applications: 2000, datasets: 5000 })
    expect(['opd', 'application', 'dataset'].map((type) => rowsOf(great, type).length)).toEqual([
      60, 2000, 5000,
    ])
    expect(brokenIn(great)).toEqual([])
    const names = rowsOf(great, 'opd').map(({ values }) => values['name'])
    expect(names.slice(0, 30)).toEqual(rowsOf(cityOf(1), 'opd').map(({ values }) => values['name']))
    expect(new Set(names).size).toBe(60)
  })
})
