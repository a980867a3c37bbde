import type { z } from 'zod'
import type { peopleHolders } from '../../shared/contract/people.ts'
import { nipDigits } from '../../shared/format/nip.ts'
import type { Records } from '../../shared/records/index.ts'
import { isOver } from '../../shared/rules/opd/living.ts'
import { opdNameOn } from '../../shared/rules/opd/sotk.ts'
import { type Holder, holderOn } from '../../shared/rules/people/holder.ts'
import { officeOf } from '../../shared/rules/people/office.ts'
import type { QueryContext } from '../feature.ts'
import type { Reader } from '../store/reader.ts'

type Holders = z.input<typeof peopleHolders.output>

/** A code of one's own in place of a NIP is none. */
const nipOf = (number: string | null): string => {
  const digits = nipDigits(number ?? '')
  return digits.length === 18 ? digits : ''
}

const blockOf = (holder: Holder | null) =>
  holder === null
    ? null
    : {
        heading: holder.heading,
        name: holder.person.name ?? '',
        rank: holder.person.rank ?? '',
        nip: nipOf(holder.person.number),
      }

const opdsOn = (
  reader: Reader,
  day: string,
): ReadonlyMap<string, { readonly name: string; readonly leads: boolean }> => {
  const successions = reader.where('opdSuccession', {})
  const named = ({ id, name, code }: Records['opd']) => ({ id, name: name ?? '', code: code ?? '' })
  return new Map(
    reader
      .where('opd', {})
      .map((opd) => [
        opd.id,
        { name: opdNameOn(named(opd), successions, day).name, leads: opd.leads === true },
      ]),
  )
}

/** Of the positions that the officer may see. */
export const holdersOn = ({ reader, session }: QueryContext, day: string): Holders => {
  const opds = opdsOn(reader, day)
  const seen = reader
    .where('position', {})
    .filter(({ opd }) => session.opds === null || session.opds.includes(opd ?? ''))
  const positions = seen
    .filter(({ ends }) => !isOver(ends, day))
    .map((position) => ({ ...position, opdName: opds.get(position.opd ?? '')?.name ?? '' }))
  const [assignments, people] = [reader.where('assignment', {}), reader.where('person', {})]
  return {
    day,
    positions: positions.map((position) => ({
      id: position.id,
      office: officeOf(position),
      opd: position.opdName,
      leads: position.head === true && opds.get(position.opd ?? '')?.leads === true,
      holder: blockOf(holderOn(positions, assignments, people, position.id, day)),
    })),
  }
}
