import { ok } from '../../shared/contract/result.ts'
import { fromCells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Field } from '../../shared/records/field.ts'
import type { Session } from '../feature.ts'
import type { Reader } from '../store/reader.ts'
import { type Found, searchRecords } from '../store/search/search.ts'
import { searchableKeys } from '../store/search/search-index.ts'
import { holdsWords } from '../store/search/search-rank.ts'
import { foundByName } from './found-by.ts'
import { papersOf } from './visible.ts'

/** Places that one kind of record may take, so that others stay in sight. */
const ofOneKind = 8
/** Many rows may stand for one heading: so many of a type are looked at. */
const lookedAt = 40

type Row = Found['row']
/** `label`: what it is, its type or the heading over several records. */
type Hit = Found & { readonly label: string; readonly isHeading: boolean }

const excerptLength = 160
const textIn = (row: Row, keys: readonly string[]): string =>
  keys
    .map((key) => row[key])
    .filter((value) => typeof value === 'string')
    .join(' · ')

const titleOf = (reader: Reader, type: string, id: unknown): string => {
  const row = typeof id === 'string' ? reader.find(type, id) : null
  return row === null ? '' : reader.titleOf(reader.definition(type), row)
}

/** “Dinas Kesehatan · Formulir TA 2027 versi 1”: the records that it stands in, where its title does not name them. */
const withinOf = (reader: Reader, { within, fields }: AnyDefinition, { row, title }: Hit): string =>
  within
    .map((key) => titleOf(reader, (fields[key] as Field).facts.target, row[key]))
    .filter((name) => name !== '' && !title.includes(name))
    .join(' · ')

/** A record's own words stand first, then what it is part of; a heading and what has no brief are called by their title. */
const brieflyOf = ({ brief }: AnyDefinition, { row, title, isHeading }: Hit) => {
  if (brief === null || isHeading) return { title, part: '', amount: null }
  const words = brief.words.map((key) => String(row[key] ?? '')).filter((text) => text !== '')
  const amount = row[brief.amount]
  return {
    title: words[0] ?? title,
    part: words[1] ?? '',
    amount: typeof amount === 'number' ? amount : null,
  }
}

const shown = (reader: Reader, hit: Hit) => {
  const { type, id, label, isHeading, row } = hit
  const definition = reader.definition(type)
  const excerpt = isHeading ? '' : textIn(row, searchableKeys(definition)).slice(0, excerptLength)
  const within = withinOf(reader, definition, hit)
  return { type, id, label, within, excerpt, isPaper: false, ...brieflyOf(definition, hit) }
}

/** A paper is found as the record that has it; none where that is gone or not the officer's. */
const shownPaper = (reader: Reader, session: Session, hit: Hit) => {
  const found = papersOf(reader, String(hit.row['owner']), session)
  if (found === null) return []
  const { definition, row } = found
  const within = reader.titleOf(definition, fromCells(definition, row))
  return [{ ...shown(reader, hit), type: definition.type, id: row.id, within, isPaper: true }]
}

const plainHit = (reader: Reader, found: Found): Hit => ({
  ...found,
  label: reader.definition(found.type).label,
  isHeading: false,
})

/** The heading opens at the first record under it. */
const headingHit = (reader: Reader, found: Found): Hit | null => {
  const { heading, type, fields } = reader.definition(found.type)
  if (heading === null) return null
  const { field, under } = heading
  const sql = `select id from "${type}" where "${under}" = ? and "${field}" = ? and _deleted = 0 order by _row limit 1`
  const title = String(found.row[field] ?? '')
  const first = reader.row<{ id: string }>(sql, found.row[under], title)
  const { label } = (fields[field] as Field).facts
  return first === undefined ? null : { ...found, id: first.id, title, label, isHeading: true }
}

/** Where the words stand in the heading, it is found once for all that stand under it; a record only where its own words say so. */
const hitsOf = (reader: Reader, found: Found, text: string): Hit[] => {
  const definition = reader.definition(found.type)
  const { heading } = definition
  const isUnder = heading !== null && holdsWords(String(found.row[heading.field] ?? ''), text)
  const head = isUnder ? headingHit(reader, found) : null
  if (head === null) return [plainHit(reader, found)]
  const own = searchableKeys(definition).filter((key) => key !== heading?.field)
  return holdsWords(textIn(found.row, own), text) ? [head, plainHit(reader, found)] : [head]
}

/** Each once, and no kind more often than its places. */
const placed = (hits: readonly Hit[]): Hit[] => {
  const known = new Set<string>()
  const counts = new Map<string, number>()
  return hits.filter(({ label, id }) => {
    const [key, count] = [`${label} ${id}`, counts.get(label) ?? 0]
    if (known.has(key) || count >= ofOneKind) return false
    known.add(key)
    counts.set(label, count + 1)
    return true
  })
}

/** Records known by another's name take half of the places at most, and stand before the rest. */
export const searchEverything = (reader: Reader, session: Session, text: string, limit: number) => {
  const named = foundByName(reader, session, text)
    .slice(0, Math.ceil(limit / 2))
    .map((found) => plainHit(reader, found))
  const others = searchRecords(reader, text, limit * lookedAt, session.opds, lookedAt)
  const hits = placed([...named, ...others.flatMap((found) => hitsOf(reader, found, text))])
  const found = hits.flatMap((hit) =>
    hit.type === 'attachment' ? shownPaper(reader, session, hit) : [shown(reader, hit)],
  )
  return ok({ found: found.slice(0, limit) })
}
