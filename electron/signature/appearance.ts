import { longDateTime } from '../../shared/format/date.ts'
import { signatureTexts } from '../../shared/texts/signature.ts'
import { openDocument } from '../document/pdf/document.ts'
import type { Pen, TextStyle } from '../document/pdf/pen.ts'
import { wrap } from '../document/pdf/wrap.ts'
import type { CertificateInfo } from './certificate.ts'
import { copyFrom, type Numbering } from './pdf/copy.ts'
import { pagesOf } from './pdf/pages.ts'
import { openPdf } from './pdf/read.ts'
import { array, isKind, name, type PdfRef, withEntries } from './pdf/value.ts'

const words = signatureTexts.appearance
const fullHeight = 62
const fullWidth = 210

type Line = { readonly text: string; readonly style: TextStyle }

const linesOf = (info: CertificateInfo, signer: string, time: Date): Line[] => [
  { text: words.signed, style: { size: 7.5 } },
  { text: signer, style: { size: 9, face: 'bold' } },
  { text: words.certificate(info.issuer.name), style: { size: 7 } },
  { text: words.when(longDateTime(time.toISOString())), style: { size: 7 } },
  ...(info.demo ? [{ text: words.demo, style: { size: 8, face: 'bold' as const } }] : []),
]

/** What the signature shows on its page, font embedded, as a form XObject of the file that `numbering` belongs to. */
export const drawAppearance = async (
  info: CertificateInfo,
  signer: string,
  time: Date,
  size: { readonly width: number; readonly height: number },
  { reserve, fill }: Numbering,
): Promise<PdfRef> => {
  const document = await openDocument(size, { title: '', subject: '', author: '', created: time })
  const scale = Math.min(1, size.height / fullHeight, size.width / fullWidth)
  const inner = size.width - 10 * scale
  document.page((pen: Pen) => {
    let y = 4 * scale
    for (const { text, style } of linesOf(info, signer, time)) {
      const own = { ...style, size: style.size * scale }
      const measure = (part: string) => document.faces[own.face ?? 'regular'].width(part, own.size)
      for (const line of wrap(text, inner, measure).slice(0, 2)) {
        pen.text(line, 5 * scale, y, inner, own)
        y += own.size * 1.25
      }
    }
    for (const edge of [0.3, size.width - 0.3]) pen.rule(edge, 0, edge, size.height, 0.6, 0.35)
    for (const edge of [0.3, size.height - 0.3]) pen.rule(0, edge, size.width, edge, 0.6, 0.35)
    return []
  })
  const drawn = openPdf(await document.end())
  const page = pagesOf(drawn)[0]?.dict
  const content = drawn.resolve(page?.entries.get('Contents'))
  if (page === undefined || !isKind(content, 'stream')) throw new Error('appearance was not drawn')
  const at = reserve()
  const resources = copyFrom(drawn, page.entries.get('Resources') ?? null, { reserve, fill })
  const box = array([0, 0, size.width, size.height])
  const dict = withEntries(content.dict, {
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: box,
    Resources: resources,
  })
  fill(at, { ...content, dict })
  return at
}
