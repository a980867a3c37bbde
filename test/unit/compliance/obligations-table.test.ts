import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checksOf, cityChecksOf } from '../../../shared/compliance/index.ts'
import { type AnyDefinition, basisOf } from '../../../shared/records/define.ts'
import type { Field } from '../../../shared/records/field.ts'
import { definitions } from '../../../shared/records/index.ts'
import { citeOf, unitKeysOf } from '../../../shared/regulation/cite.ts'
import { crosswalk } from '../../../shared/regulation/crosswalk.ts'
import { regulations, unitOf } from '../../../shared/regulation/index.ts'
import { obligations } from '../../../shared/regulation/obligations.ts'
import { citedOnly, servedBy } from '../../../shared/regulation/places.ts'

const file = new URL('../../../docs/kewajiban.md', import.meta.url)

/** “PBM-11(3)a” is part of “PBM-11(3)a-e”. */
const isOf = (basis: string, obligation: string): boolean => {
  const units = unitKeysOf(obligation)
  return basis === obligation || (units.length > 1 && units.includes(basis))
}
const asks = (ids: readonly string[], obligation: string) => ids.some((id) => isOf(id, obligation))
const all: readonly AnyDefinition[] = definitions

const fieldsFor = (id: string): string[] =>
  all.flatMap(({ label, fields }) => {
    const own = (Object.values(fields) as Field[]).filter(({ facts }) => asks(facts.articles, id))
    return own.length === 0 ? [] : [`${label}: ${own.map(({ facts }) => facts.label).join(', ')}`]
  })
const registersFor = (id: string): string[] =>
  all
    .filter(({ articles, fields }) => asks(articles, id) && !asks(basisOf({ articles: [], fields }), id))
    .map(({ plural }) => plural)
const checks = regulations.flatMap(({ prefix }) => [...checksOf(prefix), ...cityChecksOf(prefix)])
const checkFor = (id: string): string[] =>
  checks
    .filter((check) => check.obligations.includes(id))
    .map((check) => ('bearer' in check ? `${check.short} (${check.bearer})` : check.short))

const placesOf = (id: string): string[] => [
  ...fieldsFor(id).map((words) => `isian ${words}`),
  ...registersFor(id).map((words) => `daftar ${words}`),
  ...checkFor(id).map((words) => `pemeriksaan “${words}”`),
  ...(servedBy[id] === undefined ? [] : [`halaman ${servedBy[id]}`]),
]
const whereIs = (id: string): string => {
  const places = placesOf(id)
  return places.length > 0 ? places.join('; ') : `hanya dikutip: ${citedOnly[id] ?? '?'}`
}

const table = (): string =>
  [
    '# Kewajiban kedua Perwal dan letaknya di Selaras',
    '',
    'Dibuat oleh ujinya sendiri (`test/unit/compliance/obligations-table.test.ts`) dari `resources/obligations.json` dan program; tidak disunting dengan tangan. Naskah setiap pasal dibaca pada halaman Peraturan.',
    '',
    ...regulations.flatMap(({ short, prefix }) => [
      `## ${short}`,
      '',
      '| Kode | Pasal | Jenis | Bagi | Letak |',
      '|---|---|---|---|---|',
      ...obligations
        .filter(({ id }) => id.startsWith(`${prefix}-`))
        .map(
          ({ id, kind, actor }) =>
            `| ${id} | ${citeOf(unitKeysOf(id)[0] ?? id)} | ${kind} | ${actor} | ${whereIs(id)} |`,
        ),
      '',
    ]),
  ].join('\n')

describe('every obligation of both regulations', () => {
  it('is 172, each with a place in the program or the reason why it is cited only', () => {
    expect(obligations).toHaveLength(172)
    expect(
      obligations
        .filter(({ id }) => placesOf(id).length === 0)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(citedOnly).sort())
  })

  it('stands in docs/kewajiban.md as it is now; SELARAS_WRITE=1 writes it anew', () => {
    if (process.env['SELARAS_WRITE'] !== undefined) writeFileSync(file, table())
    expect(readFileSync(file, 'utf8')).toBe(table())
  })

  it.each(['W', 'L'] as const)(
    'that binds somebody (%s) is recorded or judged, but for sanctions',
    (kind) => {
      const left = obligations.filter((one) => one.kind === kind && placesOf(one.id).length === 0)
      expect(left.map(({ id }) => id)).toEqual(kind === 'W' ? ['PBM-19(4)'] : [])
    },
  )

  it('of another kind than a duty never judges', () => {
    const judged = new Set(checks.flatMap(({ obligations: ids }) => ids))
    expect(
      obligations
        .filter(({ id, kind }) => judged.has(id) && (kind === 'D' || kind === 'T' || kind === 'S'))
        .map(({ id }) => id),
    ).toEqual([])
  })
})

describe('what the program cites', () => {
  it('stands in a regulation', () => {
    const cited = [
      ...all.flatMap(basisOf),
      ...checks.flatMap(({ obligations: ids }) => ids),
      ...crosswalk.flatMap(({ units }) => units),
    ]
    expect([...new Set(cited.flatMap(unitKeysOf))].filter((key) => unitOf(key) === undefined)).toEqual([])
  })
})
