/** A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
const harmless = (text: string): string => (/^[=+@\t\r]|^-(?![\d.,]*$)/.test(text) ? `'${text}` : text)

const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, ' ')

/** Rows of cells as text that Excel takes with Ctrl+V. Numbers of tables ("186.000.000") become plain ones. */
export const sheetText = (heading: readonly string[], lines: readonly (readonly string[])[]): string =>
  [heading, ...lines]
    .map((line) => line.map((cell) => harmless(oneLine(plainNumber(cell)))).join('\t'))
    .join('\r\n')

const plainNumber = (text: string): string =>
  /^-?\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text
