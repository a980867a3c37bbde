import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachmentList } from '../../../shared/contract/attachments.ts'
import {
  auditVerify,
  commitUndo,
  logList,
  recordGet,
  recordHistory,
  recordList,
  recordRemove,
  recordSave,
  searchAll,
} from '../../../shared/contract/records.ts'
import {
  type InstrumentFacts,
  regulationRead,
  regulationTake,
  regulationText,
} from '../../../shared/contract/regulation.ts'
import type { Result } from '../../../shared/contract/result.ts'
import { unitsOfContent } from '../../../shared/regulation/library.ts'
import { allUnits } from '../../../shared/regulation/unit.ts'
import { adminNip, openTestCore, type TestCore } from '../../fixtures/core.ts'
import { fileOf, frameworkLibrary, laterLibrary, printedPerwal } from '../../fixtures/library/texts.ts'
import { must, refusal } from '../../fixtures/store.ts'

let at: TestCore
beforeEach(async () => {
  at = openTestCore()
  await at.begin()
})
afterEach(() => at.close())

const readFile = (name: string, text: string) => at.call(regulationRead, { file: fileOf(name, text) })
const bring = async (name: string, text: string, more: Partial<InstrumentFacts> = {}) => {
  const { token, read } = must(await readFile(name, text))
  return must(await at.call(regulationTake, { token, facts: { ...read.facts, ...more } }))
}
const typeOf = (result: Result<unknown>) => refusal(result).type
const kept = async () => must(await at.call(recordList, { type: 'instrument' })).rows
const entries = async () => must(await at.call(logList, {}))

describe('a text that is brought into the library', () => {
  it('is read without anything being written', async () => {
    const before = (await entries()).total
    const { file, read, digest } = must(await readFile('perwal.txt', printedPerwal))
    expect([file, read.facts.short, read.findings.length]).toEqual(['perwal.txt', 'Perwal Contoh 12/2021', 2])
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect((await entries()).total).toBe(before)
    expect(await kept()).toEqual([])
  })

  it('is kept with its file as one change, and read back as it was', async () => {
    const { id, commit } = await bring('perwal.txt', printedPerwal)
    const [row] = await kept()
    expect(row).toMatchObject({
      id,
      title: 'Perwal Contoh 12/2021',
      values: {
        kind: 'peraturan',
        number: '12',
        year: 2021,
        series: 'perwal contoh 12/2021',
        file: 'perwal.txt',
      },
    })
    expect(row?.values['content']).toBeUndefined()
    const { content } = must(await at.call(regulationText, { id }))
    expect(allUnits(unitsOfContent(content)).map(({ key }) => key)).toContain('X-2(3)b')
    expect(must(await at.call(attachmentList, { owner: id })).attachments).toMatchObject([
      { name: 'perwal.txt' },
    ])
    expect((await entries()).entries[0]).toMatchObject({
      commit,
      reason: 'Tambah ke pustaka: Perwal Contoh 12/2021, dari perwal.txt',
    })
    must(await at.call(commitUndo, { commit }))
    expect(await kept()).toEqual([])
    expect(typeOf(await at.call(regulationText, { id }))).toBe('NotFound')
  })

  it('says what the officer said of it, and falls back on its file where nobody says anything', async () => {
    const named = await bring('perwal.txt', printedPerwal, {
      short: ' Perwal saya ',
      version: 'kedua',
      enacted: '',
    })
    const bare = await bring('catatan.txt', 'hanya catatan')
    const titles = (await kept()).map(({ id, title }) => [id, title])
    expect(titles).toEqual(
      expect.arrayContaining([
        [named.id, 'Perwal saya, versi kedua'],
        [bare.id, 'catatan.txt'],
      ]),
    )
  })

  it('stands beside its other versions under one name of its series', async () => {
    await bring('a.yaml', frameworkLibrary())
    await bring('b.yaml', laterLibrary(), { short: 'Nama lain' })
    expect((await kept()).map(({ values }) => [values['version'], values['series']])).toEqual([
      ['2', 'urn:contoh:risk:framework:keamanan'],
      ['1', 'urn:contoh:risk:framework:keamanan'],
    ])
  })

  it('finds its series by its heading where an officer calls it otherwise, and by its name where it has no heading', async () => {
    await bring('perwal.txt', printedPerwal, { short: 'Perwal saya' })
    await bring('perwal.txt', printedPerwal, { version: '2' })
    await bring('edaran.txt', 'Pasal 1\nSatu.', { short: 'Edaran  Contoh' })
    await bring('edaran.txt', 'Pasal 1\nDua.', { short: 'edaran contoh', version: '2' })
    const misprint = printedPerwal.replace('NOMOR 12', 'NOMOR 21')
    await bring('perwal.txt', misprint, { short: 'Perwal Contoh 12/2021', version: '3' })
    const series = Map.groupBy(await kept(), ({ values }) => values['series'])
    expect([...series].map(([name, rows]) => [name, rows.length]).sort()).toEqual([
      ['edaran contoh', 2],
      ['perwal contoh 12/2021', 3],
    ])
  })

  it('is mended, removed and brought back like any record, and its text can be said once only', async () => {
    const { id } = await bring('a.yaml', frameworkLibrary())
    const { seen } = must(await at.call(recordGet, { type: 'instrument', id }))
    const values = { short: 'Kerangka KK' }
    must(await at.call(recordSave, { type: 'instrument', id, values, seen }))
    const got = must(await at.call(recordGet, { type: 'instrument', id }))
    const other = { content: new TextEncoder().encode('{}') }
    expect(typeOf(await at.call(recordSave, { type: 'instrument', id, values: other, seen: got.seen }))).toBe(
      'Fixed',
    )
    const { commit } = must(await at.call(recordRemove, { type: 'instrument', id, seen: got.seen }))
    expect(await kept()).toEqual([])
    must(await at.call(commitUndo, { commit }))
    expect((await kept()).map(({ title }) => title)).toEqual(['Kerangka KK, versi 1'])
    expect(must(await at.call(regulationText, { id })).content.kind).toBe('kerangka')
    const { steps } = must(await at.call(recordHistory, { type: 'instrument', id }))
    expect(steps).toHaveLength(4)
    expect(steps.flatMap(({ fields }) => fields.map(({ after }) => after)).join().length).toBeLessThan(2_000)
  })

  it('is found by its name, and the log that holds it is whole', async () => {
    const { id } = await bring('a.yaml', frameworkLibrary())
    const { found } = must(await at.call(searchAll, { text: 'keamanan contoh' }))
    expect(found).toMatchObject([{ type: 'instrument', id }])
    expect(must(await at.call(auditVerify, {})).faults).toEqual([])
  })

  it.each([
    ['another device wrote noise', new TextEncoder().encode('{"kind":"peraturan","lines":[1]}')],
    ['another device wrote no text', new Uint8Array([0xff, 0xfe, 0x00])],
    ['nobody gave it', null],
  ])('that cannot be read, since %s, says so', async (_why, content) => {
    const values = { short: 'Aneh', kind: 'peraturan', ...(content === null ? {} : { content }) }
    const { id } = must(await at.call(recordSave, { type: 'instrument', id: null, values, seen: null }))
    expect(typeOf(await at.call(regulationText, { id }))).toBe('Unreadable')
  })
})

describe('a file that is none', () => {
  it('is refused with a sentence and the lines that are to blame', async () => {
    const result = await readFile('rusak.yaml', 'objects:\n\tframework: x\n')
    expect(result).toMatchObject({ ok: false, error: { type: 'Unreadable', findings: [{ line: 2 }] } })
    expect(at.defects).toEqual([])
  })

  it('and takes its process with it is refused too, and the next one is read', {
    timeout: 60_000,
  }, async () => {
    const much = `objects: [${'[],'.repeat(2_700_000)}]`
    const result = await readFile('bom.yaml', much)
    expect(result).toMatchObject({ ok: false, error: { type: 'Unreadable', findings: [] } })
    expect(must(await readFile('a.yaml', frameworkLibrary())).read.facts.version).toBe('1')
    expect(at.defects).toEqual([])
  })

  it('cannot be kept under a token that nobody was given, nor twice under one', async () => {
    const { token, read } = must(await readFile('a.yaml', frameworkLibrary()))
    expect(typeOf(await at.call(regulationTake, { token: 'tiada', facts: read.facts }))).toBe('PreviewGone')
    must(await at.call(regulationTake, { token, facts: read.facts }))
    expect(typeOf(await at.call(regulationTake, { token, facts: read.facts }))).toBe('PreviewGone')
    expect(await kept()).toHaveLength(1)
  })
})

describe('the library', () => {
  it('is read by everybody, and filled by those who keep the registers of the whole city', async () => {
    const { id } = await bring('a.yaml', frameworkLibrary())
    const nip = await at.officer('Budi', ['hanya_lihat', null])
    await at.logout()
    must(await at.login(nip))
    expect(must(await at.call(regulationText, { id })).content.kind).toBe('kerangka')
    expect(typeOf(await readFile('a.yaml', frameworkLibrary()))).toBe('NotAllowed')
    await at.logout()
    must(await at.login(adminNip))
  })
})
