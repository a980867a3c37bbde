import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commitUndo, logList, recordGet, recordRemove, recordSave } from '../../../shared/contract/records.ts'
import { recordMany, recordSaveMany } from '../../../shared/contract/sheet.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { composition } from '../../fixtures/new-type-composition.ts'
import { saveFresh } from '../../fixtures/save.ts'
import { must, refusal } from '../../fixtures/store.ts'

let at: TestCore
let opd: string
let other: string
let ids: string[] = []
const type = 'kiosk'

const make = async (kind: string, values: Record<string, unknown>) =>
  must(await at.call(recordSave, { type: kind, id: null, values, seen: null })).id
const valuesOf = async (id: string) => must(await at.call(recordGet, { type, id })).values
const all = (values: Record<string, unknown>) => ids.map((id) => ({ id, values }))
const load = async (field = 'hostCountry') => must(await at.call(recordMany, { type, field, ids }))
const save = (rows: { id: string | null; values: Record<string, unknown> }[], seen: Record<string, number>) =>
  at.call(recordSaveMany, { type, rows, seen })

beforeAll(async () => {
  at = openTestCore({
    threads: true,
    composition,
    compositionUrl: new URL('../../fixtures/new-type-composition.ts', import.meta.url).href,
  })
  await at.begin()
  opd = await make('opd', { code: '1.01', name: 'Diskominfo' })
  other = await make('opd', { code: '1.02', name: 'Dinas Kesehatan' })
}, 60_000)
afterAll(() => at.close())
beforeEach(async () => {
  ids = []
  for (const n of [1, 2, 3])
    ids.push(
      await make(type, {
        address: `situs-${n}.go.id`,
        owner: n === 3 ? other : opd,
        hostCountry: 'ID',
        rent: n,
      }),
    )
})

describe('one field of many records', () => {
  it('is read at one moment, with titles for references, and nothing of other fields', async () => {
    const { rows } = await load('owner')
    expect(rows.map(({ values, titles }) => [values, titles])).toEqual([
      [{ owner: opd }, { owner: 'Diskominfo' }],
      [{ owner: opd }, { owner: 'Diskominfo' }],
      [{ owner: other }, { owner: 'Dinas Kesehatan' }],
    ])
    expect(refusal(await at.call(recordMany, { type, field: 'pin', ids })).type).toBe('UnknownField')
  })

  it('is written as one change, which one undo takes back', async () => {
    const { seen } = await load()
    const before = must(await at.call(logList, { limit: 1 })).total
    const saved = must(await save(all({ hostCountry: 'lain' }), seen))
    expect(saved).toMatchObject({ created: 0, changed: 3 })
    const { entries, total } = must(await at.call(logList, { limit: 1 }))
    expect(total).toBe(before + 1)
    expect(entries[0]).toMatchObject({
      rows: 3,
      reason: 'Ubah Lokasi hosting pada 3 baris: Anjungan informasi warga',
    })
    for (const id of ids) expect(await valuesOf(id)).toMatchObject({ hostCountry: 'lain' })
    must(await at.call(commitUndo, { commit: saved.commit }))
    for (const id of ids) expect(await valuesOf(id)).toMatchObject({ hostCountry: 'ID' })
  })

  it('writes nothing where one of them was changed unseen, and names each of those', async () => {
    const { seen } = await load()
    must(await saveFresh(at, type, ids[0] ?? '', { hostCountry: 'lain' }))
    must(await saveFresh(at, type, ids[2] ?? '', { hostCountry: 'lain' }))
    const refused = refusal(await save(all({ hostCountry: null }), seen))
    expect(refused).toMatchObject({
      type: 'Stale',
      rows: [
        { id: ids[0], title: 'situs-1.go.id', type: 'Stale' },
        { id: ids[2], title: 'situs-3.go.id', type: 'Stale' },
      ],
    })
    expect(refused.message).toContain('2 baris diubah petugas lain')
    expect(refused.message).toContain('“situs-1.go.id”, “situs-3.go.id”')
    expect(await valuesOf(ids[1] ?? '')).toMatchObject({ hostCountry: 'ID' })
    expect(await valuesOf(ids[0] ?? '')).toMatchObject({ hostCountry: 'lain' })
    must(await save(all({ hostCountry: null }), (await load()).seen))
  })

  it('does not mind a change of another field', async () => {
    const { seen } = await load()
    must(await saveFresh(at, type, ids[0] ?? '', { about: 'Baru' }))
    must(await save(all({ hostCountry: 'lain' }), seen))
  })

  it('names a record that is gone, and writes nothing', async () => {
    const { seen } = await load()
    must(await at.call(recordRemove, { type, id: ids[1] ?? '', seen }))
    const refused = refusal(await save(all({ hostCountry: 'lain' }), seen))
    expect(refused).toMatchObject({ type: 'NotFound', rows: [{ id: ids[1] }] })
    expect(await valuesOf(ids[0] ?? '')).toMatchObject({ hostCountry: 'ID' })
    expect((await load()).rows).toHaveLength(2)
  })

  it('stays within the OPD of an officer', async () => {
    const nip = await at.officer('Perencana', ['perencana', opd])
    must(await at.login(nip))
    const { rows, seen } = await load()
    expect(rows.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    expect(refusal(await save(all({ hostCountry: 'lain' }), seen))).toMatchObject({
      rows: [{ id: ids[2], type: 'NotFound', title: 'tanpa nama' }],
    })
    const away = refusal(await save([{ id: ids[0] ?? '', values: { owner: other } }], seen))
    expect(away).toMatchObject({ type: 'Forbidden', rows: [{ title: 'situs-1.go.id' }] })
    must(await at.login())
  })

  it('is refused where nothing changes, or a value is none of its field', async () => {
    const { seen } = await load()
    expect(refusal(await save(all({ hostCountry: 'ID' }), seen)).type).toBe('NothingChanged')
    expect(refusal(await save(all({ hostCountry: 'SG' }), seen)).type).toBe('WrongKind')
    expect(refusal(await at.call(recordSaveMany, { type: 'budgetRow', rows: all({}), seen })).type).toBe(
      'NotEditableHere',
    )
    expect(at.defects).toEqual([])
  })
})
