import type { Seen } from '../../shared/commit/header.ts'
import { deletedKey } from '../../shared/commit/part.ts'
import { type Cells, fromCells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell, Field } from '../../shared/records/field.ts'
import { askedFields } from '../../shared/rules/questionnaire/asked.ts'
import type { Compared } from '../../shared/rules/questionnaire/compared.ts'
import { type FindNamed, namesOf } from '../../shared/rules/records/named.ts'
import type { PresentRecord } from '../../shared/rules/records/plan.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import type { QueryContext } from '../feature.ts'
import { namesIn, recordRowOf, rowsOfOpd, titleFor } from '../records/index.ts'
import { rowAsOf } from '../store/as-of.ts'
import { pastOf } from '../store/past.ts'
import type { Reader } from '../store/reader.ts'

/** A name is one of the OPD's own first: two OPDs may have a person or a system of one name. */
const findIn = (context: QueryContext, opd: string): FindNamed => {
  const { reader } = context
  const everywhere = namesIn(context)
  const own = new Map<string, ReturnType<typeof namesOf>>()
  const ownOf = (definition: AnyDefinition) =>
    namesOf(
      definition,
      rowsOfOpd(reader, definition, opd).map((row) => {
        const values = fromCells(definition, row) as { id: string }
        return { id: row.id, title: definition.title(values), values }
      }),
    )
  return (type, text) => {
    const definition = reader.catalogue.get(type)
    if (definition === undefined || definition.scope === null || definition.readers !== null)
      return everywhere(type, text)
    const find = own.get(type) ?? ownOf(definition)
    own.set(type, find)
    const found = find(text)
    return found.ids.length === 1 ? found : everywhere(type, text)
  }
}

type AsOf = (type: string, id: string) => Cells | null

const asOfIn = (reader: Reader, seen: Seen): AsOf => {
  const past = pastOf(reader)
  const known = new Map<string, Cells | null>()
  return (type, id) => {
    const name = `${type} ${id}`
    const row = known.has(name) ? (known.get(name) ?? null) : rowAsOf(reader, type, id, seen, past)
    known.set(name, row)
    return row?.[deletedKey] === 1 ? null : row
  }
}

const valuesOf = (definition: AnyDefinition, id: string, row: Cells): { id: string } =>
  fromCells(definition, { ...row, id } as Readonly<Record<string, Cell>>) as { id: string }

/** A record as the file showed it, what it points at by the titles of then. */
const baseOf = (
  reader: Reader,
  definition: AnyDefinition,
  id: string,
  row: Cells,
  asOf: AsOf,
): PresentRecord => {
  const values = valuesOf(definition, id, row) as { id: string } & Record<string, unknown>
  const titles: Record<string, string> = {}
  for (const [key, { facts }] of Object.entries(definition.fields) as [string, Field][]) {
    const to = values[key]
    const target = facts.kind === 'reference' ? reader.catalogue.get(facts.target) : undefined
    if (target === undefined || typeof to !== 'string') continue
    const then = asOf(target.type, to)
    titles[key] = then === null ? recordsTexts.goneReference : target.title(valuesOf(target, to, then))
  }
  return { id, title: definition.title(values), values, titles }
}

const baseIn = (
  { reader }: QueryContext,
  definition: AnyDefinition,
  opd: string,
  asOf: AsOf,
): ReadonlyMap<string, PresentRecord> =>
  new Map(
    rowsOfOpd(reader, definition, opd).flatMap(({ id }) => {
      const row = asOf(definition.type, id)
      return row === null || row[definition.scope ?? ''] !== opd
        ? []
        : [[id, baseOf(reader, definition, id, row, asOf)] as const]
    }),
  )

/** What a register of one OPD holds now, and what it held when the file was made (`seen`; null: nobody knows). */
export const comparedWith = (
  context: QueryContext,
  opd: string,
  seen: Seen | null,
): ((definition: AnyDefinition) => Compared) => {
  const { reader } = context
  const find = findIn(context, opd)
  const asOf = seen === null ? null : asOfIn(reader, seen)
  return (definition) => {
    const { type, scope } = definition
    return {
      fields: askedFields(definition),
      present: rowsOfOpd(reader, definition, opd).map((row) => recordRowOf(reader, definition, row)),
      base: asOf === null ? null : baseIn(context, definition, opd, asOf),
      find,
      title: (values) => titleFor(reader, definition, values),
      lost: (id) => {
        const now = reader.row<{ gone: number }>(`select _deleted as gone from "${type}" where id = ?`, id)
        if (now === undefined || asOf?.(type, id)?.[scope ?? ''] !== opd) return null
        return now.gone === 1 ? 'gone' : 'moved'
      },
      isElsewhere: (key, value) =>
        reader.row(
          `select 1 from "${type}" where "${key}" is ? and "${scope}" is not ? and _deleted = 0`,
          value,
          opd,
        ) !== undefined,
    }
  }
}
