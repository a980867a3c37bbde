import { describe, expect, it } from 'vitest'
import { opdNameOn, type Succession, seriesKey, successorOn } from '../../../shared/rules/opd/sotk.ts'

const row = (
  kind: Succession['kind'],
  from: string,
  to: string | null,
  on: string,
  nameBefore: string | null = null,
  codeBefore: string | null = null,
): Succession => ({ kind, from, to, on, nameBefore, codeBefore })
const today = '2026-11-21'

describe('the name of an OPD on a day', () => {
  const opd = { id: 'a', name: 'Dinas Ketiga', code: '3' }
  const twice = [
    row('nama', 'a', 'a', '2024-07-01', 'Dinas Kedua', '2'),
    row('nama', 'a', 'a', '2020-01-01', 'Dinas Pertama', '1'),
    row('nama', 'b', 'b', '2023-01-01', 'Dinas Lain', '9'),
  ]
  it.each([
    ['2019-12-31', 'Dinas Pertama', '1'],
    ['2020-01-01', 'Dinas Kedua', '2'],
    ['2024-06-30', 'Dinas Kedua', '2'],
    ['2024-07-01', 'Dinas Ketiga', '3'],
    ['2026-11-21', 'Dinas Ketiga', '3'],
  ])('is on %s that of then', (day, name, code) => {
    expect(opdNameOn(opd, twice, day)).toEqual({ name, code })
  })
  it('is that of now where nobody recorded what it was', () => {
    expect(opdNameOn(opd, [row('nama', 'a', 'a', '2024-07-01')], '2020-01-01').name).toBe('Dinas Ketiga')
  })
})

describe('what became of an OPD', () => {
  const merged = [row('gabung', 'a', 'c', '2026-07-01'), row('gabung', 'b', 'c', '2026-07-01')]
  it('is itself until the day of the merger, and its successor from that day', () => {
    expect(successorOn('a', merged, '2026-06-30')).toEqual(['a'])
    expect(successorOn('a', merged, '2026-07-01')).toEqual(['c'])
    expect(successorOn('c', merged, '2026-07-01')).toEqual(['c'])
  })
  it('follows one merger after the other', () => {
    const again = [row('gabung', 'c', 'd', '2026-09-01'), ...merged]
    expect(successorOn('b', again, '2026-08-31')).toEqual(['c'])
    expect(successorOn('b', again, today)).toEqual(['d'])
  })
  it('is several after a split, also where one of them is the former itself', () => {
    const split = [row('pecah', 'a', 'a', '2026-07-01'), row('pecah', 'a', 'b', '2026-07-01')]
    expect(successorOn('a', split, today)).toEqual(['a', 'b'])
    expect(seriesKey('a', split, 'sekarang', today)).toBe('a')
  })
  it('is nobody after its end', () => {
    expect(successorOn('a', [row('bubar', 'a', null, '2026-07-01')], today)).toEqual([])
  })
  it('comes to an end where two OPDs became each other', () => {
    const round = [row('gabung', 'a', 'b', '2017-01-01'), row('pecah', 'b', 'a', '2020-01-01')]
    expect(successorOn('a', round, today)).toEqual(['a'])
    expect(successorOn('b', round, '2019-01-01')).toEqual(['b'])
    expect(
      successorOn('a', [row('gabung', 'a', 'b', '2017-01-01'), row('gabung', 'b', 'a', '2017-01-01')], today),
    ).toEqual(['a'])
  })
})

describe('sums', () => {
  const merged = [row('gabung', 'a', 'c', '2026-07-01'), row('gabung', 'b', 'c', '2026-07-01')]
  it('stand under the OPD of then, or under what became of it, each once', () => {
    const ids = ['a', 'b', 'c', 'd']
    expect(ids.map((id) => seriesKey(id, merged, 'saatItu', today))).toEqual(ids)
    expect(ids.map((id) => seriesKey(id, merged, 'sekarang', today))).toEqual(['c', 'c', 'c', 'd'])
    expect(seriesKey('a', merged, 'sekarang', '2026-06-30')).toBe('a')
  })
  it('of an OPD that was dissolved stay its own', () => {
    expect(seriesKey('a', [row('bubar', 'a', null, '2026-07-01')], 'sekarang', today)).toBe('a')
  })
})
