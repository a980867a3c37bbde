/** A cell as a person sees it. The cells that a merge covers are absent; `across` and `down` say how far it reaches (1: not merged). */
export type Cell = {
  readonly text: string
  /** The value behind a number cell of a spreadsheet. */
  readonly number: number | null
  /** The formula that made the text; null for typed text. */
  readonly formula: string | null
  readonly across: number
  readonly down: number
}
export type GridRow = {
  /** 1-based, as the program that made the file counts. */
  readonly line: number
  readonly hidden: boolean
  readonly cells: readonly (Cell | undefined)[]
}
/** One sheet or one table. `above` and `below` are the paragraphs around a table of a text document. */
export type Grid = {
  readonly sheet: string | null
  readonly table: number | null
  readonly above: readonly string[]
  readonly rows: readonly GridRow[]
  readonly below: readonly string[]
  readonly hiddenColumns: readonly number[]
}

export const plainCell = (text: string): Cell => ({ text, number: null, formula: null, across: 1, down: 1 })

const untidy = /[^\S ]|[\u200b-\u200f\ufeff\u00ad]|^ | (?: |$)/

/** Blanks of every kind become one space, lines stay lines, empty lines go. */
export const cleanText = (text: string): string => {
  if (!untidy.test(text)) return text
  return text
    .replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
    .split(/\r\n?|\n|\u2028|\u2029|\v|\f/)
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
