import type { AnyDefinition } from '../../../shared/records/define.ts'
import type { Cell, Field } from '../../../shared/records/field.ts'
import type { Records } from '../../../shared/records/index.ts'
import { allowed, type Grant } from '../../../shared/rules/access/index.ts'
import type { Reader } from '../../store/reader.ts'

type Row = Readonly<Record<string, Cell>> & { readonly id: string }

/** A reference to somebody, in a register that anybody may read. */
export type Naming = { readonly definition: AnyDefinition; readonly key: string; readonly field: Field }

/** Said elsewhere on the page, or of the account itself. */
const apart = new Set(['role', 'credential', 'savedView', 'assignment'])

export const namings = (reader: Reader): Naming[] =>
  [...reader.catalogue.values()]
    .filter(({ type, internal, isSealed }) => !internal && !isSealed && !apart.has(type))
    .flatMap((definition) =>
      (Object.entries(definition.fields) as [string, Field][])
        .filter(([, { facts }]) => facts.target === 'officer' || facts.target === 'person')
        .map(([key, field]) => ({ definition, key, field })),
    )

/** Who an officer is: an account, and the person of the same NIP in the register of people. */
export type Somebody = { readonly officer: string; readonly person: string | null }

export const somebodyOf = (reader: Reader, officer: Records['officer']): Somebody => ({
  officer: officer.id,
  person: (officer.nip ? reader.where('person', { number: officer.nip })[0]?.id : null) ?? null,
})

export const idFor = ({ field }: Naming, { officer, person }: Somebody): string | null =>
  field.facts.target === 'officer' ? officer : person

export const rowsNaming = (reader: Reader, naming: Naming, who: Somebody): Row[] => {
  const id = idFor(naming, who)
  if (id === null) return []
  const { definition, key } = naming
  return reader.rows<Row>(`select * from "${definition.type}" where _deleted = 0 and "${key}" = ?`, id)
}

export const mayMove = ({ definition }: Naming, row: Row, grants: readonly Grant[]): boolean => {
  const opd = definition.scope === null ? null : row[definition.scope]
  return allowed({ definition, opd: typeof opd === 'string' ? opd : null }, grants)
}

export const nameOf = ({ definition, key }: Naming): string => `${definition.type}.${key}`
export const duties = (reader: Reader): Naming[] => namings(reader).filter(({ field }) => field.facts.isDuty)
