import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endingOn, pastedName, versionsOf } from '../../../shared/rules/records/attachments.ts'

const paper = (id: string, replacedBy: string | null = null, owner = 'x') => ({ id, owner, replacedBy })
const told = (...papers: ReturnType<typeof paper>[]) =>
  versionsOf(papers).map(({ paper: { id }, earlier }) => [id, ...earlier.map((one) => one.id)].join('<'))

describe('versions of a paper', () => {
  it('stand behind the newest one, however many there were', () => {
    expect(told(paper('c'), paper('b', 'c'), paper('a', 'b'), paper('z'))).toEqual(['c<b<a', 'z'])
  })

  it('stand for themselves again once their successor is gone or belongs to another record', () => {
    expect(told(paper('a', 'gone'))).toEqual(['a'])
    expect(told(paper('a', 'b'), paper('b', null, 'y'))).toEqual(['a', 'b'])
  })

  it('are each shown exactly once, also where broken programs made them lead in a circle', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const one = fc.option(fc.constantFrom(...ids, 'gone'))
    fc.assert(
      fc.property(fc.tuple(one, one, one, one, one), (next) => {
        const all = versionsOf(ids.map((id, at) => paper(id, next[at] ?? null)))
        expect(
          all.flatMap(({ paper: { id }, earlier }) => [id, ...earlier.map((own) => own.id)]).sort(),
        ).toEqual(ids)
      }),
    )
  })
})

describe('the end of a paper', () => {
  it('is told by days: over after its last day, soon within ninety', () => {
    expect(endingOn('2026-11-21', '2026-11-21')).toEqual({ state: 'soon', days: 0 })
    expect(endingOn('2026-11-20', '2026-11-21')).toEqual({ state: 'over', days: -1 })
    expect(endingOn('2027-02-19', '2026-11-21')).toEqual({ state: 'soon', days: 90 })
    expect(endingOn('2027-02-20', '2026-11-21')).toEqual({ state: 'later', days: 91 })
  })
})

describe('a pasted picture', () => {
  it('is named by the moment, several apart; a file that was copied keeps its name', () => {
    const at = (name: string, nth = 0) => pastedName(name, '21-11-2026', '14.05', nth)
    expect(at('image.png')).toBe('Tangkapan layar 21-11-2026 14.05.png')
    expect(at('image.jpeg', 1)).toBe('Tangkapan layar 21-11-2026 14.05 (2).jpeg')
    expect(at('')).toBe('Tangkapan layar 21-11-2026 14.05.png')
    expect(at('Denah ruang server.png')).toBe('Denah ruang server.png')
  })
})
