import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roleNames } from '../../../shared/contract/call.ts'
import { type FormStatus, formStatuses } from '../../../shared/records/budget.ts'
import { mayOf, type Step, stepOf, steps } from '../../../shared/rules/budget/life.ts'

const statuses = Object.keys(formStatuses) as FormStatus[]
const grant = fc.record({
  role: fc.constantFrom(...roleNames),
  opd: fc.constantFrom(null, 'a', 'b'),
  from: fc.constant(null),
  until: fc.constant(null),
})

describe('life of a form', () => {
  it('offers exactly the steps that lead somewhere from a state, to those who hold the role for the OPD', () => {
    fc.assert(
      fc.property(fc.constantFrom(...statuses), fc.array(grant, { maxLength: 3 }), (status, grants) => {
        const may = mayOf({ status, current: true, opd: 'a' }, grants)
        for (const step of Object.keys(steps) as Step[]) {
          const held = grants.some(({ role, opd }) => steps[step].roles.includes(role) && opd !== 'b')
          expect(may[step]).toBe(held && stepOf(status, steps[step].to) === step)
        }
      }),
    )
  })

  it('reaches every state from the first one, and the way back from the last', () => {
    const next = (from: FormStatus) => statuses.filter((to) => stepOf(from, to) !== null)
    const reach = (seen: FormStatus[]): FormStatus[] => {
      const more = seen.flatMap(next).filter((status) => !seen.includes(status))
      return more.length === 0 ? seen : reach([...new Set([...seen, ...more])])
    }
    expect(reach(['diterima']).sort()).toEqual([...statuses].sort())
    expect(reach(['dikunci'])).toContain('diperiksa')
  })

  it('lets nobody edit what was recommended, locked, or is no longer the version in use', () => {
    const admin = [{ role: 'admin' as const, opd: null, from: null, until: null }]
    const edit = (status: FormStatus, current = true) => mayOf({ status, current, opd: 'a' }, admin).edit
    expect(statuses.filter((status) => edit(status))).toEqual(['diterima', 'diperiksa', 'dikembalikan'])
    expect(statuses.some((status) => edit(status, false))).toBe(false)
  })

  it('leaves the opening of a lock to an admin', () => {
    const unlocks = roleNames.filter(
      (role) =>
        mayOf({ status: 'dikunci', current: true, opd: 'a' }, [{ role, opd: null, from: null, until: null }])
          .unlock,
    )
    expect(unlocks).toEqual(['admin'])
  })
})
