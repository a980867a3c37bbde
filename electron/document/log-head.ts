import { type LogHead, parseHead } from '../../shared/rules/audit/head.ts'
import { openPdf } from '../signature/pdf/read.ts'
import { textOf } from '../signature/pdf/value.ts'

/** Entry of a PDF's own description that names the head of the log, as the foot of its pages does. */
export const logHeadKey = 'KodeJejak'

/** The head of the log that a PDF of this program names; null where it names none. Throws `PdfDamaged`. */
export const logHeadIn = (pdf: Uint8Array): LogHead | null => {
  const file = openPdf(pdf)
  const info = file.dictOf(file.trailer.entries.get('Info'))
  return parseHead(textOf(file.resolve(info?.entries.get(logHeadKey))))
}
