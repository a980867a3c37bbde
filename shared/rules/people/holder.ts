import type { Records } from '../../records/index.ts'
import { isOver } from '../opd/living.ts'
import { kindPrefix, type Office, officeOf } from './office.ts'

export type HeldPosition = Pick<Records['position'], 'id' | 'ends'> & Office
export type Assignment = Pick<
  Records['assignment'],
  'person' | 'position' | 'kind' | 'from' | 'until' | 'signs' | 'onBehalf'
>
type Person = Pick<Records['person'], 'id' | 'name' | 'number' | 'rank'>
export type AssignmentKind = NonNullable<Assignment['kind']>
export type Holder = {
  readonly person: Person
  readonly kind: AssignmentKind
  /** Of the signature block, line by line: “a.n. WALIKOTA PRABUMULIH”, “SEKRETARIS DAERAH”. */
  readonly heading: string
}

/** Who stands in for a day stands before who acts until somebody is appointed; the appointed one comes last. */
const precedence: Readonly<Record<AssignmentKind, number>> = { plh: 3, plt: 2, pj: 1, definitif: 0 }
/** Whether an assignment holds on a day (ISO). */
export const holds = ({ from, until }: Pick<Assignment, 'from' | 'until'>, day: string): boolean =>
  from !== null && from <= day && (until === null || until === '' || until >= day)

const kindOf = ({ kind }: Assignment): AssignmentKind => kind ?? 'definitif'

const stronger = (a: Assignment, b: Assignment): number =>
  precedence[kindOf(b)] - precedence[kindOf(a)] || ((a.from ?? '') < (b.from ?? '') ? 1 : -1)

/** Offices for whom somebody signs, the highest first, one a line or apart by semicolons. */
const officesOf = (onBehalf: string | null): string[] =>
  (onBehalf ?? '')
    .split(/[;\n]/)
    .map((office) =>
      office
        .replace(/^\s*a\.\s?n\.\s*/i, '')
        .trim()
        .toUpperCase(),
    )
    .filter((office) => office !== '')

/**
 * a.n.: for whom, then who signs. u.b.: whoever signs a.n. handed it on, and is named between them; alone he is named without a.n.
 * Prefixes keep their letters, offices stand in capitals.
 */
const headingOf = (assignment: Assignment, position: HeldPosition): string => {
  const own = `${kindPrefix(kindOf(assignment))}${officeOf(position).toUpperCase()}`
  const offices = officesOf(assignment.onBehalf)
  const [first, ...others] = offices
  if (first === undefined) return own
  if (assignment.signs === 'an') return [`a.n. ${first}`, ...others, own].join('\n')
  if (assignment.signs !== 'ub') return own
  return [...(others.length > 0 ? [`a.n. ${first}`, ...others] : [first]), 'u.b.', own].join('\n')
}

/** Who holds a position on a day (ISO), and how the signature block names the office; null where nobody is recorded. */
export const holderOn = (
  positions: readonly HeldPosition[],
  assignments: readonly Assignment[],
  people: readonly Person[],
  positionId: string,
  day: string,
): Holder | null => {
  const position = positions.find(({ id }) => id === positionId)
  if (position === undefined || isOver(position.ends, day)) return null
  const known = new Map(people.map((person) => [person.id, person]))
  const [first] = assignments
    .filter((one) => one.position === positionId && holds(one, day) && known.has(one.person ?? ''))
    .toSorted(stronger)
  const person = known.get(first?.person ?? '')
  if (first === undefined || person === undefined) return null
  return { person, kind: kindOf(first), heading: headingOf(first, position) }
}
