import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachmentAdd, attachmentList } from '../../../shared/contract/attachments.ts'
import {
  auditRebuild,
  auditVerify,
  commitUndo,
  logList,
  recordGet,
  recordHistory,
  recordList,
  recordOptions,
  recordRemove,
  recordSave,
  searchAll,
} from '../../../shared/contract/records.ts'
import { fromCells, toCells } from '../../../shared/records/cell.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { composition, kiosk } from '../../fixtures/new-type-composition.ts'
import { saveFresh } from '../../fixtures/save.ts'
import { must, refusal } from '../../fixtures/store.ts'

let at: TestCore
let opd: string
let other: string
const type = 'kiosk'
const save = (
  values: Record<string, unknown>,
  id: string | null = null,
  seen: Record<string, number> | null = null,
) => (seen === null ? saveFresh(at, type, id, values) : at.call(recordSave, { type, id, values, seen }))
const list = (input: object = {}) => at.call(recordList, { type, ...input })

beforeAll(async () => {
  at = openTestCore({
    threads: true,
    composition,
    compositionUrl: new URL('../../fixtures/new-type-composition.ts', import.meta.url).href,
  })
  await at.begin()
  const newOpd = async (name: string) =>
    must(await at.call(recordSave, { type: 'opd', id: null, values: { code: name, name }, seen: null })).id
  opd = await newOpd('Diskominfo')
  other = await newOpd('Dinas Lain')
}, 60_000)
afterAll(() => at.close())

describe('a record type that is defined in a test and nowhere else', () => {
  let id: string

  it('is saved with every kind of value, and says what is missing or twice there without holding back the save', async () => {
    const saved = must(
      await save({
        address: 'contoh.go.id',
        about: 'Laman utama kota',
        owner: opd,
        hostCountry: 'ID',
        leaseEnds: '2027-02-28',
        checked: '2026-11-21T07:05:00.000Z',
        visitors: -3,
        rent: 12_500_000,
        active: true,
        contacts: ['Ani', 'Budi'],
        pin: 'pinrahasia',
      }),
    )
    id = saved.id
    expect(saved.findings).toEqual([])
    const twin = must(await save({ address: 'contoh.go.id', owner: other }))
    expect(twin.findings.map(({ field, kind }) => [field, kind])).toEqual([
      ['address', 'unique'],
      ['hostCountry', 'required'],
    ])
    must(
      await at.call(recordRemove, {
        type,
        id: twin.id,
        seen: must(await at.call(recordGet, { type, id: twin.id })).seen,
      }),
    )
  })

  it.each([
    ['a word for a number', { visitors: 'tiga' }, 'WrongKind'],
    ['a fraction of a rupiah', { rent: 0.5 }, 'WrongKind'],
    ['a day that does not exist', { leaseEnds: '2027-02-30' }, 'WrongKind'],
    ['a choice that is none', { hostCountry: 'SG' }, 'WrongKind'],
    ['a field that is none', { colour: 'biru' }, 'UnknownField'],
  ])('refuses %s', async (_name, values, expected) => {
    expect(refusal(await save(values)).type).toBe(expected)
  })

  it('is listed, with the title of what it points at, sorted, filtered and page by page; what is confidential stays inside', async () => {
    for (let n = 0; n < 7; n += 1)
      must(
        await save({
          address: `situs-${n}.go.id`,
          owner: n % 2 === 0 ? opd : other,
          hostCountry: 'ID',
          visitors: n === 3 ? null : n * 10,
        }),
      )
    const first = must(await list({ sort: { field: 'visitors', descending: false }, limit: 3 }))
    expect(first.total).toBe(8)
    const pages: unknown[] = []
    let page = first
    for (;;) {
      pages.push(...page.rows.map(({ values }) => values['visitors']))
      if (page.next === null) break
      page = must(await list({ sort: { field: 'visitors', descending: false }, limit: 3, after: page.next }))
    }
    expect(pages).toEqual([null, -3, 0, 10, 20, 40, 50, 60])
    const down = must(await list({ sort: { field: 'visitors', descending: true } })).rows.map(
      ({ values }) => values['visitors'],
    )
    expect(down).toEqual([60, 50, 40, 20, 10, 0, -3, null])
    expect(must(await list({ filters: { owner: other } })).rows).toHaveLength(3)
    expect(must(await list({ filters: { active: true } })).rows.map(({ id: found }) => found)).toEqual([id])
    expect(must(await list({ filters: { visitors: 'bukan angka' } })).rows).toEqual([])
    expect(must(await list({ search: 'utama kota' })).rows.map(({ title }) => title)).toEqual([
      'contoh.go.id',
    ])
    const [row] = must(await list({ filters: { id } })).rows
    expect(row).toMatchObject({
      title: 'contoh.go.id',
      titles: { owner: 'Diskominfo' },
      values: { rent: 12_500_000, active: true, contacts: ['Ani', 'Budi'] },
    })
    expect(JSON.stringify(row)).not.toContain('pinrahasia')
    for (const field of ['pin', 'constructor', 'tidakAda']) {
      expect(refusal(await list({ sort: { field, descending: true } })).type).toBe('UnknownField')
      expect(refusal(await list({ filters: { [field]: 'x' } })).type).toBe('UnknownField')
    }
    expect(must(await at.call(recordOptions, { type, text: 'situs' })).options).toHaveLength(7)
  })

  it('refuses a change that does not say what its author had seen', async () => {
    const blind = await at.call(recordSave, { type, id, values: { rent: 1 }, seen: null })
    expect(refusal(blind)).toMatchObject({ type: 'Malformed', fields: ['seen'] })
  })

  it('refuses a stale form with the difference, and keeps the fields of one unit together', async () => {
    const form = must(await at.call(recordGet, { type, id }))
    must(await save({ leaseEnds: '2028-02-28' }, id, form.seen))
    expect(refusal(await save({ rent: 1 }, id, form.seen))).toMatchObject({
      type: 'Stale',
      differences: [{ field: 'rent', label: 'Sewa (Rp)', yours: 1 }],
    })
    must(await save({ about: 'Laman resmi' }, id, form.seen))
    expect(must(await at.call(recordGet, { type, id })).values).toMatchObject({
      leaseEnds: '2028-02-28',
      rent: 12_500_000,
      about: 'Laman resmi',
    })
  })

  it('has a history in words, and its last change can be undone', async () => {
    const { commit } = must(await save({ active: false, hostCountry: 'lain', owner: other }, id))
    const [step] = must(await at.call(recordHistory, { type, id })).steps
    expect(step).toMatchObject({
      commit,
      officer: 'Siti Rahma',
      capacity: 'Admin',
      reason: 'Ubah Anjungan informasi: contoh.go.id',
    })
    expect(step?.fields).toEqual([
      { field: 'active', label: 'Aktif', before: 'ya', after: 'tidak' },
      { field: 'hostCountry', label: 'Lokasi hosting', before: 'Indonesia', after: 'Luar negeri' },
      { field: 'owner', label: 'Pengelola', before: 'Diskominfo', after: 'Dinas Lain' },
    ])
    must(await at.call(commitUndo, { commit }))
    expect(must(await at.call(recordGet, { type, id })).values).toMatchObject({
      active: true,
      hostCountry: 'ID',
      owner: opd,
    })
    expect(JSON.stringify(must(await at.call(recordHistory, { type, id })))).not.toContain('pinrahasia')
  })

  it('is found by search, carries attachments, and stays within the OPD of an officer', async () => {
    expect(must(await at.call(searchAll, { text: 'resmi contoh' })).found).toMatchObject([
      { type, label: 'Anjungan informasi', id, title: 'contoh.go.id' },
    ])
    expect(must(await at.call(searchAll, { text: 'pinrahasia' })).found).toEqual([])
    must(
      await at.call(attachmentAdd, {
        owner: id,
        files: [{ name: 'kontrak.pdf', bytes: new Uint8Array([1, 2, 3]) }],
      }),
    )
    expect(must(await at.call(attachmentList, { owner: id })).attachments).toMatchObject([
      { name: 'kontrak.pdf', size: 3, mime: 'application/pdf' },
    ])
    const nip = await at.officer('Perencana', ['perencana', other])
    must(await at.login(nip))
    expect(must(await list()).rows).toHaveLength(3)
    expect(refusal(await at.call(recordGet, { type, id })).type).toBe('NotFound')
    expect(refusal(await save({ about: 'x' }, id)).type).toBe('NotFound')
    expect(refusal(await save({ address: 'x', owner: opd })).type).toBe('Forbidden')
    must(await save({ address: 'sendiri.go.id', owner: other }))
    must(await at.login())
  })

  it('belongs to the chain and to the state, which a rebuild in its own process gives again', async () => {
    const { stateHash, faults } = must(await at.call(auditVerify, {}))
    expect(faults).toEqual([])
    expect(must(await at.call(auditRebuild, {}))).toMatchObject({ equal: true, after: stateHash })
    expect(must(await list()).total).toBe(9)
    expect(
      must(await at.call(logList, { limit: 200 })).entries.some(
        ({ reason }) => reason === 'Anjungan informasi baru: contoh.go.id',
      ),
    ).toBe(true)
    expect(at.defects).toEqual([])
  })
})

it('values go into cells and back', () => {
  const values = {
    address: 'a',
    about: null,
    owner: 'aaaaaaaaaa.1.1',
    hostCountry: 'ID',
    leaseEnds: '2027-01-01',
    checked: null,
    visitors: 0,
    rent: 1,
    active: false,
    contacts: [],
    pin: null,
  }
  const cells = toCells(kiosk, values)
  expect(cells.ok && fromCells(kiosk, { id: 'i', ...cells.value })).toEqual({ id: 'i', ...values })
})
