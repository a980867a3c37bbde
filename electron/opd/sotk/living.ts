import type { AnyDefinition, Fields } from '../../../shared/records/define.ts'
import type { Cell } from '../../../shared/records/field.ts'
import { isOver, livingRegisters } from '../../../shared/rules/opd/living.ts'
import { endingOf, type SotkChange } from '../../../shared/rules/opd/sotk-change.ts'
import type { Reader } from '../../store/reader.ts'

/** A record that lives on, and its fields that name an OPD which ends. */
export type LivingRecord = { readonly id: string; readonly fields: readonly string[] }
export type LivingRegister = {
  readonly definition: AnyDefinition
  readonly records: readonly LivingRecord[]
  /** Records that were over before the day. */
  readonly over: number
}
type Row = Readonly<Record<string, Cell>> & { readonly id: string }

const naming = (fields: readonly string[]): string =>
  fields.map((field) => `"${field}" in (select value from json_each(?))`).join(' or ')

const rowsNaming = (
  reader: Reader,
  { type }: AnyDefinition,
  fields: readonly string[],
  ids: readonly string[],
): Row[] => {
  const list = JSON.stringify(ids)
  const sql = `select * from "${type}" where _deleted = 0 and (${naming(fields)}) order by _row`
  return reader.rows<Row>(sql, ...fields.map(() => list))
}

/** The OPDs of the change itself are no units below one of them. */
const isOwn = ({ from, to }: SotkChange, id: string): boolean =>
  from.includes(id) || to.some((target) => target.id === id)

/** What would move, register by register; registers without any are left out. */
export const livingOf = (reader: Reader, change: SotkChange): LivingRegister[] => {
  const ending = endingOf(change)
  const asked = change.kind === 'pecah' ? change.from : ending
  return Object.entries(livingRegisters).flatMap(([type, { fields, until }]) => {
    const definition = reader.definition(type)
    const rows = rowsNaming(reader, definition, fields, asked).filter(({ id }) => !isOwn(change, id))
    const living = rows.filter(
      (row) => !isOver(until === undefined ? null : (row[until] as string | null), change.on),
    )
    const records = living.map((row) => ({
      id: row.id,
      fields: fields.filter((field) => asked.includes(String(row[field]))),
    }))
    return rows.length === 0 ? [] : [{ definition, records, over: rows.length - living.length }]
  })
}

/** Of the change itself, of accounts, and what goes with the record that it belongs to. */
const elsewhere = new Set(['opdSuccession', 'role', 'attachment'])

const opdFields = (definition: AnyDefinition): string[] =>
  Object.entries(definition.fields as Fields).flatMap(([key, { facts }]) =>
    facts.target === 'opd' ? [key] : [],
  )

/** Records of the past that name an OPD which ends, register by register. */
export const pastOf = (reader: Reader, change: SotkChange): { label: string; count: number }[] => {
  const ending = JSON.stringify(endingOf(change))
  return [...reader.catalogue.values()].flatMap((definition) => {
    const { type, plural, internal, isSealed } = definition
    const fields = opdFields(definition)
    if (
      fields.length === 0 ||
      internal ||
      isSealed ||
      elsewhere.has(type) ||
      Object.hasOwn(livingRegisters, type)
    )
      return []
    const sql = `select count(*) as count from "${type}" where _deleted = 0 and (${naming(fields)})`
    const { count } = reader.row<{ count: number }>(sql, ...fields.map(() => ending)) as { count: number }
    return count === 0 ? [] : [{ label: plural, count }]
  })
}

/** Roles for an OPD that ends, which hold on the day or later. */
export const rolesOf = (reader: Reader, change: SotkChange): number =>
  reader
    .where('role', {})
    .filter(({ opd, until }) => opd !== null && endingOf(change).includes(opd) && !isOver(until, change.on))
    .length
