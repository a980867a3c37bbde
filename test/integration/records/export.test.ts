import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTables } from '../../../electron/budget/reader/index.ts'
import { logList, recordList, recordSave } from '../../../shared/contract/records.ts'
import { recordExport, recordMany, recordSaveMany } from '../../../shared/contract/sheet.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { composition } from '../../fixtures/new-type-composition.ts'
import { must, refusal } from '../../fixtures/store.ts'
import { readSheet } from '../../fixtures/workbook-read.ts'

let at: TestCore
let opd: string
let other: string
const type = 'kiosk'
const long = `${'Laman utama kota\n'.repeat(200)}habis`

const make = async (kind: string, values: Record<string, unknown>) =>
  must(await at.call(recordSave, { type: kind, id: null, values, seen: null })).id
const take = async (format: 'xlsx' | 'csv', input: object = {}) => {
  const made = must(await at.call(recordExport, { type, format, ...input }))
  const file = at.core.download(made.token)
  if (file === null) throw new Error('nothing to download')
  return { ...made, bytes: file.bytes }
}
const table = async (file: { name: string; bytes: Uint8Array }) => {
  const { grids } = await readTables(file)
  return (grids[0]?.rows ?? []).map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''))
}

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
    address: '=HYPERLINK("http://x")',
    about: long,
    owner: opd,
    hostCountry: 'ID',
    leaseEnds: '2027-02-28',
    checked: '2026-11-21T07:05:00.000Z',
    visitors: -3,
    rent: 12_500_000,
    active: true,
    contacts: ['Ani'],
    pin: 'pinrahasia',
  })
  for (let n = 0; n < 3; n += 1)
    await make(type, { address: `situs-${n}.go.id`, owner: n === 0 ? opd : other, visitors: n * 10 })
}, 60_000)
afterAll(() => at.close())

describe('the export of a register', () => {
  it('holds every row with every field that an officer sees, long texts too, and the id first', async () => {
    const file = await take('xlsx', { sort: { field: 'address', descending: false } })
    expect(file.name).toMatch(/^Anjungan informasi warga \d{4}-\d{2}-\d{2}\.xlsx$/)
    expect(file.rows).toBe(4)
    const [heading, first] = await table(file)
    expect(heading).toEqual([
      'ID',
      'Alamat',
      'Uraian',
      'Pengelola',
      'Lokasi hosting',
      'Sewa berakhir',
      'Diperiksa',
      'Pengunjung',
      'Sewa (Rp)',
      'Aktif',
    ])
    expect(first?.slice(1)).toEqual([
      `'=HYPERLINK("http://x")`,
      long,
      'Diskominfo',
      'Indonesia',
      '28/02/2027',
      '21 November 2026 pukul 14.05 WIB',
      '-3',
      '12.500.000',
      'Ya',
    ])
  })

  it('writes money and numbers as numbers, days as days, and nothing that runs', async () => {
    const cells = readSheet((await take('xlsx', { filters: { active: true } })).bytes, 1)
    const at2 = (place: string) => cells.find((cell) => cell.place === place)
    expect(at2('I2')).toMatchObject({ number: 12_500_000 })
    expect(at2('F2')).toMatchObject({ number: 46_446 })
    expect(at2('B2')?.text).toBe(`'=HYPERLINK("http://x")`)
    expect(cells.some(({ formula }) => formula !== undefined)).toBe(false)
  })

  it('never holds what is confidential or not shown', async () => {
    for (const format of ['xlsx', 'csv'] as const) {
      const text = JSON.stringify(await table(await take(format)))
      expect(text).not.toContain('pinrahasia')
      expect(text).not.toContain('Ani')
    }
    expect(refusal(await at.call(recordExport, { type, format: 'csv', filters: { pin: 'x' } })).type).toBe(
      'UnknownField',
    )
  })

  it('holds what the list is filtered, searched and sorted to, and says so beside it', async () => {
    const file = await take('xlsx', {
      filters: { owner: other },
      search: 'situs',
      sort: { field: 'visitors', descending: true },
    })
    const rows = await table(file)
    expect(rows.slice(1).map((cells) => cells[1])).toEqual(['situs-2.go.id', 'situs-1.go.id'])
    const about = readSheet(file.bytes, 2).map(({ text }) => text)
    expect(about).toEqual(
      expect.arrayContaining([
        'Kata yang dicari',
        'situs',
        'Saringan Pengelola',
        'Dinas Kesehatan',
        'Pengunjung, turun',
      ]),
    )
  })

  it('is CSV that a spreadsheet with a decimal comma opens in columns, days without doubt', async () => {
    const file = await take('csv', { filters: { active: true } })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)
    expect(text.startsWith('\ufeffID;Alamat;')).toBe(true)
    expect(text).toContain(';2027-02-28;')
    expect(text).toContain(';-3;12500000;Ya')
  })

  it('is an entry of the log that names list, rows and file', async () => {
    const { rows } = await take('csv')
    const [entry] = must(await at.call(logList, { limit: 1 })).entries
    expect(entry?.reason).toMatch(
      new RegExp(
        `^Ekspor CSV: Anjungan informasi warga, ${rows} baris; kode berkas \\(SHA-256\\) [0-9a-f]{64}$`,
      ),
    )
  })

  it('is not handed out where no entry of the log can name it', async () => {
    await at.core.session.freeze(null)
    expect(refusal(await at.call(recordExport, { type, format: 'csv' })).type).toBe('ReadOnly')
    await at.core.session.thaw()
    must(await at.call(recordExport, { type, format: 'csv' }))
  })

  it('cuts a text that no cell holds, marks it, and says how many', async () => {
    const id = await make(type, { address: 'panjang.go.id', about: 'x'.repeat(40_000) })
    for (const format of ['xlsx', 'csv'] as const) {
      const file = await take(format, { filters: { id } })
      expect(file.clipped).toBe(1)
      expect((await table(file))[1]?.[2]).toBe(`${'x'.repeat(32_765)}…`)
    }
  })

  it('refuses an empty list, and gives an officer of one OPD only its own rows', async () => {
    expect(refusal(await at.call(recordExport, { type, format: 'csv', search: 'tidakada' })).type).toBe(
      'Empty',
    )
    const nip = await at.officer('Perencana', ['perencana', other])
    must(await at.login(nip))
    expect((await take('csv')).rows).toBe(2)
    must(await at.login())
    expect(at.defects).toEqual([])
  })
})

it('shows one state, also where something is written while it is read', async () => {
  const { seen } = must(await at.call(recordMany, { type, field: 'about', ids: [] }))
  const rows = Array.from({ length: 2_100 }, (_unused, n) => ({
    id: null,
    values: { address: `ramai-${n}`, owner: opd, about: 'lama' },
  }))
  must(await at.call(recordSaveMany, { type, rows, seen }))
  const byAddress = async (address: string) =>
    must(await at.call(recordList, { type, filters: { address }, limit: 1 })).rows[0]?.id
  const ends = [await byAddress('ramai-0'), await byAddress('ramai-2099')]
  const handle = at.core.handle.bind(at.core)
  let isWritten = false
  at.core.handle = async (name, input, call) => {
    const answer = await handle(name, input, call)
    if (name !== 'record.sheet' || isWritten) return answer
    isWritten = true
    const now = must(await at.call(recordMany, { type, field: 'about', ids: [] })).seen
    must(
      await at.call(recordSaveMany, {
        type,
        seen: now,
        rows: ends.map((id) => ({ id: id ?? null, values: { about: 'baru' } })),
      }),
    )
    return answer
  }
  const lines = await table(await take('csv', { search: 'ramai' }))
  at.core.handle = handle
  expect(lines).toHaveLength(2_101)
  expect(lines.filter((cells) => cells[2] === 'baru').map((cells) => cells[1])).toEqual([
    'ramai-2099',
    'ramai-0',
  ])
}, 60_000)

it('a shipped register exports its references by their titles', async () => {
  await make('website', { address: 'dinkes.go.id', opd: other, live: false })
  const made = must(await at.call(recordExport, { type: 'website', format: 'csv' }))
  const rows = await table({
    name: made.name,
    bytes: at.core.download(made.token)?.bytes ?? new Uint8Array(),
  })
  expect(rows[1]).toEqual(expect.arrayContaining(['dinkes.go.id', 'Dinas Kesehatan', 'Tidak']))
})
