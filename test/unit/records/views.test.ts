import { describe, expect, it } from 'vitest'
import {
  isView,
  mostViews,
  type View,
  viewNamed,
  withoutView,
  withView,
} from '../../../shared/rules/records/views.ts'

const view = (name: string, more: Partial<View> = {}): View => ({
  name,
  sort: null,
  filters: {},
  columns: ['a'],
  ...more,
})

describe('views of a register', () => {
  it('stand in the order of their names, and one of the same name gives way', () => {
    const two = withView(withView([], view('Sewa')) ?? [], view('Aktif')) ?? []
    expect(two.map(({ name }) => name)).toEqual(['Aktif', 'Sewa'])
    const again = withView(two, view(' sewa ', { columns: ['b'] })) ?? []
    expect(again.map(({ name, columns }) => [name, columns])).toEqual([
      ['Aktif', ['a']],
      ['sewa', ['b']],
    ])
    expect(viewNamed(again, 'SEWA')?.columns).toEqual(['b'])
    expect(withoutView(again, 'Sewa').map(({ name }) => name)).toEqual(['Aktif'])
  })

  it('are no more than a menu holds, but one can still be replaced', () => {
    const full = Array.from({ length: mostViews }, (_unused, n) => view(`T${n}`))
    expect(withView(full, view('lain'))).toBeNull()
    expect(withView(full, view('T3', { columns: ['c'] }))).toHaveLength(mostViews)
  })

  it('are recognised where filters, order and columns are the same; a filter that is not set is none', () => {
    const kept = view('x', { filters: { kind: 'a', live: '' }, sort: { key: 'a', direction: 'asc' } })
    const now = { filters: { kind: 'a' }, sort: { key: 'a', direction: 'asc' as const }, columns: ['a'] }
    expect(isView(kept, now)).toBe(true)
    expect(isView(kept, { ...now, sort: { key: 'a', direction: 'desc' } })).toBe(false)
    expect(isView(kept, { ...now, filters: { kind: 'b' } })).toBe(false)
    expect(isView(kept, { ...now, columns: ['a', 'b'] })).toBe(false)
  })
})
