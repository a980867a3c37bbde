import { neutralise } from '../neutralise.ts'
import { type StyleName, styleNumber } from './styles.ts'

/** A formula carries the value it gives, so that a program that does not calculate shows the same. */
export type Formula = { readonly formula: string; readonly value: number }
export type Content = string | number | null | Formula
export type Cell = Content | Styled

/** The most that a cell may hold. */
const longestText = 32_767

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '')

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML cannot hold as they are
const special = /[&<>"\0-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, one by one
const controls = /[\0-\x08\x0b-\x1f\ufffe\uffff]/g

/** Control characters in the format's own way (_x0000_), which its readers undo. */
const hold = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(
      controls,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )

const textXml = (text: string): string => {
  const safe = neutralise(text.toWellFormed())
  const short = safe.length > longestText ? `${safe.slice(0, longestText - 1).toWellFormed()}…` : safe
  return special.test(short) ? escapeXml(hold(short)) : short
}

/** 0 → "A", 26 → "AA". */
export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)

type Styled = { readonly content: Content; readonly style: StyleName }
const isStyled = (cell: Cell): cell is Styled => typeof cell === 'object' && cell !== null && 'style' in cell

/** XML of one cell at `place` ("B7"); `otherwise`: the style of its column. */
export const cellXml = (cell: Cell, place: string, otherwise: StyleName): string => {
  const content: Content = isStyled(cell) ? cell.content : cell
  const look = styleNumber[isStyled(cell) ? cell.style : otherwise]
  const head = `<c r="${place}" s="${look}"`
  if (content === null || content === '') return `${head}/>`
  if (typeof content === 'number')
    return Number.isFinite(content) ? `${head}><v>${content}</v></c>` : `${head}/>`
  if (typeof content === 'string')
    return `${head} t="inlineStr"><is><t xml:space="preserve">${textXml(content)}</t></is></c>`
  return `${head}><f>${escapeXml(content.formula)}</f><v>${content.value}</v></c>`
}

/** Days since 30 December 1899, as spreadsheets count; `null` where the text is no date ("2026-11-21"). */
export const dateNumber = (iso: string): number | null => {
  const time = /^\d{4}-\d{2}-\d{2}/.test(iso) ? Date.parse(iso.slice(0, 10)) : Number.NaN
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000) + 25_569
}

/** Names of sheets may not hold some characters, nor be longer than 31. */
export const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)
export const quotedName = (name: string): string => `'${sheetName(name).replaceAll("'", "''")}'`

/** "'Rincian'!$K$6:$K$209". */
export const columnRange = (sheet: string, column: number, first: number, last: number): string =>
  `${quotedName(sheet)}!$${columnName(column)}$${first}:$${columnName(column)}$${last}`
