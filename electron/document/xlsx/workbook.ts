import { Readable } from 'node:stream'
import { documentTexts } from '../../../shared/texts/document.ts'
import { escapeXml, sheetName } from './cell.ts'
import { type Sheet, sheetXml } from './sheet.ts'
import { printTitles } from './sheet-parts.ts'
import { stylesXml } from './styles.ts'

export type Workbook = {
  readonly sheets: readonly Sheet[]
  readonly title: string
  readonly created: Date
  /** Rows written so far, over all sheets. */
  readonly onProgress?: (rows: number) => void
  readonly signal?: AbortSignal
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes = (count: number): string =>
  `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${Array.from({ length: count }, (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${main}.worksheet+xml"/>`).join('')}</Types>`

const rootRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const bookRelations = (count: number): string =>
  `${declaration}<Relationships xmlns="${packages}/relationships">${Array.from({ length: count }, (_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${count + 1}" Type="${office}/relationships/styles" Target="styles.xml"/></Relationships>`

const bookXml = (sheets: readonly Sheet[]): string => {
  const list = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escapeXml(sheetName(name))}" sheetId="${index + 1}"${isHidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  const names = sheets.flatMap((sheet, index) => {
    const titles = printTitles(sheet)
    return titles === null
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(titles)}</definedName>`]
  })
  return `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}/relationships"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames><calcPr fullCalcOnLoad="1"/></workbook>`
}

const coreXml = ({ title, created }: Workbook): string =>
  `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${documentTexts.program}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${created.toISOString()}</dcterms:created></cp:coreProperties>`

/** Fast, and 20% larger than the most that deflate can do. */
const level = { compressionLevel: 1 }

/**
 * An XLSX as a stream, written row by row: memory does not grow with the rows. Text that would run as a formula is
 * neutralised; numbers stay numbers. After `signal` the stream ends with its reason.
 */
export const writeWorkbook = async (book: Workbook): Promise<Readable> => {
  const { ZipFile } = await import('yazl')
  const zip = new ZipFile()
  const options = { mtime: book.created, ...level }
  let rows = 0
  const steps = {
    onRows: (count: number) => {
      rows += count
      if (count > 0) book.onProgress?.(rows)
    },
    check: () => book.signal?.throwIfAborted(),
  }
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(book.sheets.length)],
    ['_rels/.rels', rootRelations],
    ['docProps/core.xml', coreXml(book)],
    ['xl/workbook.xml', bookXml(book.sheets)],
    ['xl/_rels/workbook.xml.rels', bookRelations(book.sheets.length)],
    ['xl/styles.xml', stylesXml()],
  ]
  for (const [path, text] of parts) zip.addBuffer(Buffer.from(text), path, options)
  const output = zip.outputStream as Readable
  const stop = (error: Error) => output.destroy(error)
  for (const [index, sheet] of book.sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, options, (give) => {
      const rows = Readable.from(sheetXml(sheet, steps), { objectMode: false, highWaterMark: 1 << 18 })
      give(null, rows.on('error', stop))
    })
  }
  zip.end()
  zip.on('error', stop)
  return output
}

/** The whole file at once. */
export const collect = async (stream: Readable): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
