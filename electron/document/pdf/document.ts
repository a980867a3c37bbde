import { documentTexts } from '../../../shared/texts/document.ts'
import { logHeadKey } from '../log-head.ts'
import type { PageSize } from './page.ts'
import { createPen, type Faces, type Pen } from './pen.ts'
import type { Rect } from './signature-block.ts'
import { type EmbeddedFont, faceBytes, faces as faceNames, typeface } from './typeface.ts'

export type Properties = {
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly created: Date
  /** The head of the log, for those who hold the print against it. */
  readonly logHead?: string
}

export type PdfDocument = {
  readonly faces: Faces
  /** Adds a page; `draw` returns where empty signature fields stand. */
  readonly page: (draw: (pen: Pen) => readonly Rect[]) => void
  readonly end: () => Promise<Uint8Array>
}

/** What pdfkit has but does not declare. */
type Internals = {
  readonly _font: EmbeddedFont
  _acroform: unknown
  readonly _root: { readonly data: Record<string, unknown> }
  readonly page: {
    readonly fonts: Record<string, unknown>
    readonly dictionary: unknown
    readonly annotations: unknown[]
  }
  readonly addContent: (content: string) => unknown
  readonly ref: (data: unknown) => { readonly end: () => void }
}

const printFlag = 4
const signaturesExist = 1

/** Opens a PDF with both faces embedded. pdfkit is loaded here, when the first document is written. */
export const openDocument = async (
  { width, height }: PageSize,
  properties: Properties,
): Promise<PdfDocument> => {
  const { default: PdfKit } = await import('pdfkit')
  const pdf = new PdfKit({
    autoFirstPage: false,
    // no Helvetica of its own, whose metrics it would look for beside its own module
    font: '',
    size: [width, height],
    margin: 0,
    pdfVersion: '1.7',
    lang: 'id-ID',
    displayTitle: true,
    info: {
      Title: properties.title,
      Subject: properties.subject,
      Author: properties.author,
      Creator: documentTexts.program,
      Producer: documentTexts.program,
      CreationDate: properties.created,
      ...(properties.logHead === undefined ? {} : { [logHeadKey]: properties.logHead }),
    },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))

  const inside = pdf as unknown as Internals
  const embedded = Object.fromEntries(
    faceNames.map((face) => {
      pdf.registerFont(face, faceBytes(face)).font(face)
      return [face, typeface(inside._font)]
    }),
  ) as Faces
  const fields: unknown[] = []

  const addField = (rect: Rect) => {
    const number = fields.length + 1
    const name = number === 1 ? documentTexts.signatureField : `${documentTexts.signatureField}${number}`
    const field = inside.ref({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      // pdfkit writes String objects as text and plain strings as names
      T: new String(name),
      Rect: [...rect],
      F: printFlag,
      P: inside.page.dictionary,
    })
    field.end()
    inside.page.annotations.push(field)
    fields.push(field)
  }

  return {
    faces: embedded,
    page: (draw) => {
      pdf.addPage()
      const pen = createPen(embedded, height)
      const rects = draw(pen)
      // pdfkit turns the page upside down; this turns it back
      inside.addContent(`1 0 0 -1 0 ${height} cm\n${pen.content()}`)
      for (const face of pen.used()) inside.page.fonts[embedded[face].id] = embedded[face].ref()
      for (const rect of rects) addField(rect)
    },
    end: async () => {
      if (fields.length > 0) {
        // pdfkit ends the form by itself and insists on knowing its fonts
        inside._acroform = { fonts: {}, defaultFont: 'regular' }
        const data = { Fields: fields, SigFlags: signaturesExist, DR: { Font: {} } }
        inside._root.data.AcroForm = inside.ref(data)
      }
      pdf.end()
      await finished
      return new Uint8Array(Buffer.concat(chunks))
    },
  }
}
