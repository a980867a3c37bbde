import type { Finding } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell, Field } from '../../shared/records/field.ts'
import { doubtOf } from '../../shared/rules/records/looks.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import type { Reader } from '../store/reader.ts'

type Check = (
  reader: Reader,
  definition: AnyDefinition,
  key: string,
  field: Field,
  row: Readonly<Record<string, Cell>>,
) => Finding | null

const required: Check = (_reader, _definition, key, { facts }, row) => {
  const missing = row[key] === null || row[key] === ''
  return facts.isRequired && missing
    ? { field: key, kind: 'required', message: recordsTexts.requiredMissing(facts.label) }
    : null
}

const unique: Check = (reader, definition, key, { facts }, row) => {
  const cell = row[key]
  if (!facts.isUnique || cell === null || cell === undefined) return null
  const other = reader.row(
    `select 1 from "${definition.type}" where _deleted = 0 and "${key}" = ? and id <> ?`,
    cell,
    row['id'],
  )
  return other === undefined
    ? null
    : { field: key, kind: 'unique', message: recordsTexts.notUnique(facts.label, String(cell)) }
}

const reference: Check = (reader, _definition, key, { facts }, row) => {
  const cell = row[key]
  if (facts.kind !== 'reference' || typeof cell !== 'string' || !reader.catalogue.has(facts.target))
    return null
  return reader.find(facts.target, cell) === null
    ? { field: key, kind: 'reference', message: recordsTexts.brokenReference(facts.label) }
    : null
}

const ownPaper: Check = (reader, _definition, key, { facts }, row) => {
  const cell = row[key]
  const found =
    facts.target === 'attachment' && typeof cell === 'string' ? reader.find('attachment', cell) : null
  return found === null || found.owner === row['id']
    ? null
    : { field: key, kind: 'reference', message: recordsTexts.otherPaper(facts.label) }
}

const look: Check = (_reader, _definition, key, { facts }, row) => {
  const cell = row[key]
  if (facts.look === null || typeof cell !== 'string' || cell === '') return null
  const message = doubtOf(facts.look, cell)
  return message === null ? null : { field: key, kind: 'doubt', message }
}

/** What an officer should look at in a record. Findings never refuse: a fact is recorded as it is. */
export const findingsOf = (
  reader: Reader,
  definition: AnyDefinition,
  row: Readonly<Record<string, Cell>>,
): Finding[] =>
  (Object.entries(definition.fields) as [string, Field][]).flatMap(([key, field]) =>
    [required, unique, reference, ownPaper, look].flatMap(
      (check) => check(reader, definition, key, field, row) ?? [],
    ),
  )
