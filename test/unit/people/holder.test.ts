import { describe, expect, it } from 'vitest'
import { type Assignment, holderOn } from '../../../shared/rules/people/holder.ts'
import { officeOf } from '../../../shared/rules/people/office.ts'

const positions = [
  { id: 'p', title: 'Kepala Dinas Kesehatan', ends: null },
  { id: 'sekda', title: 'Sekretaris Daerah', ends: null },
  { id: 'lama', title: 'Kepala Kantor', ends: '2025-12' },
]
const people = ['ani', 'budi', 'cici', 'dodi'].map((id) => ({
  id,
  name: id.toUpperCase(),
  number: id,
  rank: null,
}))
const row = (
  person: string,
  kind: Assignment['kind'],
  from: string | null,
  until: string | null,
  more: Partial<Assignment> = {},
): Assignment => ({
  person,
  position: 'p',
  kind,
  from,
  until,
  signs: null,
  onBehalf: null,
  ...more,
})
const at = (assignments: readonly Assignment[], day: string, position = 'p') => {
  const holder = holderOn(positions, assignments, people, position, day)
  return holder === null ? null : `${holder.person.id} ${holder.kind}`
}
const heading = (assignment: Assignment, position = 'p') =>
  holderOn(positions, [{ ...assignment, position }], people, position, '2026-06-01')?.heading

describe('who holds a position on a day', () => {
  const all = [
    row('ani', 'definitif', '2020-01-01', null),
    row('budi', 'plt', '2026-03-01', '2026-03-31'),
    row('cici', 'plh', '2026-03-10', '2026-03-12'),
    row('dodi', 'pj', '2026-02-15', '2026-03-05'),
  ]
  it.each([
    ['2019-12-31', null],
    ['2020-01-01', 'ani definitif'],
    ['2026-02-14', 'ani definitif'],
    ['2026-02-15', 'dodi pj'],
    ['2026-03-01', 'budi plt'],
    ['2026-03-09', 'budi plt'],
    ['2026-03-10', 'cici plh'],
    ['2026-03-12', 'cici plh'],
    ['2026-03-13', 'budi plt'],
    ['2026-03-31', 'budi plt'],
    ['2026-04-01', 'ani definitif'],
  ])('on %s it is %s', (day, who) => {
    expect(at(all, day)).toBe(who)
    expect(at(all.toReversed(), day)).toBe(who)
  })
  it('is the one who came last, of two of a kind', () => {
    const two = [row('ani', 'definitif', '2020-01-01', null), row('budi', 'definitif', '2024-01-01', null)]
    expect(at(two, '2026-01-01')).toBe('budi definitif')
    expect(at(two.toReversed(), '2026-01-01')).toBe('budi definitif')
    expect(at(two, '2023-12-31')).toBe('ani definitif')
  })
  it('is nobody where none is recorded, from no day, of an office that has ended, or by a person who is gone', () => {
    expect(at(all, '2026-06-01', 'sekda')).toBeNull()
    expect(at([row('ani', 'definitif', null, null)], '2026-06-01')).toBeNull()
    expect(
      at([row('ani', 'definitif', '2020-01-01', null, { position: 'lama' })], '2026-01-01', 'lama'),
    ).toBeNull()
    expect(
      at([row('ani', 'definitif', '2020-01-01', null, { position: 'lama' })], '2025-12-31', 'lama'),
    ).toBe('ani definitif')
    expect(at([row('eka', 'plt', '2020-01-01', null), ...all], '2026-06-01')).toBe('ani definitif')
  })
})

describe('the heading of a signature block', () => {
  const ani = row('ani', 'definitif', '2020-01-01', null)
  it.each([
    ['the office alone', ani, 'p', 'KEPALA DINAS KESEHATAN'],
    ['an acting official', { ...ani, kind: 'plt' as const }, 'p', 'Plt. KEPALA DINAS KESEHATAN'],
    [
      'for another',
      { ...ani, signs: 'an' as const, onBehalf: 'Walikota Prabumulih' },
      'sekda',
      'a.n. WALIKOTA PRABUMULIH\nSEKRETARIS DAERAH',
    ],
    [
      'an acting official for another',
      { ...ani, kind: 'plh' as const, signs: 'an' as const, onBehalf: 'a.n. Walikota' },
      'sekda',
      'a.n. WALIKOTA\nPlh. SEKRETARIS DAERAH',
    ],
    [
      'handed on twice',
      { ...ani, signs: 'ub' as const, onBehalf: 'Walikota; Sekretaris Daerah' },
      'p',
      'a.n. WALIKOTA\nSEKRETARIS DAERAH\nu.b.\nKEPALA DINAS KESEHATAN',
    ],
    [
      'handed on once',
      { ...ani, signs: 'ub' as const, onBehalf: 'Sekretaris Daerah' },
      'p',
      'SEKRETARIS DAERAH\nu.b.\nKEPALA DINAS KESEHATAN',
    ],
    ['for nobody that is named', { ...ani, signs: 'an' as const }, 'p', 'KEPALA DINAS KESEHATAN'],
  ])('of %s', (_name, assignment, position, words) => {
    expect(heading(assignment, position)).toBe(words)
  })
  it('completes a title that ends as its OPD begins', () => {
    const office = (title: string, opdName: string) => officeOf({ title, opdName })
    expect(office('Kepala Dinas', 'Dinas Kesehatan')).toBe('Kepala Dinas Kesehatan')
    expect(office('Kepala Dinas Kesehatan', 'Dinas Kesehatan')).toBe('Kepala Dinas Kesehatan')
    expect(office('Kepala Bidang Aplikasi', 'Dinas Kesehatan')).toBe('Kepala Bidang Aplikasi')
    expect(office('Sekretaris Daerah', 'Sekretariat Daerah')).toBe('Sekretaris Daerah')
  })
})
