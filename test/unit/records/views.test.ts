import { describe, expect, it } from 'vitest'
import { inOrder, isView, type View, viewNamed } from '../../../shared/rules/records/views.ts'

const view = (name: string, more: Partial<View> = {}): View => ({
  name,
  sort: null,
  filters: {},
  columns: ['a'],
  ...more,
})

describe('views of a register', () => {
  it('stand in the order of their names, and one of the same name is found whatever its capitals', () => {
    const two = inOrder([view('Sewa', { columns: ['b'] }), view('aktif')])
    expect(two.map(({ name }) => name)).toEqual(['aktif', 'Sewa'])
    expect(viewNamed(two, ' SEWA ')?.columns).toEqual(['b'])
    expect(viewNamed(two, 'lain')).toBeNull()
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
