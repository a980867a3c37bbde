import { fromCells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'
import type { Session } from '../feature.ts'
import type { Reader } from '../store/reader.ts'
import { type Found, searchRecords } from '../store/search/search.ts'
import { fold, wordsOf } from '../store/search/search-words.ts'

/** How many records that carry the words themselves are followed to those that stand under their name. */
const parentsAtMost = 20

/** “formulir kesehatan 2027”: words that speak of the type itself or of a year, and those that name whose it is. */
const partsOf = ({ label, plural }: AnyDefinition, text: string) => {
  const kind = fold(`${label} ${plural}`)
  const isOwn = (word: string): boolean => /^(?:19|20)\d\d$/.test(word) || kind.includes(fold(word))
  const words = wordsOf(text)
  return { own: words.filter(isOwn), name: words.filter((word) => !isOwn(word)).join(' ') }
}

const rowsUnder = (reader: Reader, { type }: AnyDefinition, field: string, ids: readonly string[]) =>
  reader.rows<Record<string, Cell>>(
    `select * from "${type}" where "${field}" in (select value from json_each(?)) and _deleted = 0 order by _row desc`,
    JSON.stringify(ids),
  )

const mayBeSeen = ({ scope }: AnyDefinition, row: Record<string, Cell>, { opds }: Pick<Session, 'opds'>) =>
  opds === null || scope === null || opds.includes(String(row[scope]))

const under = (reader: Reader, session: Session, definition: AnyDefinition, text: string): Found[] => {
  const { foundBy, fields, type } = definition
  const { own, name } = partsOf(definition, text)
  if (foundBy === null || name === '') return []
  const target: string = fields[foundBy].facts.target
  const parents = searchRecords(reader, name, parentsAtMost, null).filter((found) => found.type === target)
  const names = new Map(parents.map(({ id, title }) => [id, title]))
  return rowsUnder(reader, definition, foundBy, [...names.keys()])
    .filter((row) => mayBeSeen(definition, row, session))
    .flatMap((row): Found[] => {
      const values = fromCells(definition, row) as { id: string }
      const title = reader.titleOf(definition, values)
      const words = fold(`${definition.label} ${definition.plural} ${title}`)
      if (!own.every((word) => words.includes(fold(word)))) return []
      return [{ type, id: values.id, title: `${names.get(String(row[foundBy]))} · ${title}`, row: values }]
    })
}

/** Records that an officer knows by the name of another: a form by its OPD, with the year or the word “formulir” beside it. */
export const foundByName = (reader: Reader, session: Session, text: string): Found[] =>
  [...reader.catalogue.values()]
    .filter(({ foundBy, isSealed }) => foundBy !== null && !isSealed)
    .flatMap((definition) => under(reader, session, definition, text))
