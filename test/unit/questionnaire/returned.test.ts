import { beforeAll, describe, expect, it } from 'vitest'
import { answererIn, markerOf, returnedSheet } from '../../../shared/rules/questionnaire/returned.ts'
import { askedThings, comparedOf, comparison, gridsOf } from '../../fixtures/asked-things.ts'
import { EditedWorkbook } from '../../fixtures/edit-workbook.ts'
import { presentOf, thing } from '../../fixtures/sheet-things.ts'

const none = { nip: null, about: null, kind: null, owner: null, count: null, year: null }
const records = presentOf([
  { ...none, name: 'Laptop', price: 1_000, bought: '2026-01-31', since: '2019', live: true },
  { ...none, name: 'Server pilih', price: 2_000, bought: null, since: null, live: null },
])
const known = comparedOf(records)
const [petunjuk, register] = [1, 2] as const
let bytes: Uint8Array
const edited = () => new EditedWorkbook(bytes)
const states = async (book: EditedWorkbook) => {
  const { rows, sheet } = await comparison(book.bytes(), known)
  return { states: rows.map(({ state }) => state), sheet, rows }
}
beforeAll(async () => {
  bytes = await askedThings(records)
})

describe('a register that came back', () => {
  it('is read from beneath its headings, its empty rows are nothing', async () => {
    const { states: found, sheet } = await states(edited())
    expect(found).toEqual(['same', 'same'])
    expect(sheet.lines.map(({ line }) => line)).toEqual([8, 9])
  })

  it('keeps its first row also where it ends with words of a heading', async () => {
    const book = edited().put(register, 'B10', 'Digitalisasi teks')
    const { rows } = await states(book)
    expect(rows.at(-1)).toMatchObject({ state: 'new', title: 'Digitalisasi teks' })
  })

  it.each([
    ['its keys', 4],
    ['its headings', 6],
    ['what stands under them', 7],
  ])('is known again without the row of %s', async (_which, line) => {
    const { states: found, sheet } = await states(edited().dropRow(register, line))
    expect(found).toEqual(['same', 'same'])
    expect(sheet.lost).toEqual([])
  })

  it('names columns that are gone, and those that are nobody’s', async () => {
    const book = edited()
      .dropColumn(register, 'I')
      .put(register, 'J4', '')
      .put(register, 'J6', 'Catatan kami')
    const { sheet, states: found } = await states(book)
    expect(sheet.lost).toHaveLength(2)
    expect(sheet.others).toEqual(['Catatan kami'])
    expect(found).toEqual(['same', 'same'])
  })

  it('says what the OPD declares of it', async () => {
    for (const [words, declared] of [
      ['Sudah lengkap', 'lengkap'],
      ['Nihil, tidak ada yang dicatat', 'nihil'],
      ['belum lengkap', null],
    ] as const)
      expect((await states(edited().put(register, 'C3', words))).sheet.declared).toBe(declared)
  })

  it('is no register without any of its headings', async () => {
    const book = edited().dropRow(register, 4).dropRow(register, 6).dropRow(register, 7)
    const grid = (await gridsOf(book.bytes()))[register - 1]
    expect(grid === undefined ? undefined : returnedSheet(thing, grid)).toBeNull()
  })
})

describe('the sheet of instructions', () => {
  it('says who answers', async () => {
    const text = edited().sheet(petunjuk)
    const places = [...text.matchAll(/<c r="(C\d+)" s="\d+"\/>/g)].map(([, place]) => place ?? '')
    expect(places).toHaveLength(4)
    const book = edited()
    for (const [at, words] of ['dr. Ani', 'Sekretaris', '21-11-2026', '440/12/2026'].entries())
      book.put(petunjuk, places[at] ?? '', words)
    const [grid] = await gridsOf(book.bytes())
    expect(grid === undefined ? null : answererIn(grid)).toEqual({
      name: 'dr. Ani',
      position: 'Sekretaris',
      date: '21-11-2026',
      letter: '440/12/2026',
    })
  })

  it('is told apart from registers by its marker, as every sheet is', async () => {
    const grids = await gridsOf(bytes)
    expect(grids.map((grid) => markerOf(grid))).toMatchObject([{ type: '' }, { type: 'thing' }])
  })

  it('of a later format is not taken for an earlier one', async () => {
    const book = edited().change(petunjuk, (xml) => xml.replace('SELARAS-ISIAN 1', 'SELARAS-ISIAN 2'))
    const [grid] = await gridsOf(book.bytes())
    expect(grid === undefined ? null : markerOf(grid)).toBe('newer')
  })
})
