import { type AnyDefinition, unitOf } from '../../shared/records/define.ts'
import type { Field, FieldKind } from '../../shared/records/field.ts'
import type { Catalogue } from '../../shared/records/index.ts'
import type { Sqlite } from './open.ts'
import { replay } from './replay.ts'

const columnTypes: Record<FieldKind, 'TEXT' | 'INTEGER' | 'BLOB'> = {
  text: 'TEXT',
  longText: 'TEXT',
  integer: 'INTEGER',
  money: 'INTEGER',
  date: 'TEXT',
  time: 'TEXT',
  boolean: 'INTEGER',
  choice: 'TEXT',
  reference: 'TEXT',
  structure: 'TEXT',
  bytes: 'BLOB',
}

/** The log is the truth; `_local…` tables are this device's own and untouched by a rebuild. */
export const systemTables = `
create table if not exists _log (
  arrival integer primary key, device text not null, seq integer not null, hash blob not null, hlc integer not null,
  officer text not null, capacity text not null, reason text not null, rows integer not null,
  header blob not null, deviceSignature blob not null, officerSignature blob not null, unique (device, seq)
) strict;
create table if not exists _part (id integer primary key, body blob not null) strict;
create table if not exists _touch (record text not null, arrival integer not null, primary key (record, arrival)) strict, without rowid;
create table if not exists _type (n integer primary key, type text not null unique) strict;
create table if not exists _dispute (record text primary key, type text not null) strict, without rowid;
create table if not exists _meta (key text primary key, value text not null) strict;
create table if not exists _local (key text primary key, value blob not null) strict;
create table if not exists _localRefused (arrival integer primary key, reason text not null, detail text not null) strict;
create table if not exists _localHeld (hash blob primary key, device text not null, seq integer not null, reason text not null, isFinal integer not null, received integer not null, bytes blob not null) strict, without rowid;
create table if not exists _localDraft (officer text not null, place text not null, value text not null, saved text not null, primary key (officer, place)) strict;
create virtual table if not exists _search using fts5(body, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 2");
create virtual table if not exists _searchWords using fts5vocab(_search, instance);
`

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

type Shape = Readonly<
  Record<string, { readonly fields: Readonly<Record<string, string>>; readonly indexes: readonly string[] }>
>

/** What decides how the log projects: column, clock unit and earlier key of each field, and searchable ones. */
const shapeOf = (catalogue: Catalogue): Shape =>
  Object.fromEntries(
    [...catalogue.values()].map((definition) => {
      const fields = Object.keys(definition.fields).map((key) => {
        const { isSearchable, isConfidential, earlierKey } = (definition.fields[key] as Field).facts
        const search = isSearchable && !isConfidential ? 'search' : ''
        return [
          key,
          [columnTypes[kindOf(definition, key)], unitOf(definition, key), earlierKey, search].join(' '),
        ]
      })
      return [definition.type, { fields: Object.fromEntries(fields), indexes: indexSql(definition) }]
    }),
  )

/** New types, and new fields under keys of their own, only add to the tables; anything else projects the log anew. */
const onlyAdds = (before: Shape, now: Shape): boolean =>
  Object.entries(before).every(([type, { fields }]) =>
    Object.entries(fields).every(([key, facts]) => now[type]?.fields[key] === facts),
  ) &&
  Object.entries(now).every(([type, { fields }]) =>
    Object.entries(fields).every(
      ([key, facts]) =>
        before[type] === undefined || before[type].fields[key] !== undefined || addedFreely(facts),
    ),
  )

const addedFreely = (facts: string): boolean => facts.split(' ')[2] === '' && !facts.endsWith('search')

const readMeta = (db: Sqlite, key: string): string | undefined => {
  const exists = db.prepare(`select 1 from sqlite_master where name = '_meta'`).get()
  if (exists === undefined) return undefined
  return (db.prepare('select value from _meta where key = ?').get(key) as { value: string } | undefined)
    ?.value
}

export class NewerDatabase extends Error {}

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

const dropProjections = (db: Sqlite): void => {
  const types = db.prepare('select type from _type').all() as { type: string }[]
  for (const { type } of types) db.exec(`drop table if exists "${type}"`)
  for (const table of ['_searchWords', '_search', '_touch', '_dispute', '_type'])
    db.exec(`drop table if exists ${table}`)
  db.exec(`delete from _meta where key = 'deferred'`)
}

/** Empty tables for everything that follows from the log. */
export const emptyProjections = (db: Sqlite, catalogue: Catalogue, version: number): void => {
  dropProjections(db)
  writeSchema(db, catalogue, version, JSON.stringify(shapeOf(catalogue)))
}

const mayUpcast = (catalogue: Catalogue): boolean =>
  [...catalogue.values()].some(({ upcast }) => upcast !== null)

/** Whether the tables can stay: nothing waits in the log to be understood, and nothing there reads otherwise now. */
const canStay = (db: Sqlite, catalogue: Catalogue, version: number, found: string, before: Shape): boolean =>
  readMeta(db, 'deferred') === undefined &&
  onlyAdds(before, shapeOf(catalogue)) &&
  (Number(found) === version || !mayUpcast(catalogue))

const upgrade = (db: Sqlite, catalogue: Catalogue, version: number, found: string, before: string): void => {
  const stays = canStay(db, catalogue, version, found, JSON.parse(before) as Shape)
  if (stays) writeSchema(db, catalogue, version, JSON.stringify(shapeOf(catalogue)))
  else {
    emptyProjections(db, catalogue, version)
    replay(db, catalogue)
  }
}

/**
 * Brings tables and indexes to the definitions, in one transaction: all of it or nothing, also after a kill.
 * Throws `NewerDatabase` before it touches a newer file.
 */
export const prepareSchema = (db: Sqlite, catalogue: Catalogue, version: number): void => {
  const found = readMeta(db, 'version')
  const before = readMeta(db, 'definitions')
  if (found !== undefined && Number(found) > version) throw new NewerDatabase(`version ${found}`)
  const shape = JSON.stringify(shapeOf(catalogue))
  if (found === String(version) && before === shape) return
  db.transaction(() => {
    if (found === undefined || before === undefined) writeSchema(db, catalogue, version, shape)
    else upgrade(db, catalogue, version, found, before)
  }).immediate()
}
