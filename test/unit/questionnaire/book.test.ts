import { describe, expect, it } from 'vitest'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { definitions } from '../../../shared/records/index.ts'
import { askedFields, isAsked } from '../../../shared/rules/questionnaire/asked.ts'
import { askedColumns, askedRow } from '../../../shared/rules/questionnaire/book.ts'
import { codeFrom, markerText, parseMarker } from '../../../shared/rules/questionnaire/marker.ts'

const of = (type: string): AnyDefinition => {
  const found = definitions.find((one) => one.type === type)
  if (found === undefined) throw new Error(`no ${type}`)
  return found
}
const column = (type: string, key: string, prefix = 'PBM', titles: readonly string[] = []) =>
  askedColumns(of(type), prefix, () => titles).find((one) => one.key === key)

describe('what an OPD is asked', () => {
  it('is nothing that Diskominfo itself says', () => {
    const keysOf = (type: string) =>
      definitions.filter((one) => one.type === type).flatMap((one) => askedFields(one).map(({ key }) => key))
    expect(keysOf('dataRequest')).toContain('opinionOwner')
    expect(keysOf('dataRequest')).not.toContain('opinionDiskominfo')
    expect(keysOf('ictNeed')).not.toContain('measurable')
    expect(keysOf('permit')).not.toContain('answer')
    const guidance = definitions.find(({ type }) => type === 'guidance')
    expect(guidance === undefined ? null : isAsked(guidance)).toBe(false)
  })

  it('is every register of its own, and nothing that officers say of it or that is the city’s', () => {
    const asked = definitions.filter(isAsked).map(({ type }) => type as string)
    expect(asked).toContain('website')
    for (const type of ['assessment', 'declaration', 'questionnaire', 'opd', 'masterplan', 'budgetForm'])
      expect(asked).not.toContain(type)
  })

  it('stands in the order of the form, without whose it is and what the program writes itself', () => {
    const fields = askedFields(of('website'))
    expect(fields.map(({ key }) => key)).not.toContain('opd')
    expect(fields.slice(-6).map(({ section }) => section)).toEqual(Array(6).fill('Hosting'))
    expect(fields[0]).toMatchObject({ key: 'address', section: '' })
  })

  it('names the pasal of the city’s own regulation and how to answer', () => {
    expect(column('application', 'docNeeds')?.hint).toBe('Pasal 11 (3) a\npilih')
    expect(column('application', 'docNeeds', 'SKW')).toMatchObject({ hint: 'pilih', waits: false })
    expect(column('application', 'assetCode')?.hint).toBe('Pasal 9 (1) a s.d. 9 (1) d\nteks')
    expect(column('policy', 'stage', 'SKW')?.hint).toMatch(/dst\.\npilih$/)
    expect(column('application', 'accessMatrix')?.hint).toMatch(/Penj\. 14 \(2\)/)
    expect(column('website', 'live')).toMatchObject({ hint: 'pilih Ya atau Tidak', waits: false })
    expect(column('website', 'kind')).toMatchObject({ waits: true })
  })

  it('offers choices where a field has some, and names where it points at records, which others may answer too', () => {
    expect(column('website', 'legalForm')).toMatchObject({
      isStrict: true,
      choices: expect.arrayContaining(['Bukan badan hukum']),
    })
    expect(column('website', 'live')?.choices).toEqual(['Ya', 'Tidak'])
    expect(column('certificate', 'person', 'PBM', ['Ani'])).toMatchObject({
      isStrict: false,
      choices: ['Ani'],
    })
    expect(column('website', 'provider')?.choices).toEqual([])
  })

  it('keeps a day among years and months as it is typed, and what has eighteen figures as text', () => {
    const values = { name: 'SIMPUS', since: '2019-01-31', handoverDate: '2020-02-01', value: 5 }
    const row = askedRow(of('application'), { id: 'aaaaaaaaaa.1.1', values, titles: {} })
    const at = (key: string) => row[askedFields(of('application')).findIndex((one) => one.key === key) + 1]
    expect([row[0], at('since'), at('handoverDate'), at('value')]).toEqual([
      'aaaaaaaaaa.1.1',
      '31-01-2019',
      { day: '2020-02-01' },
      5,
    ])
    expect(column('person', 'number')?.look).toBe('typed')
  })
})

it('a mark is read as it was written, and a code has no letter that is taken for another', () => {
  const marker = { workspace: 'w', opd: 'aaaaaaaaaa.1.1', code: 'ABCD-EFGH', type: '', version: 8 }
  expect(parseMarker(markerText(marker))).toEqual(marker)
  expect(parseMarker(`  ${markerText({ ...marker, type: 'website' })} `)).toMatchObject({ type: 'website' })
  expect([parseMarker('SELARAS-ISIAN 2 x'), parseMarker('SELARAS-ISIAN x'), parseMarker('lain')]).toEqual([
    'newer',
    null,
    null,
  ])
  expect(codeFrom(Array.from({ length: 31 }, (_unused, at) => at))).not.toMatch(/[ILO01]/)
})
