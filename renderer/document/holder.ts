import type { OutputOf } from '../../shared/contract/call.ts'
import type { peopleHolders } from '../../shared/contract/people.ts'
import type { Signer } from './signer.ts'

export type HeldPosition = OutputOf<typeof peopleHolders>['positions'][number]
export type Block = Pick<Signer, 'position' | 'name' | 'rank' | 'nip'>

const bare = (line: string): string =>
  line
    .replace(/^\s*(plt|plh|pj|a\.\s?n)\.\s*/i, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()

/** The position that the profile of the city names; where it names nobody, the head of the OPD for informatics; null: none. */
export const usualPosition = (positions: readonly HeldPosition[], profile: Signer): string | null => {
  const lines = profile.position.split('\n').map(bare)
  const named = positions.filter(({ office }) => lines.includes(bare(office)))
  const [first] = named.length > 0 || profile.name !== '' ? named : positions.filter(({ leads }) => leads)
  return first?.id ?? null
}

/** The block that a position offers; that of the profile where no position is chosen, or nobody is known to hold it. */
export const offeredBlock = (position: HeldPosition | undefined, profile: Signer): Block => {
  const holder = position?.holder ?? null
  if (holder === null) {
    const { position: office, name, rank, nip } = profile
    return { position: office, name, rank, nip }
  }
  const { heading, name, rank, nip } = holder
  return { position: heading, name, rank, nip }
}

/** Nobody typed over what was offered. */
export const isOffered = (signer: Signer, offered: Block): boolean =>
  (['position', 'name', 'rank', 'nip'] as const).every((key) => signer[key] === offered[key])
