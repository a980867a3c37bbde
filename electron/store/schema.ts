import { existsSync } from 'node:fs'
import { z } from 'zod'
import { type AnyDefinition, unitOf } from '../../shared/records/define.ts'
import type { Field, FieldKind } from '../../shared/records/field.ts'
import { type Catalogue, rulesVersion } from '../../shared/records/index.ts'
import { type DatabaseKey, openDatabase, type Sqlite } from './open.ts'

const columnTypes: Record<FieldKind, 'TEXT' | 'INTEGER' | 'BLOB'> = {
  text: 'TEXT',
  longText: 'TEXT',
  integer: 'INTEGER',
  money: 'INTEGER',
  date: 'TEXT',
  when: 'TEXT',
  time: 'TEXT',
  boolean: 'INTEGER',
  choice: 'TEXT',
  reference: 'TEXT',
  structure: 'TEXT',
  bytes: 'BLOB',
}

/** The log is the truth; `_local…` tables are this device's own and untouched by a rebuild. */
export const systemTables = `
-- The log: commits in the order of their arrival, as they were signed, and beside it what their headers say.
create table if not exists _log (
  arrival integer primary key, device text not null, seq integer not null, hash blob not null, hlc integer not null,
  officer text not null, capacity text not null, reason text not null, rows integer not null,
  header blob not null, deviceSignature blob not null, officerSignature blob not null, unique (device, seq)
) strict;
-- Their parts: id = arrival * 65536 + place (log.ts partId).
create table if not exists _part (id integer primary key, body blob not null) strict;

-- Made from the log. Which commits changed a record; the one that made it stands in its id.
create table if not exists _touch (record text not null, arrival integer not null, primary key (record, arrival)) strict, without rowid;
-- The number of a record type in each _row (row.ts).
create table if not exists _type (n integer primary key, type text not null unique) strict;
-- Records with a unit that has more than one head.
create table if not exists _dispute (record text primary key, type text not null) strict, without rowid;
-- What this version cannot read of a commit.
create table if not exists _unread (arrival integer not null, type text not null, record text not null, key text not null, reason text not null, primary key (arrival, type, record, key)) strict, without rowid;
create virtual table if not exists _search using fts5(body, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 2");
create virtual table if not exists _searchWords using fts5vocab(_search, instance);

-- Facts about the file: the definitions that it was projected with.
create table if not exists _meta (key text primary key, value text not null) strict;
create table if not exists _local (key text primary key, value blob not null) strict;
-- Verdicts: commits in the log that count for nothing. Judging anew makes them again.
create table if not exists _localRefused (arrival integer primary key, reason text not null, detail text not null) strict;
-- Commits that are not in the log: they wait (isFinal 0) or are laid aside.
create table if not exists _localHeld (hash blob primary key, device text not null, seq integer not null, reason text not null, isFinal integer not null, received integer not null, bytes blob not null) strict, without rowid;
create table if not exists _localDraft (officer text not null, place text not null, value text not null, saved text not null, primary key (officer, place)) strict;
-- Which sealed part is about which record, whether or not it is here.
create table if not exists _localSealed (part integer primary key, record text not null) strict;
create index if not exists _localSealed_record on _localSealed (record);
-- Those that are not here: left out on the way, or destroyed.
create table if not exists _localMissing (part integer primary key, record text not null) strict;
`

/** Tables of the log, and those that are this device's own: a rebuild takes them over as they are. */
export const logTables = (db: Sqlite, database: 'main' | 'old' = 'main'): string[] =>
  db
    .prepare(
      `select name from ${database}.sqlite_master where type = 'table' and (name in ('_log', '_part') or name like '\\_local%' escape '\\')`,
    )
    .pluck()
    .all() as string[]

const tableSql = (definition: AnyDefinition): string => {
  const fields = Object.keys(definition.fields).map(
    (key) => `"${key}" ${columnTypes[kindOf(definition, key)]}`,
  )
  const columns = [
    '_row integer primary key',
    'id text not null unique',
    '_deleted integer not null',
    '_clock blob',
    ...fields,
  ]
  return `create table if not exists "${definition.type}" (${columns.join(', ')}) strict`
}

const indexSql = (definition: AnyDefinition): string[] =>
  definition.indexes.map((keys) => {
    const columns = keys.map((key) => `"${key}"`).join(', ')
    return `create index if not exists "${definition.type}_${keys.join('_')}" on "${definition.type}" (${columns}) where _deleted = 0`
  })

const addMissingColumns = (db: Sqlite, definition: AnyDefinition): void => {
  const present = new Set(
    (db.pragma(`table_info("${definition.type}")`) as { name: string }[]).map(({ name }) => name),
  )
  for (const key of Object.keys(definition.fields)) {
    if (!present.has(key))
      db.exec(`alter table "${definition.type}" add column "${key}" ${columnTypes[kindOf(definition, key)]}`)
  }
}

const kindOf = (definition: AnyDefinition, key: string): FieldKind =>
  (definition.fields[key] as Field).facts.kind

type ShapeOfType = {
  readonly fields: Readonly<Record<string, string>>
  readonly rights: string
  readonly indexes: readonly string[]
}
type Shape = Readonly<Record<string, ShapeOfType>>

const factsOf = (definition: AnyDefinition, key: string): string => {
  const { kind, holds, choices, isSearchable, isConfidential, earlierKeys } = (
    definition.fields[key] as Field
  ).facts
  const unit = unitOf(definition, key)
  const decided = definition.together[unit]?.decided === true ? 'decided' : ''
  const search = isSearchable && !isConfidential ? 'search' : ''
  const held = holds === null ? '' : JSON.stringify(z.toJSONSchema(holds))
  return [kind, held, Object.keys(choices).sort(), unit, decided, earlierKeys, search].join(' ')
}

const shapeOfType = (definition: AnyDefinition): ShapeOfType => ({
  fields: Object.fromEntries(Object.keys(definition.fields).map((key) => [key, factsOf(definition, key)])),
  rights: JSON.stringify([
    definition.writers,
    definition.scope,
    definition.own,
    definition.lock,
    definition.lockedWith,
    definition.readers,
    Object.keys(definition.fields).filter((key) => (definition.fields[key] as Field).facts.isFixed),
  ]),
  indexes: indexSql(definition),
})

/**
 * What decides how the log is judged and projected: kind, choices, clock unit and earlier keys of each field, which are searched
 * and which are said once, who may write, what locks, what is sealed, and by which rules of the features.
 */
const shapeOf = (catalogue: Catalogue): Shape =>
  Object.fromEntries([
    ...[...catalogue.values()].map((definition) => [definition.type, shapeOfType(definition)] as const),
    ['$rules', { fields: {}, rights: String(rulesVersion), indexes: [] }],
  ])

/** New types, and new fields under keys of their own, only add to the tables; anything else judges and projects the log anew. */
const onlyAdds = (before: Shape, now: Shape): boolean =>
  Object.entries(before).every(
    ([type, { fields, rights }]) =>
      now[type]?.rights === rights &&
      Object.entries(fields).every(([key, facts]) => now[type]?.fields[key] === facts),
  ) &&
  Object.entries(now).every(([type, { fields }]) =>
    Object.entries(fields).every(
      ([key, facts]) =>
        before[type] === undefined || before[type].fields[key] !== undefined || addedFreely(key, facts),
    ),
  )

/** Its unit is itself, and it is neither decided, nor has it earlier keys, nor is it searched (all empty): rows that are there read as before. */
const addedFreely = (key: string, facts: string): boolean => facts.endsWith([` ${key}`, '', '', ''].join(' '))

const readMeta = (db: Sqlite, key: string): string | undefined => {
  const exists = db.prepare(`select 1 from sqlite_master where name = '_meta'`).get()
  if (exists === undefined) return undefined
  return (db.prepare('select value from _meta where key = ?').get(key) as { value: string } | undefined)
    ?.value
}

export class NewerDatabase extends Error {}

/** Version of the definitions that a database was written with last; null in an empty one. */
export const versionIn = (db: Sqlite): number | null => {
  const found = readMeta(db, 'version')
  return found === undefined ? null : Number(found)
}

/** The same of a file that stays closed and untouched; null where there is none. Throws SqliteError on a wrong key or a damaged file. */
export const versionOf = (path: string, key: DatabaseKey, mustExist = false): number | null => {
  if (!existsSync(path)) return null
  const db = openDatabase(path, key, { readonly: true, mustExist })
  try {
    return versionIn(db)
  } finally {
    db.close()
  }
}

const writeSchema = (db: Sqlite, catalogue: Catalogue, version: number, shape: string): void => {
  db.exec(systemTables)
  for (const definition of catalogue.values()) {
    db.exec(tableSql(definition))
    addMissingColumns(db, definition)
    for (const sql of indexSql(definition)) db.exec(sql)
    db.prepare('insert into _type (type) select ? where not exists (select 1 from _type where type = ?)').run(
      definition.type,
      definition.type,
    )
  }
  const put = db.prepare(
    'insert into _meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  )
  put.run('definitions', shape)
  put.run('version', String(version))
}

/** A type that stays keeps its number: whoever has the database open counts on it. */
const dropProjections = (db: Sqlite, catalogue: Catalogue): void => {
  const types = db.prepare('select type from _type').all() as { type: string }[]
  for (const { type } of types) {
    db.exec(`drop table if exists "${type}"`)
    if (!catalogue.has(type)) db.prepare('delete from _type where type = ?').run(type)
  }
  for (const table of ['_searchWords', '_search', '_touch', '_dispute', '_unread'])
    db.exec(`drop table if exists ${table}`)
}

/** Empty tables for everything that follows from the log. */
export const emptyProjections = (db: Sqlite, catalogue: Catalogue, version: number): void => {
  dropProjections(db, catalogue)
  writeSchema(db, catalogue, version, JSON.stringify(shapeOf(catalogue)))
}

const mayUpcast = (catalogue: Catalogue): boolean =>
  [...catalogue.values()].some(({ upcast }) => upcast !== null)

const isEmpty = (db: Sqlite, table: string): boolean =>
  db.prepare(`select 1 from ${table} limit 1`).get() === undefined

/** Whether the tables can stay: nothing in the log waits to be read or was refused, and nothing there reads otherwise now. */
const canStay = (db: Sqlite, catalogue: Catalogue, version: number, before: Shape): boolean =>
  onlyAdds(before, shapeOf(catalogue)) &&
  isEmpty(db, '_unread') &&
  (versionIn(db) === version || (isEmpty(db, '_localRefused') && !mayUpcast(catalogue)))

/** What an earlier version could not read, or laid aside for a key that it did not know, is tried again with the next commits that come. */
const tryAgain = (db: Sqlite): void => {
  db.exec(`update _localHeld set isFinal = 0 where reason in ('malformed', 'officer-signature')`)
}

const upgrade = (
  db: Sqlite,
  catalogue: Catalogue,
  version: number,
  before: string,
  project: () => void,
): void => {
  db.exec(systemTables)
  tryAgain(db)
  if (canStay(db, catalogue, version, JSON.parse(before) as Shape))
    writeSchema(db, catalogue, version, JSON.stringify(shapeOf(catalogue)))
  else {
    emptyProjections(db, catalogue, version)
    project()
  }
}

/** Whether a database was written with these definitions last. */
export const isOfToday = (db: Sqlite, catalogue: Catalogue, version: number): boolean =>
  versionIn(db) === version && readMeta(db, 'definitions') === JSON.stringify(shapeOf(catalogue))

/** Of no definitions at all: whoever opens the database next empties the tables and judges the whole log. */
const unjudged: Shape = { '': { fields: {}, rights: 'nobody judged', indexes: [] } }

/** For tables that were filled by verdicts of other definitions. */
export const leaveUnjudged = (db: Sqlite): void => {
  db.prepare(`update _meta set value = ? where key = 'definitions'`).run(JSON.stringify(unjudged))
}

/**
 * Brings tables and indexes to the definitions, in one transaction: all of it or nothing, also after a kill. `project` fills
 * empty tables from the log. Throws `NewerDatabase` before it touches a newer file.
 */
export const prepareSchema = (
  db: Sqlite,
  catalogue: Catalogue,
  version: number,
  project: () => void,
): void => {
  const found = versionIn(db)
  const before = readMeta(db, 'definitions')
  if (found !== null && found > version) throw new NewerDatabase(`version ${found}`)
  const shape = JSON.stringify(shapeOf(catalogue))
  if (found === version && before === shape) return
  db.transaction(() => {
    if (found === null || before === undefined) writeSchema(db, catalogue, version, shape)
    else upgrade(db, catalogue, version, before, project)
  }).immediate()
}
