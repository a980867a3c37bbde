/** Text blocks of the clipboard as Excel, LibreOffice and Word write them: tabs, line ends, quotes where needed. */
export type Block = readonly (readonly string[])[]

const needsQuotes = /[\t\n\r]|^"/
const quoted = (cell: string) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Each row ends with CR LF, as Excel does. */
export const toTsv = (block: Block): string =>
  block.map((row) => `${row.map(quoted).join('\t')}\r\n`).join('')

type Reader = { readonly text: string; at: number }
const isEnd = (char: string | undefined) =>
  char === undefined || char === '\t' || char === '\n' || char === '\r'

/** Index after the closing quote; −1 where the quote is only a character of the text. */
const closingQuote = (text: string, from: number): number => {
  let at = from + 1
  while (at < text.length) {
    if (text[at] !== '"') at += 1
    else if (text[at + 1] === '"') at += 2
    else return isEnd(text[at + 1]) ? at + 1 : -1
  }
  return -1
}

const readCell = (reader: Reader): string => {
  const { text, at } = reader
  const closed = text[at] === '"' ? closingQuote(text, at) : -1
  if (closed > 0) {
    reader.at = closed
    return text.slice(at + 1, closed - 1).replaceAll('""', '"')
  }
  while (!isEnd(text[reader.at])) reader.at += 1
  return text.slice(at, reader.at)
}

const readRow = (reader: Reader): string[] => {
  const cells = [readCell(reader)]
  while (reader.text[reader.at] === '\t') {
    reader.at += 1
    cells.push(readCell(reader))
  }
  reader.at += reader.text.startsWith('\r\n', reader.at) ? 2 : 1
  return cells
}

/** The opposite of `toTsv`; short rows are filled with '' so that the block is a rectangle. Never empty. */
export const parseTsv = (text: string): Block => {
  const reader: Reader = { text, at: 0 }
  const rows = [readRow(reader)]
  while (reader.at < text.length) rows.push(readRow(reader))
  return rectangle(rows)
}

/** Fills short rows with ''. */
export const rectangle = (rows: readonly (readonly string[])[]): Block => {
  const width = Math.max(...rows.map(({ length }) => length))
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
}
