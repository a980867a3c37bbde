/** What stands on the clipboards of Word, Excel and LibreOffice; every other letter comes as itself or as a number. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  times: '×',
  plusmn: '±',
  shy: '',
}
const entity = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi

const letterOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** Text of an HTML table with its entities as letters; a name that is not known stays as it stands. */
export const decodeEntities = (text: string): string =>
  text.replace(
    entity,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (hex !== undefined) return letterOf(Number.parseInt(hex, 16))
      if (decimal !== undefined) return letterOf(Number(decimal))
      return named[(name ?? '').toLowerCase()] ?? whole
    },
  )
