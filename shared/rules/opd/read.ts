import { cleanText, type Grid } from '../budget/grid.ts'

/** An OPD as a list wrote it; '' where nothing stands. `line`: as the program that made the file counts. */
export type OpdLine = {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly short: string
  readonly head: string
}
type Role = 'code' | 'name' | 'short' | 'head'
type Roles = Partial<Record<Role, number>>
type Line = { readonly line: number; readonly cells: readonly string[] }

/** Asked in this order: “Nama kepala dinas” is its head, “Nama singkat” the short name. */
const headings: readonly (readonly [Role, RegExp])[] = [
  ['short', /singkat|akronim|sebutan|alias/i],
  ['head', /kepala|pimpinan|pejabat/i],
  ['code', /^(?:kode|kd)\b/i],
  ['name', /nama|perangkat daerah|\bs?opd\b|\bskpd\b|instansi|unit (?:kerja|organisasi)|uraian/i],
]
const headingRows = 15
const longestHeading = 60

const linesOf = ({ rows }: Grid): readonly Line[] =>
  rows.map(({ line, cells }) => ({
    line,
    cells: Array.from({ length: cells.length }, (_unused, at) =>
      cleanText(cells[at]?.text ?? '').replaceAll('\n', ' '),
    ),
  }))

const roleOf = (text: string): Role | null => {
  if (text === '' || text.length > longestHeading || /\d/.test(text)) return null
  return headings.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

const rolesIn = ({ cells }: Line): Roles => {
  const found: Roles = {}
  cells.forEach((text, at) => {
    const role = roleOf(text)
    if (role !== null && found[role] === undefined) found[role] = at
  })
  return found
}

/** A line of headings names the column of names; a single cell is one only where the table has a single column. */
const isHeading = (line: Line, roles: Roles): boolean => {
  const filled = line.cells.filter((text) => text !== '').length
  const known = Object.keys(roles).length
  return (
    roles.name !== undefined &&
    (known >= 2 || (known === 1 && filled <= 2 && /^nama\b/i.test(line.cells[roles.name] ?? '')))
  )
}

const codeLike = /^\d+(?:[.\-/ ]\d+)+\.?$|^\d{3,}$/
const share = (texts: readonly string[], holds: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(holds).length / texts.length
const meanLength = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length)

/** Without headings: codes look like codes, names are the longest texts, what is short beside them is the short name. */
const guessedRoles = (lines: readonly Line[]): Roles => {
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_unused, at) => ({
    at,
    texts: lines.map(({ cells }) => cells[at] ?? '').filter((text) => text !== ''),
  }))
  const code = columns.find(({ texts }) => share(texts, (text) => codeLike.test(text)) > 0.6)
  const worded = columns
    .filter(({ at, texts }) => at !== code?.at && share(texts, (text) => /\p{L}{2}/u.test(text)) > 0.6)
    .sort((a, b) => meanLength(b.texts) - meanLength(a.texts))
  const [name, short] = worded
  return {
    ...(code === undefined ? {} : { code: code.at }),
    ...(name === undefined ? {} : { name: name.at }),
    ...(short !== undefined && meanLength(short.texts) <= 20 ? { short: short.at } : {}),
  }
}

const isSum = (text: string): boolean => /^(?:jumlah|total)\b/i.test(text)

const readGrid = (grid: Grid): readonly OpdLine[] => {
  const lines = linesOf(grid)
  const at = lines.slice(0, headingRows).findIndex((line) => isHeading(line, rolesIn(line)))
  const roles = at === -1 ? guessedRoles(lines) : rolesIn(lines[at] as Line)
  const pick = ({ cells }: Line, role: Role): string => {
    const column = roles[role]
    return column === undefined ? '' : (cells[column] ?? '')
  }
  return lines
    .slice(at + 1)
    .map((line) => ({
      line: line.line,
      code: pick(line, 'code'),
      name: pick(line, 'name'),
      short: pick(line, 'short'),
      head: pick(line, 'head'),
    }))
    .filter(
      ({ code, name }) => (code !== '' || name !== '') && !isSum(name) && /[\p{L}\d]{2}/u.test(code + name),
    )
}

/** OPDs of every table and sheet, in the order in which they stand; columns by their headings, else by what they hold. */
export const readOpds = (grids: readonly Grid[]): readonly OpdLine[] => grids.flatMap(readGrid)
