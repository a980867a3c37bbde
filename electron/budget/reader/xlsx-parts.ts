import { type Guard, limits } from './limits.ts'
import { builtInFormat } from './number-format.ts'
import { type Attributes, readXml, type XmlHandler } from './xml.ts'
import { released } from './xstring.ts'

const flag = (attributes: Attributes, name: string): boolean =>
  ['1', 'true'].includes(attributes.get(name) ?? '')

export type SheetName = { readonly name: string; readonly relation: string; readonly hidden: boolean }
export type Workbook = { readonly sheets: readonly SheetName[]; readonly date1904: boolean }

export const readWorkbook = (bytes: Uint8Array, guard: Guard): Workbook => {
  const sheets: SheetName[] = []
  let date1904 = false
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'workbookPr') date1904 = flag(attributes, 'date1904')
    if (name !== 'sheet') return
    const relation = attributes.get('r:id') ?? attributes.prefixed('id') ?? ''
    sheets.push({
      name: attributes.get('name') ?? '',
      relation,
      hidden: (attributes.get('state') ?? 'visible') !== 'visible',
    })
  }
  readXml(bytes, { open, close: () => {}, text: () => {} }, guard)
  return { sheets, date1904 }
}

/** Texts of the workbook by number; readings for Asian writing (rPh) are not part of them. */
export const readSharedStrings = (bytes: Uint8Array, guard: Guard): readonly string[] => {
  const strings: string[] = []
  let text = ''
  let inText = false
  let phonetic = 0
  const handler: XmlHandler = {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') inText = phonetic === 0
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic -= 1
      else if (name === 'si') strings.push(released(text))
    },
    text: (part) => {
      if (inText && text.length <= limits.cellText * 4) text += part
    },
  }
  readXml(bytes, handler, guard)
  return strings
}

/** The number format of each style, by the style's number. */
export const readFormats = (bytes: Uint8Array, guard: Guard): readonly string[] => {
  const own = new Map<number, string>()
  const formats: string[] = []
  let inCells = false
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'numFmt') own.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
    else if (name === 'cellXfs') inCells = true
    else if (name === 'xf' && inCells) {
      const id = Number(attributes.get('numFmtId') ?? 0)
      formats.push(own.get(id) ?? builtInFormat(id))
    }
  }
  const close = (name: string): void => {
    if (name === 'cellXfs') inCells = false
  }
  readXml(bytes, { open, close, text: () => {} }, guard)
  return formats
}
