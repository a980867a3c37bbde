import {
  Agency,
  type AgencyRows,
  City,
  type CityRows,
  cityTypes,
  ownedBy,
} from '../../../shared/compliance/facts.ts'
import { definitions, type Records } from '../../../shared/records/index.ts'

type Values<T extends keyof Records> = Partial<Records[T]>
export type Recorded = { readonly [T in keyof Records]?: readonly Values<T>[] }

const today = '2026-11-21'
const keysOf = new Map(definitions.map(({ type, fields }) => [type as string, Object.keys(fields)]))

/** Records as the store gives them: null where nobody recorded anything. */
const rowsOf = <T extends keyof Records>(type: T, given: readonly Values<T>[] = []): Records[T][] =>
  given.map((values, n) => {
    const empty = Object.fromEntries((keysOf.get(type) ?? []).map((key) => [key, null]))
    return { id: `${type}.${n + 1}`, ...empty, ...values } as Records[T]
  })

/** A city whose only OPD is “dinkes”, beside its Diskominfo, on 21 November 2026. */
export const agencyWith = (recorded: Recorded, day = today): Agency => {
  const two = [
    { id: 'dinkes', name: 'Dinas Kesehatan' },
    { id: 'kominfo', name: 'Diskominfo', leads: true },
  ]
  const opd = rowsOf('opd', recorded.opd ?? two)
  const cityRows = Object.fromEntries(
    cityTypes.map((type) => [type, type === 'opd' ? opd : rowsOf(type, recorded[type] as never)]),
  ) as unknown as CityRows
  const own = Object.fromEntries(
    Object.keys(ownedBy).map((type) => [
      type,
      type === 'policy'
        ? cityRows.policy.filter(({ opd }) => opd === 'dinkes')
        : rowsOf(type as keyof Records, recorded[type as keyof Records] as never),
    ]),
  ) as unknown as AgencyRows
  return new Agency(opd[0] as Records['opd'], new City(cityRows, day), own)
}

/** What no sentence to a city of another regulation says. */
export const termsOfPrabumulih = /\bOPD\b|\bDiskominfo\b|\brencana induk\b/i
