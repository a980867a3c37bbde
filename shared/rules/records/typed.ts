import { monthNames } from '../../format/date.ts'
import { nipDigits } from '../../format/nip.ts'
import { parseAmount, parseDay, parseWhen } from '../../format/typed.ts'
import { mostLongText, mostMoney, mostText, toCell } from '../../records/cell.ts'
import { Field } from '../../records/field.ts'
import { recordsImportTexts } from '../../texts/records-import.ts'
import { oneAmount } from '../budget/rupiah.ts'
import { isNip, type ShownField } from './fields.ts'
import type { FindNamed } from './named.ts'
import { loose } from './words.ts'

/** A cell of a sheet: its text, and the number behind it where it is one. */
export type SheetCell = { readonly text: string; readonly number: number | null }
/** What a cell says; `fault`: why it is not read, in one sentence. */
export type Typed = { readonly value: unknown } | { readonly fault: string }

const sentences = recordsImportTexts.cell
const fault = (sentence: string): Typed => ({ fault: sentence })
const valueOr = (value: unknown, sentence: string): Typed =>
  value === null || value === undefined ? fault(sentence) : { value }

/** From here on Excel keeps no digit of a number. */
const roundedFrom = 1e15

const readText = ({ key, facts }: ShownField, { text, number }: SheetCell): Typed => {
  if (number !== null && Math.abs(number) >= roundedFrom) return fault(sentences.rounded(text))
  const said = text.trim()
  if (said.length > (facts.kind === 'text' ? mostText : mostLongText)) return fault(sentences.tooLong)
  return { value: isNip(key) && /^[\d\s.]+$/.test(said) ? nipDigits(said) : said }
}

const wholeText = /^-?(?:\d+|\d{1,3}(?:\.\d{3})+)$/

const readWhole = ({ text, number }: SheetCell): Typed => {
  const said = text.trim()
  const value = number ?? (wholeText.test(said) ? Number(said.replaceAll('.', '')) : Number.NaN)
  return Number.isSafeInteger(value) ? { value } : fault(sentences.integer(said))
}

const readMoney = ({ text, number }: SheetCell): Typed => {
  const said = text.trim()
  const value = number ?? parseAmount(said) ?? oneAmount(said) ?? Number.NaN
  const fits = Number.isSafeInteger(value) && Math.abs(value) <= mostMoney
  return fits ? { value } : fault(sentences.money(said))
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/
const readDay = (text: string): Typed =>
  valueOr(isoDay.test(text) ? text : parseDay(text), sentences.date(text))

const monthOfYear = (text: string): string | null => {
  const [, word = '', year = ''] = /^(\p{L}+) (\d{4})$/u.exec(text) ?? []
  const month = monthNames.findIndex((name) => loose(name) === loose(word)) + 1
  return month === 0 ? null : `${year}-${String(month).padStart(2, '0')}`
}
const readWhen = (text: string): Typed =>
  valueOr(
    /^\d{4}(?:-\d{2}){0,2}$/.test(text) ? text : (monthOfYear(text) ?? parseWhen(text)),
    sentences.when(text),
  )

const answers: Readonly<Record<string, boolean>> = {
  ya: true,
  y: true,
  benar: true,
  true: true,
  '1': true,
  tidak: false,
  t: false,
  salah: false,
  false: false,
  '0': false,
}

const readChoice = ({ facts }: ShownField, text: string): Typed => {
  const choices = Object.entries(facts.choices)
  const found =
    choices.find(([, label]) => loose(label) === loose(text)) ?? choices.find(([key]) => key === text)
  return valueOr(
    found?.[0],
    sentences.choice(
      text,
      choices.map(([, label]) => label),
    ),
  )
}

const readReference = ({ facts }: ShownField, text: string, find: FindNamed): Typed => {
  const found = find(facts.target, text)
  if (found.ids.length === 1) return { value: found.ids[0] }
  return fault(
    found.ids.length === 0 ? sentences.missing(text, found.kind) : sentences.ambiguous(text, found.titles),
  )
}

const read = (field: ShownField, cell: SheetCell, find: FindNamed): Typed => {
  const said = cell.text.trim()
  switch (field.facts.kind) {
    case 'integer':
      return readWhole(cell)
    case 'money':
      return readMoney(cell)
    case 'date':
      return readDay(said)
    case 'when':
      return readWhen(said)
    case 'boolean':
      return valueOr(answers[loose(said)], sentences.boolean(said))
    case 'choice':
      return readChoice(field, said)
    case 'reference':
      return readReference(field, said, find)
    default:
      return readText(field, cell)
  }
}

/** Of what looks right and is refused by the store all the same: 30-02-2027. */
const refusals: Readonly<Record<string, (found: string) => string>> = {
  date: sentences.date,
  when: sentences.when,
}

/** A filled cell as the value of its field, or why not. `find`: records by what a text calls them. */
export const readTyped = (field: ShownField, cell: SheetCell, find: FindNamed): Typed => {
  const typed = read(field, cell, find)
  if ('fault' in typed || toCell(new Field(field.facts), typed.value) !== null) return typed
  return fault((refusals[field.facts.kind] ?? sentences.other)(cell.text.trim()))
}
