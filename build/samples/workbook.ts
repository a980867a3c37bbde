/** A small XLSX writer: looks, merges, widths, formulas with their values, hidden sheets. Nothing of the form is known here. */
import { coreProperties, escaped, xml, zipOf } from './zip.ts'

export type Look = {
  readonly bold?: true
  readonly italic?: true
  /** Points; 10 unless told. */
  readonly size?: number
  readonly fill?: string
  readonly border?: 'box' | 'below'
  readonly align?: 'left' | 'center' | 'right'
  readonly middle?: true
  readonly wrap?: true
  readonly indent?: true
  /** Number format 3 is #,##0. */
  readonly thousands?: true
}
export type SheetCell = {
  readonly value?: string | number
  readonly formula?: string
  readonly look?: Look
}
export type SheetRow = { readonly height?: number; readonly cells: readonly SheetCell[] }
export type Sheet = {
  readonly name: string
  readonly hidden?: true
  /** Characters. */
  readonly widths: readonly number[]
  readonly rows: readonly SheetRow[]
  /** "A1:F1" */
  readonly merges: readonly string[]
  /** Rows printed on each page, "$6:$6". */
  readonly repeat?: string
}

export const columnName = (index: number): string => String.fromCharCode(65 + index)

/** Numbers the distinct values in order of appearance. */
const register = <T>() => {
  const known = new Map<string, { index: number; value: T }>()
  return {
    add: (value: T): number => {
      const key = JSON.stringify(value)
      const found = known.get(key) ?? { index: known.size, value }
      known.set(key, found)
      return found.index
    },
    all: (): T[] => [...known.values()].map(({ value }) => value),
  }
}
type Books = { strings: ReturnType<typeof register<string>>; looks: ReturnType<typeof register<Look>> }

const cellXml = ({ value, formula, look }: SheetCell, at: string, books: Books): string => {
  const open = `<c r="${at}" s="${books.looks.add(look ?? {})}"`
  if (value === undefined || value === '') return `${open}/>`
  if (typeof value === 'string') return `${open} t="s"><v>${books.strings.add(value)}</v></c>`
  return `${open}>${formula ? `<f>${formula}</f>` : ''}<v>${value}</v></c>`
}

const rowXml = ({ height, cells }: SheetRow, index: number, books: Books): string => {
  const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`
  const body = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`, books))
  return `<row r="${index + 1}"${size}>${body.join('')}</row>`
}

const sheetXml = (sheet: Sheet, books: Books): string => {
  const columns = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const rows = sheet.rows.map((row, index) => rowXml(row, index, books)).join('')
  const merges = sheet.merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
  return xml(
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="13.5"/>' +
      `<cols>${columns.join('')}</cols><sheetData>${rows}</sheetData>` +
      (merges === '' ? '' : `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`) +
      '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="1"/></worksheet>',
  )
}

const fontXml = ({ bold, italic, size }: Look): string =>
  `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${size ?? 10}"/><name val="Arial"/></font>`
const fillXml = ({ fill }: Look): string =>
  fill === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>`
const borderXml = ({ border }: Look): string => {
  const side = (name: string) => (border === 'box' ? `<${name} style="thin"/>` : `<${name}/>`)
  const bottom = border === 'below' ? '<bottom style="double"/>' : side('bottom')
  return `<border>${side('left')}${side('right')}${side('top')}${bottom}<diagonal/></border>`
}
const formatXml = (look: Look, index: number): string =>
  `<xf numFmtId="${look.thousands ? 3 : 0}" fontId="${index}" fillId="${index + 2}" borderId="${index}" xfId="0" ` +
  'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
  `<alignment horizontal="${look.align ?? 'general'}" vertical="${look.middle ? 'center' : 'top'}"${look.wrap ? ' wrapText="1"' : ''}${look.indent ? ' indent="1"' : ''}/></xf>`

/** Every look brings its own font, fill and border; the two first fills are reserved by the format. */
const stylesXml = (looks: readonly Look[]): string => {
  const list = (name: string, items: readonly string[]) =>
    `<${name} count="${items.length}">${items.join('')}</${name}>`
  const reserved = ['none', 'gray125'].map((type) => `<fill><patternFill patternType="${type}"/></fill>`)
  return xml(
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      list('fonts', looks.map(fontXml)) +
      list('fills', [...reserved, ...looks.map(fillXml)]) +
      list('borders', looks.map(borderXml)) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      list('cellXfs', looks.map(formatXml)) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  )
}

const stringsXml = (strings: readonly string[]): string =>
  xml(
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${strings.length}">` +
      strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('') +
      '</sst>',
  )

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const workbookXml = (sheets: readonly Sheet[]): string => {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  const names = sheets.flatMap(({ name, repeat }, index) =>
    repeat
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(name)}'!${repeat}</definedName>`,
        ]
      : [],
  )
  return xml(
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">` +
      `<sheets>${list.join('')}</sheets>${names.length ? `<definedNames>${names.join('')}</definedNames>` : ''}</workbook>`,
  )
}

const relationships = (items: readonly (readonly [id: string, type: string, target: string])[]): string =>
  xml(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      items
        .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
        .join('') +
      '</Relationships>',
  )

const typesXml = (count: number): string => {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`
  const sheets = Array.from({ length: count }, (_, index) =>
    part(`/xl/worksheets/sheet${index + 1}.xml`, `${main}.worksheet+xml`),
  )
  return xml(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      part('/xl/workbook.xml', `${main}.sheet.main+xml`) +
      sheets.join('') +
      part('/xl/styles.xml', `${main}.styles+xml`) +
      part('/xl/sharedStrings.xml', `${main}.sharedStrings+xml`) +
      part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
      '</Types>',
  )
}

/** The bytes of an XLSX file with these sheets. */
export const workbookOf = (sheets: readonly Sheet[], title: string): Uint8Array => {
  const books: Books = { strings: register<string>(), looks: register<Look>() }
  books.looks.add({})
  const bodies = sheets.map(
    (sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, books)] as const,
  )
  const links = sheets.map(
    (_, index) => [`rId${index + 1}`, `${office}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
  )
  return zipOf({
    '[Content_Types].xml': typesXml(sheets.length),
    '_rels/.rels': relationships([
      ['rId1', `${office}/officeDocument`, 'xl/workbook.xml'],
      [
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
    ]),
    'docProps/core.xml': coreProperties(title),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...links,
      ['rIdStyles', `${office}/styles`, 'styles.xml'],
      ['rIdStrings', `${office}/sharedStrings`, 'sharedStrings.xml'],
    ]),
    ...Object.fromEntries(bodies),
    'xl/styles.xml': stylesXml(books.looks.all()),
    'xl/sharedStrings.xml': stringsXml(books.strings.all()),
  })
}
