import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Behind, behindOf, rowsAddress } from '../../../renderer/consolidation/addresses.ts'
import type { SumLine } from '../../../renderer/consolidation/SumTable.tsx'
import { barsOf, chartWords, shareOf, sharesOfLines } from '../../../renderer/consolidation/shares.ts'
import { nextSumSort, sortedLines, sortOf, sortWord } from '../../../renderer/consolidation/sumSort.ts'

const group = fc.record({ label: fc.string(), total: fc.nat(1_000_000_000) })

describe('the chart', () => {
  test('loses nothing: its bars make the whole, however many groups there are', () => {
    fc.assert(
      fc.property(fc.array(group), fc.integer({ min: 2, max: 20 }), (groups, most) => {
        const bars = barsOf(groups, most)
        expect(bars.length).toBeLessThanOrEqual(most)
        expect(bars.reduce((sum, { total }) => sum + total, 0)).toBe(
          groups.reduce((sum, { total }) => sum + total, 0),
        )
      }),
    )
  })

  test('is said aloud: the largest, what follows, and how much the first three hold', () => {
    const groups = [
      { label: 'APBD', total: 600 },
      { label: 'DAK', total: 300 },
      { label: 'BLUD', total: 60 },
      { label: 'Hibah', total: 40 },
    ]
    expect(chartWords(groups)).toBe(
      'APBD terbesar dengan Rp600 atau 60,0% dari keseluruhan, disusul DAK (30,0%). Tiga teratas memuat 96,0%.',
    )
    expect(chartWords(groups.slice(0, 1))).toBe('Seluruhnya APBD, Rp600.')
    expect(chartWords([])).toBe('Belum ada jumlah yang dapat digambarkan.')
  })

  test('a part of nothing has no share', () => {
    expect(shareOf(0, 0)).toBe('–')
  })
})

describe('the shares of a table', () => {
  const lines = [
    { total: 20, level: 'parent' },
    { total: 10, level: 'child' },
    { total: 10, level: 'child' },
    { total: 5, level: 'parent' },
    { total: 5, level: 'parent' },
  ] as const
  const shown = (all: readonly (typeof lines)[number][]) => [...sharesOfLines(all).entries()]

  test('of three thirds make the whole, and what stands under a line makes that line', () => {
    const thirds = [{ total: 1 }, { total: 1 }, { total: 1 }]
    expect([...sharesOfLines(thirds).values()]).toEqual(['33,4%', '33,3%', '33,3%'])
    const by = new Map(shown(lines))
    expect(lines.map((line) => by.get(line))).toEqual(['66,7%', '33,4%', '33,3%', '16,7%', '16,6%'])
  })

  test('of nothing are none', () => {
    expect([...sharesOfLines([{ total: 0 }, { total: 0 }]).values()]).toEqual(['–', '–'])
  })
})

describe('the address of the rows behind a number', () => {
  test('says all that the number was, whatever its label holds', () => {
    const behind: fc.Arbitrary<Behind> = fc
      .record({
        dimension: fc.constantFrom('opd', 'output', 'source', 'implementer', 'method', null),
        label: fc.string(),
        subOutput: fc.option(fc.string()),
        opd: fc.option(fc.string()),
        only: fc.constantFrom('all', 'withoutCost'),
        name: fc.string({ minLength: 1 }),
      })
      .map((each) =>
        each.dimension === null ? { ...each, label: '', name: '' } : each,
      ) as fc.Arbitrary<Behind>
    fc.assert(
      fc.property(behind, (each) => {
        const [, query = ''] = rowsAddress(each).split('?')
        expect(behindOf(new URLSearchParams(query))).toEqual(each)
      }),
    )
  })
})

describe('the order of the sums', () => {
  const line = (label: string, total: number, level?: 'parent' | 'child'): SumLine => ({
    key: label,
    label,
    rows: total,
    withoutCost: 0,
    total,
    behind: { dimension: null, label, subOutput: null, opd: null, only: 'all', name: label },
    ...(level ? { level } : {}),
  })
  const outputs = [
    line('SIKDA', 3, 'parent'),
    line('Aplikasi', 1, 'child'),
    line('Data', 2, 'child'),
    line('Absensi', 9, 'parent'),
    line('Server 10', 5, 'child'),
    line('Server 9', 4, 'child'),
  ]
  const names = (word: string) => sortedLines(outputs, sortOf(word)).map(({ label }) => label)

  test('keeps what stands under an output under it', () => {
    expect(names('jumlah-turun')).toEqual(['Absensi', 'Server 10', 'Server 9', 'SIKDA', 'Data', 'Aplikasi'])
    expect(names('nama-naik')).toEqual(['Absensi', 'Server 9', 'Server 10', 'SIKDA', 'Aplikasi', 'Data'])
    expect(names('apa saja'), 'as the consolidation gives it').toEqual(outputs.map(({ label }) => label))
  })

  test('begins with the greatest number and with A, turns, and comes back to the order of the consolidation', () => {
    const presses = (key: 'label' | 'total') => {
      const first = nextSumSort(null, key)
      const second = nextSumSort(first, key)
      return [first, second, nextSumSort(second, key)].map((sort) => (sort === null ? null : sortWord(sort)))
    }
    expect(presses('total')).toEqual(['jumlah-turun', 'jumlah-naik', null])
    expect(presses('label')).toEqual(['nama-naik', 'nama-turun', null])
  })

  test('an address gives the order that made it', () => {
    for (const key of ['label', 'rows', 'withoutCost', 'total'] as const)
      for (const direction of ['asc', 'desc'] as const)
        expect(sortOf(sortWord({ key, direction }))).toEqual({ key, direction })
  })
})
