import type { SessionFacts } from '../../shared/contract/session.ts'
import { roleLabels } from '../../shared/records/core.ts'
import type { Records } from '../../shared/records/index.ts'
import { type Grant, grantsOn } from '../../shared/rules/access/index.ts'
import { holds } from '../../shared/rules/people/holder.ts'
import { kindPrefix, officeOf } from '../../shared/rules/people/office.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { draftAt } from '../store/drafts.ts'
import type { Reader } from '../store/reader.ts'

type Role = Records['role']
/** As what an officer may act: a role, or a position that the same person holds (`grants` null: with all roles). */
export type Capacity = {
  readonly id: string
  readonly words: string
  readonly grants: readonly Grant[] | null
}

export const grantOf = ({ role, opd, from, until }: Role): Grant[] =>
  role === null ? [] : [{ role, opd, from, until }]

export const rolesOn = (roles: readonly Role[], day: string): Role[] =>
  roles.filter((role) => grantsOn(grantOf(role), day).length > 0)

const acting = ({ actingFor }: Role): string[] =>
  actingFor === null || actingFor === '' ? [] : [`Plt. ${actingFor}`]
const labelOf = ({ role }: Role): string[] => (role === null ? [] : [roleLabels[role]])

/** All roles at once: “Plt. Kabid Aptika, Verifikator”. */
export const allWords = (roles: readonly Role[]): string =>
  [...new Set([...roles.flatMap(acting), ...roles.flatMap(labelOf)])].join(', ')

/** One role, apart from others of its kind: by the office that is held for another, by whose it is, by its OPD. */
const roleWords = (reader: Reader, role: Role): string => {
  const [office] = acting(role)
  if (office !== undefined) return office
  const opd = role.opd === null ? null : reader.find('opd', role.opd)
  const lender = role.lentBy === null ? null : reader.find('officer', role.lentBy)
  const words = [...labelOf(role), ...(opd === null ? [] : [opd.short || opd.name || ''])].join(' ')
  return lender === null ? words : coreTexts.insteadOf(words, lender.name ?? '')
}

const positionsOf = (reader: Reader, nip: string, day: string): Capacity[] =>
  (nip === '' ? [] : reader.where('person', { number: nip }))
    .flatMap(({ id }) => reader.where('assignment', { person: id }))
    .filter((one) => holds(one, day))
    .flatMap(({ id, kind, position }) => {
      const held = position === null ? null : reader.find('position', position)
      if (held === null) return []
      const opdName = (held.opd === null ? null : reader.find('opd', held.opd)?.name) ?? ''
      return [{ id, words: `${kindPrefix(kind)}${officeOf({ ...held, opdName })}`, grants: null }]
    })

/** Everything as what an officer may act on a day. */
export const capacitiesOn = (
  reader: Reader,
  { nip }: Records['officer'],
  roles: readonly Role[],
  day: string,
): Capacity[] => [
  ...rolesOn(roles, day).map((role) => ({
    id: role.id,
    words: roleWords(reader, role),
    grants: grantOf(role),
  })),
  ...positionsOf(reader, nip ?? '', day),
]

/** Where this device keeps what an officer chose to act as. */
export const actingPlace = 'bertindak-sebagai'

/** The officer as what they chose to act, with the roles of that alone; with all where they chose nothing, or hold it no more. */
export const acted = (reader: Reader, facts: SessionFacts, capacities: readonly Capacity[]): SessionFacts => {
  const kept = draftAt(reader, facts.officer, actingPlace)?.value
  const chosen = capacities.find(({ id }) => id === kept)
  if (chosen === undefined) return facts
  const { id, words, grants } = chosen
  return {
    ...facts,
    actingAs: id,
    capacity: words,
    grants: grants === null ? facts.grants : grants.map((grant) => ({ ...grant })),
  }
}
