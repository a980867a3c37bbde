export type CellValue = string | number | null

/** Text that a spreadsheet would run is put behind an apostrophe; tabs and line breaks become spaces. */
const cellText = (value: CellValue): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const flat = value.replace(/[\t\r\n]+/g, ' ').trim()
  return /^[=+\-@]/.test(flat) && !/^-$/.test(flat) ? `'${flat}` : flat
}

/** A table as Excel takes it from the clipboard: numbers stay numbers, lines by line breaks, cells by tabs. */
export const tableText = (heading: readonly string[], rows: readonly (readonly CellValue[])[]): string =>
  [heading, ...rows].map((row) => row.map(cellText).join('\t')).join('\r\n')

/** false where the clipboard was refused. */
export const copyTable = async (
  heading: readonly string[],
  rows: readonly (readonly CellValue[])[],
): Promise<boolean> =>
  navigator.clipboard.writeText(tableText(heading, rows)).then(
    () => true,
    () => false,
  )
