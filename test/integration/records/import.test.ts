import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTables } from '../../../electron/budget/reader/index.ts'
import { writeCsv } from '../../../electron/document/csv.ts'
import { writeList } from '../../../electron/document/list-sheet.ts'
import type { OutputOf } from '../../../shared/contract/call.ts'
import { recordRead } from '../../../shared/contract/import.ts'
import { commitUndo, logList, recordGet, recordList, recordSave } from '../../../shared/contract/records.ts'
import { recordExport, recordSaveMany } from '../../../shared/contract/sheet.ts'
import { isTakeable, valuesOf } from '../../../shared/rules/records/plan.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { composition } from '../../fixtures/new-type-composition.ts'
import { saveFresh } from '../../fixtures/save.ts'
import { must, refusal } from '../../fixtures/store.ts'

let at: TestCore
let opd: string
let other: string
const type = 'kiosk'

const make = async (kind: string, values: Record<string, unknown>) =>
  must(await at.call(recordSave, { type: kind, id: null, values, seen: null })).id
const read = (rows: readonly (readonly string[])[], kind = type) =>
  at.call(recordRead, {
    type: kind,
    files: [{ name: 'daftar.csv', bytes: new Uint8Array(writeCsv(rows, ';')) }],
  })
type Read = OutputOf<typeof recordRead>
const take = (found: Read, kind = type) =>
  at.call(recordSaveMany, {
    type: kind,
    source: found.file,
    seen: found.seen,
    rows: found.rows.filter(isTakeable).map(({ id, cells }) => ({ id, values: valuesOf(cells) })),
  })
const titles = async () =>
  must(await at.call(recordList, { type, sort: { field: 'address', descending: false } })).rows.map(
    ({ title }) => title,
  )

beforeAll(async () => {
  at = openTestCore({
    threads: true,
    composition,
    compositionUrl: new URL('../../fixtures/new-type-composition.ts', import.meta.url).href,
  })
  await at.begin()
  opd = await make('opd', { code: '1.01', name: 'Diskominfo' })
  other = await make('opd', { code: '1.02', name: 'Dinas Kesehatan' })
  await make(type, {
    address: '+62 711',
    owner: opd,
    about: 'Baris\nkedua',
    rent: 5,
    checked: '2026-11-21T07:05:00.000Z',
  })
  await make(type, {
    address: 'b.go.id',
    owner: other,
    hostCountry: 'ID',
    leaseEnds: '2027-02-28',
    active: false,
  })
}, 60_000)
afterAll(() => at.close())

describe('a sheet that comes back into a register', () => {
  it.each(['xlsx', 'csv'] as const)(
    'shows no difference where it is its own export as %s',
    async (format) => {
      const made = must(await at.call(recordExport, { type, format }))
      const file = at.core.download(made.token)
      const found = must(
        await at.call(recordRead, {
          type,
          files: [{ name: made.name, bytes: new Uint8Array(file?.bytes ?? []) }],
        }),
      )
      expect(found.rows.map(({ state }) => state)).toEqual(['same', 'same'])
      expect(found.columns.filter(({ key }) => key === null)).toEqual([
        { heading: 'Diperiksa', key: null, remark: 'dicatat Selaras sendiri' },
      ])
    },
  )

  it('is written as one entry of the log, references by title or code, and one undo takes it back', async () => {
    const found = must(
      await read([
        ['Alamat', 'Pengelola', 'Lokasi hosting', 'Sewa (Rp)'],
        ['b.go.id', 'Diskominfo', 'Luar negeri', ''],
        ['c.go.id', '1.02', 'Indonesia', '2,5 juta'],
        ['d.go.id', 'Dinas Antah', 'Indonesia', ''],
      ]),
    )
    expect(found.rows.map(({ state }) => state)).toEqual(['changed', 'new', 'unread'])
    const before = must(await at.call(logList, { limit: 1 })).total
    const saved = must(await take(found))
    expect(saved).toMatchObject({ created: 2, changed: 1 })
    const { entries, total } = must(await at.call(logList, { limit: 1 }))
    expect(total).toBe(before + 1)
    expect(entries[0]?.reason).toBe('Impor Anjungan informasi warga dari daftar.csv: 2 ditambahkan, 1 diubah')
    const { rows } = must(await at.call(recordList, { type, filters: { address: 'c.go.id' } }))
    expect(rows[0]?.values).toMatchObject({ owner: other, hostCountry: 'ID', rent: 2_500_000 })
    expect(await titles()).toEqual(['+62 711', 'b.go.id', 'c.go.id', 'd.go.id'])
    must(await at.call(commitUndo, { commit: saved.commit }))
    expect(await titles()).toEqual(['+62 711', 'b.go.id'])
  })

  it('writes over nothing that was changed after it was shown', async () => {
    const found = must(
      await read([
        ['Alamat', 'Lokasi hosting'],
        ['b.go.id', 'Luar negeri'],
      ]),
    )
    const id = found.rows[0]?.id ?? ''
    must(await saveFresh(at, type, id, { hostCountry: null }))
    expect(refusal(await take(found))).toMatchObject({ type: 'Stale', rows: [{ id, title: 'b.go.id' }] })
    expect(must(await at.call(recordGet, { type, id })).values['hostCountry']).toBeNull()
    must(await saveFresh(at, type, id, { hostCountry: 'ID' }))
  })

  it('is pasted from Excel as well', async () => {
    const html =
      '<table><tr><td>Alamat</td><td>Uraian</td></tr><tr><td>+62 711</td><td>Baris kedua</td></tr></table>'
    const found = must(await at.call(recordRead, { type, files: [], paste: { html, text: '' } }))
    expect(found).toMatchObject({ file: '', rows: [{ state: 'same', title: '+62 711' }] })
  })

  it('says why nothing of a file can be taken', async () => {
    expect(
      refusal(
        await read([
          ['Nama', 'Warna'],
          ['a', 'b'],
        ]),
      ).type,
    ).toBe('NoHeadings')
    expect(refusal(await read([['Alamat', 'Pengelola']])).type).toBe('NoRows')
    expect(
      refusal(
        await read(
          [
            ['NIP', 'Nama'],
            ['1', 'a'],
          ],
          'budgetForm',
        ),
      ).type,
    ).toBe('NotEditableHere')
    const broken = { name: 'x.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]) }
    expect(refusal(await at.call(recordRead, { type, files: [broken] })).type).toBe('Unreadable')
    expect(refusal(await at.call(recordRead, { type, files: [] })).type).toBe('NothingToRead')
  })

  it('never takes in or shows what is confidential', async () => {
    const found = must(
      await read([
        ['Alamat', 'Uraian', 'PIN panel'],
        ['b.go.id', '', '1234'],
      ]),
    )
    expect(found.columns.at(-1)).toMatchObject({ heading: 'PIN panel', key: null })
    expect(JSON.stringify(found.rows)).not.toContain('1234')
  })

  it('tells an officer of one OPD nothing of the rows and records of another one', async () => {
    const [row] = must(await at.call(recordList, { type, filters: { address: 'b.go.id' } })).rows
    const nip = await at.officer('Perencana', ['perencana', opd])
    must(await at.login(nip))
    const found = must(
      await read([
        ['ID', 'Alamat', 'Uraian'],
        [row?.id ?? '', 'b.go.id', 'x'],
        ['', 'B.go.id', 'y'],
      ]),
    )
    expect(found.rows.map(({ state, id, cells }) => [state, id, cells.map(({ before }) => before)])).toEqual([
      ['unread', null, []],
      ['new', null, ['', '']],
    ])
    must(await at.login())
  })

  it('takes twenty thousand rows, and refuses more with a sentence', async () => {
    const many = (count: number) => [
      ['Alamat', 'Pengelola', 'Sewa (Rp)', 'Sewa berakhir'],
      ...Array.from({ length: count }, (_unused, n) => [`situs-${n}.go.id`, '1.01', String(n), '2027-02-28']),
    ]
    const found = must(await read(many(20_000)))
    expect(found.rows).toHaveLength(20_000)
    const saved = must(await take(found))
    expect(saved.created).toBe(20_000)
    must(await at.call(commitUndo, { commit: saved.commit }))
    expect(refusal(await read(many(20_001))).type).toBe('Unreadable')
    expect(at.defects).toEqual([])
  }, 120_000)
})

it.each(['xlsx', 'csv'] as const)(
  'twenty thousand rows that left as %s are read again within its limits',
  async (format) => {
    const row = (n: number) => [
      `abcdefghij.12.${n + 1}`,
      `Situs nomor ${n} Dinas Kesehatan`,
      { day: '2027-02-28' },
      n,
      'Ya',
    ]
    const bytes = await writeList(
      {
        name: 'Benda',
        columns: ['ID', 'Nama', 'Tanggal', 'Angka', 'Tayang'].map((title) => ({
          title,
          look: 'text' as const,
        })),
        rows: Array.from({ length: 20_000 }, (_unused, n) => [
          ...row(n),
          ...row(n).slice(1),
          ...row(n).slice(1),
        ]),
        about: { name: 'Keterangan', columns: ['a', 'b'], rows: [] },
        created: '2026-11-21T00:00:00.000Z',
      },
      format,
      () => {},
    )
    const { message, grids } = await readTables({ name: 'benda', bytes })
    expect([message, grids[0]?.rows.length]).toEqual([null, 20_001])
  },
  60_000,
)

it('a shipped register takes in what another office wrote, with its own words for it', async () => {
  const found = must(
    await read(
      [
        ['No', 'ALAMAT', 'OPD', 'Jenis', 'Masih tayang', 'Sewa sampai'],
        ['1', 'dinkes.go.id', 'dinas kesehatan', 'Situs web', 'Ya', '28 Februari 2027'],
      ],
      'website',
    ),
  )
  must(await take(found, 'website'))
  const { rows } = must(await at.call(recordList, { type: 'website' }))
  expect(rows[0]?.values).toMatchObject({ opd: other, kind: 'situs', live: true, leaseUntil: '2027-02-28' })
})
