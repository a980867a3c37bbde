import { neutralise } from './neutralise.ts'

export type CsvCell = string | number | null

/** `,` by RFC 4180; `;` where Excel counts with a decimal comma, as it does in Indonesian. */
type CsvMark = ',' | ';'

const quoted = (text: string): string => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const cellText = (cell: CsvCell): string => {
  if (cell === null) return ''
  return typeof cell === 'number' ? (Number.isFinite(cell) ? String(cell) : '') : quoted(neutralise(cell))
}

/**
 * RFC 4180 in UTF-8 with a mark, so that Excel reads it right. Numbers stay numbers (decimal point); text that would
 * run as a formula is neutralised.
 */
export const writeCsv = (rows: Iterable<readonly CsvCell[]>, mark: CsvMark = ','): Uint8Array => {
  const lines: string[] = []
  for (const row of rows) lines.push(row.map(cellText).join(mark))
  return Buffer.from(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`, 'utf8')
}
