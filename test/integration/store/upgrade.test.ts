import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { history } from '../../../electron/store/history.ts'
import { NewerDatabase } from '../../../electron/store/schema.ts'
import { stateHash } from '../../../electron/store/state-hash.ts'
import { Store } from '../../../electron/store/store.ts'
import { undo } from '../../../electron/store/undo.ts'
import { rebuild } from '../../../electron/store/upkeep/rebuild.ts'
import { type AnyDefinition, defineRecord, together } from '../../../shared/records/define.ts'
import { integer, text } from '../../../shared/records/field.ts'
import { definitions } from '../../../shared/records/index.ts'
import { must, openTestStore, type TestStore } from '../../fixtures/store.ts'

const common = { label: 'Mesin', articles: [], writers: ['admin'] as const }
const first = defineRecord('machine', {
  ...common,
  fields: { name: text('Nama').searchable(), power: text('Daya'), place: text('Tempat') },
  title: (row) => row.name ?? '',
})

let at: TestStore
beforeEach(() => {
  at = openTestStore({ definitions: [...definitions, first], definitionsVersion: 1 })
})
afterEach(() => at.close())

const write = (values: Record<string, unknown>): string =>
  must(at.store.commit(at.admin, 'mesin', (tx) => tx.create('machine', values))).value
const openWith = (machine: AnyDefinition, definitionsVersion = 2): Store => {
  if (at.store.db.open) at.store.close()
  return at.reopen({ definitions: [...definitions, machine], definitionsVersion })
}
const row = (store: Store, id: string) => store.reader.find('machine', id)
const found = (store: Store, words: string): number =>
  store.reader.rows('select rowid from _search where _search match ?', words).length

/** What stands in the tables is what the log says, under these definitions. */
const expectEqualAfterRebuild = (machine: AnyDefinition): void => {
  for (const store of [at.store]) if (store.db.open) store.close()
  expect(
    rebuild({ path: at.path, key: at.key, definitions: [...definitions, machine], definitionsVersion: 2 }),
  ).toMatchObject({ equal: true, search: true })
}

describe('a newer version of the definitions', () => {
  it('adds a type and a field without touching the rows that are there', () => {
    const id = write({ name: 'Server', power: '400' })
    const more = defineRecord('machine', {
      ...common,
      fields: { ...first.fields, serial: text('Nomor seri') },
      title: (row) => row.name ?? '',
    })
    const store = openWith(more)
    expect(row(store, id)).toMatchObject({ name: 'Server', power: '400', serial: null })
    must(store.commit(at.admin, 'x', (tx) => tx.update('machine', id, { serial: 'SN-1' })))
    expect(row(store, id)).toMatchObject({ serial: 'SN-1', name: 'Server' })
    store.close()
    expectEqualAfterRebuild(more)
  })

  it('carries a renamed field over, its edits, its history and its undo too', () => {
    const id = write({ name: 'Server', place: 'Ruang A' })
    const edited = must(
      at.store.commit(at.admin, 'pindah', (tx) => tx.update('machine', id, { place: 'Ruang B' })),
    )
    const renamed = defineRecord('machine', {
      ...common,
      fields: { name: text('Nama').searchable(), power: text('Daya'), location: text('Lokasi').was('place') },
      title: (row) => row.name ?? '',
    })
    const store = openWith(renamed)
    expect(row(store, id)).toMatchObject({ location: 'Ruang B' })
    expect(history(store.reader, id).at(-1)?.cells).toEqual([
      { field: 'location', before: 'Ruang A', after: 'Ruang B' },
    ])
    must(undo(store, at.admin, edited.commit))
    expect(row(store, id)).toMatchObject({ location: 'Ruang A' })
    const seen = store.log.vector()
    must(store.commit(at.admin, 'x', (tx) => tx.update('machine', id, { location: 'Ruang C' })))
    expect(
      store.commit(at.admin, 'x', (tx) => tx.update('machine', id, { location: 'Ruang D' }), seen),
    ).toMatchObject({ ok: false, error: { type: 'Stale' } })
    store.close()
    expectEqualAfterRebuild(renamed)
  })

  it('applies an upcast when it projects, and leaves the log as it was signed', () => {
    const id = write({ name: 'Server', power: '400 W' })
    must(at.store.commit(at.admin, 'x', (tx) => tx.update('machine', id, { power: '500 W' })))
    const headers = at.store.reader.rows('select hash from _log')
    const counted = defineRecord('machine', {
      ...common,
      fields: {
        name: text('Nama').searchable(),
        power: text('Daya'),
        watts: integer('Daya (W)'),
        place: text('Tempat'),
      },
      title: (row) => row.name ?? '',
      upcast: (cells, version) =>
        version < 2 && typeof cells['power'] === 'string'
          ? { ...cells, watts: Number.parseInt(cells['power'], 10) }
          : cells,
    })
    const store = openWith(counted)
    expect(row(store, id)).toMatchObject({ watts: 500 })
    expect(store.reader.rows('select hash from _log')).toEqual(headers)
    store.close()
    expectEqualAfterRebuild(counted)
  })

  it('projects anew when fields get one clock, another kind, or become searchable', () => {
    const id = write({ name: 'Server', power: '400', place: 'Gudang' })
    must(at.store.commit(at.admin, 'x', (tx) => tx.update('machine', id, { power: '500' })))
    const other = defineRecord('machine', {
      ...common,
      fields: { ...first.fields, place: text('Tempat').searchable() },
      together: { unit: together('power', 'place') },
      title: (row) => row.name ?? '',
    })
    const store = openWith(other)
    expect([row(store, id)?.['power'], found(store, 'gudang'), found(store, 'server')]).toEqual(['500', 1, 1])
    store.close()
    expectEqualAfterRebuild(other)
  })

  it('forgets no commit of a type that went away and came back', () => {
    const id = write({ name: 'Server' })
    at.store.close()
    const without = at.reopen({ definitions, definitionsVersion: 2 })
    expect(without.catalogue.has('machine')).toBe(false)
    without.close()
    expect(row(openWith(first, 3), id)).toMatchObject({ name: 'Server' })
  })

  it('is all or nothing: an upgrade that fails leaves the old tables for the old program', () => {
    const id = write({ name: 'Server' })
    const broken = defineRecord('machine', {
      ...common,
      fields: { ...first.fields, extra: integer('Lain') },
      title: (row) => row.name ?? '',
      upcast: () => {
        throw new Error('cacat')
      },
    })
    expect(() => openWith(broken)).toThrow('cacat')
    const store = openWith(first, 1)
    expect(row(store, id)).toMatchObject({ name: 'Server' })
    expect(found(store, 'server')).toBe(1)
  })
})

describe('a database of a newer Selaras', () => {
  it('is refused and left untouched to the last byte', () => {
    write({ name: 'Server' })
    at.store.db.pragma('wal_checkpoint(TRUNCATE)')
    openWith(first, 7).close()
    const digest = () => createHash('sha256').update(readFileSync(at.path)).digest('hex')
    const before = digest()
    expect(() => new Store(at.options)).toThrow(NewerDatabase)
    expect(digest()).toBe(before)
  })

  it('and so is what still waits in its -wal after the newer program was killed', () => {
    write({ name: 'Server' })
    const newer = openWith(first, 7)
    must(newer.commit(at.admin, 'mesin', (tx) => tx.create('machine', { name: 'Printer' })))
    const killed = join(at.folder, 'terbunuh.db')
    for (const ending of ['', '-wal']) copyFileSync(at.path + ending, killed + ending)
    newer.close()
    const digests = () =>
      ['', '-wal'].map((ending) =>
        createHash('sha256')
          .update(readFileSync(killed + ending))
          .digest('hex'),
      )
    const before = digests()
    expect(() => new Store({ ...at.options, path: killed })).toThrow(NewerDatabase)
    expect(digests()).toEqual(before)
  })
})

it('the same definitions prepare nothing again', () => {
  const before = stateHash(at.store.db, at.store.catalogue)
  const changes = at.store.db.pragma('schema_version', { simple: true })
  const again = at.reopen()
  expect(again.db.pragma('schema_version', { simple: true })).toBe(changes)
  expect(stateHash(again.db, again.catalogue)).toBe(before)
})
