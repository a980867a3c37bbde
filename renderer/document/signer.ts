import type { InputOf } from '../../shared/contract/call.ts'
import type { consolidationExport } from '../../shared/contract/consolidation.ts'

export type Signer = NonNullable<InputOf<typeof consolidationExport>['signer']>
export const signerKeys = [
  'place',
  'date',
  'position',
  'name',
  'rank',
  'nip',
] as const satisfies readonly (keyof Signer)[]

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The signer as the profile of the city has it; what nobody recorded stays blank. `today` is an ISO date. */
export const signerOf = (profile: Readonly<Record<string, unknown>>, today: string): Signer => ({
  place: text(profile.place) || text(profile.city).replace(/^(kota|kabupaten)\s+/i, ''),
  date: today,
  position: text(profile.signerPosition),
  name: text(profile.signerName),
  rank: text(profile.signerRank),
  nip: text(profile.signerNip),
})

type Own = { readonly name: string; readonly nip: string; readonly position: string }
/** The officer who is logged in as the signer; what the account does not know stays as it stood nowhere: blank. */
export const ownSigner = (
  { name, nip, position }: Own,
  rank: string,
): Pick<Signer, 'position' | 'name' | 'rank' | 'nip'> => ({ position, name, rank, nip })

/** The fields of the profile that remember a signer; the date is of the day. */
export const profileOf = ({
  place,
  position,
  name,
  rank,
  nip,
}: Signer): Readonly<Record<string, string>> => ({
  place,
  signerPosition: position,
  signerName: name,
  signerRank: rank,
  signerNip: nip,
})

export const differs = (profile: Readonly<Record<string, unknown>>, signer: Signer): boolean =>
  Object.entries(profileOf(signer)).some(([key, value]) => text(profile[key]) !== value)
