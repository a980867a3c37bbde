/** Named looks of cells; the position in this list is the style number in the file. */
export const styleNames = [
  'plain',
  'text',
  'title',
  'subtitle',
  'head',
  'money',
  'moneyMarked',
  'count',
  'percent',
  'date',
  'total',
  'totalMoney',
  'totalCount',
  'totalPercent',
  'note',
  'typed',
  'id',
  'marker',
  'section',
  'hint',
  'waits',
  'own',
  'lead',
  'words',
  'answer',
  'loose',
] as const
export type StyleName = (typeof styleNames)[number]

/** Grouped by the reader's own language; [$-421] asks for the Indonesian one where the program can. */
const formats = { money: 164, percent: 165, date: 166, marked: 167 } as const
const numberFormats = `<numFmts count="4"><numFmt numFmtId="164" formatCode="[$-421]#,##0"/><numFmt numFmtId="165" formatCode="[$-421]0.0%"/><numFmt numFmtId="166" formatCode="[$-421]dd\\-mm\\-yyyy"/><numFmt numFmtId="167" formatCode="[$-421]\\*\\ #,##0"/></numFmts>`

const font = (size: number, bold = false, colour = ''): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${colour === '' ? '' : `<color rgb="${colour}"/>`}<name val="Arial"/><family val="2"/></font>`

const edge = (side: string): string => `<${side} style="thin"><color rgb="FF7F7F7F"/></${side}>`
const borders = `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders>`

const filled = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`
/** Of what is asked for and not filled in yet. */
const softYellow = 'FFFFF6D5'
/** 0 none, 1 as the format wants it, 2 headings, 3 what is asked for, 4 what is not to be changed, 5 sections. */
const fills = `<fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${['FFEBEBEB', softYellow, 'FFE2E2E2', 'FFDCEBEA'].map(filled).join('')}</fills>`
/** The only look that depends on what a cell holds: empty, and waited for. */
const conditional = `<dxfs count="1"><dxf><fill><patternFill patternType="solid"><fgColor rgb="${softYellow}"/><bgColor rgb="${softYellow}"/></patternFill></fill></dxf></dxfs>`

type Look = {
  readonly format?: number
  readonly font?: number
  readonly fill?: number
  readonly boxed?: boolean
  /** `fill`: what is too long is cut at the edge of its cell. */
  readonly align?: 'left' | 'center' | 'right' | 'fill'
  readonly wrap?: boolean
}

/** Number 49 of the format: text, whatever is typed. */
const asTyped = 49
/** Fonts: 0 regular 10, 1 bold 10, 2 bold 14, 3 regular 9, 4 grey 8, 5 pale 6, 6 white 6, 7 bold 11. */
const looks: Readonly<Record<StyleName, Look>> = {
  plain: {},
  text: { boxed: true, wrap: true },
  title: { font: 2 },
  subtitle: {},
  head: { font: 1, fill: 2, boxed: true, align: 'center', wrap: true },
  money: { format: formats.money, boxed: true },
  moneyMarked: { format: formats.marked, boxed: true },
  count: { format: formats.money, boxed: true },
  percent: { format: formats.percent, boxed: true },
  date: { format: formats.date, boxed: true, align: 'center' },
  total: { font: 1, boxed: true },
  totalMoney: { font: 1, format: formats.money, boxed: true },
  totalCount: { font: 1, format: formats.money, boxed: true },
  totalPercent: { font: 1, format: formats.percent, boxed: true },
  note: { font: 3, wrap: true },
  typed: { format: asTyped, boxed: true, wrap: true },
  id: { font: 5, fill: 4, boxed: true, align: 'fill' },
  marker: { font: 6, align: 'fill' },
  section: { font: 1, fill: 5 },
  hint: { font: 4, boxed: true, align: 'center', wrap: true },
  waits: { fill: 3, boxed: true },
  own: { fill: 4, boxed: true },
  lead: { font: 7 },
  words: { wrap: true },
  answer: { format: asTyped, fill: 3, boxed: true, wrap: true },
  loose: { format: asTyped },
}

const alignment = ({ align, wrap }: Look): string =>
  `<alignment vertical="top"${align === undefined ? '' : ` horizontal="${align}"`}${wrap === true ? ' wrapText="1"' : ''}/>`

const cellFormat = (look: Look): string =>
  `<xf numFmtId="${look.format ?? 0}" fontId="${look.font ?? 0}" fillId="${look.fill ?? 0}" borderId="${look.boxed === true ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment(look)}</xf>`

export const stylesXml = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${numberFormats}<fonts count="8">${font(10)}${font(10, true)}${font(14, true)}${font(9)}${font(8, false, 'FF5F5F5F')}${font(6, false, 'FF8C8C8C')}${font(6, false, 'FFFFFFFF')}${font(11, true)}</fonts>${fills}${borders}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styleNames.length}">${styleNames.map((name) => cellFormat(looks[name])).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${conditional}</styleSheet>`

export const styleNumber: Readonly<Record<StyleName, number>> = Object.fromEntries(
  styleNames.map((name, index) => [name, index]),
) as Record<StyleName, number>
