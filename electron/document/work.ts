import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { documentTexts } from '../../shared/texts/document.ts'
import { signatureTexts } from '../../shared/texts/signature.ts'
import type { CertificateInfo } from '../signature/certificate.ts'
import { type DocumentOrder, documentOrder, type Signed, type Written } from './order.ts'

export type OnProgress = (done: number, total: number | null) => void
type Of<Kind extends DocumentOrder['kind']> = Extract<DocumentOrder, { kind: Kind }>

const written = (
  bytes: Uint8Array,
  pages: number | null = null,
  certificate: Signed | null = null,
): Written => ({ bytes, digest: createHash('sha256').update(bytes).digest('hex'), pages, certificate })

const signedBy = ({ subject, issuer, serial, demo }: CertificateInfo): Signed => ({
  owner: subject.name,
  issuer: issuer.name,
  serial,
  demo,
})

const pdf = async (order: Of<'pdf'>, onProgress: OnProgress, notice = order.certificateNotice) => {
  const { writeConsolidationPdf } = await import('./pdf/consolidation.ts')
  let pages = 0
  const bytes = await writeConsolidationPdf(order.report, {
    paper: order.paper,
    mode: order.mode,
    ...(notice === undefined ? {} : { certificateNotice: notice }),
    onProgress: (done, total) => {
      pages = total
      onProgress(done, total)
    },
  })
  return written(bytes, pages)
}

/** The certificate is opened before a page is written: it may be refused, and the page must say what it is. */
const signedPdf = async (
  order: Of<'pdf'>,
  signing: NonNullable<Of<'pdf'>['signing']>,
  onProgress: OnProgress,
) => {
  const { openPkcs12, checkUsable } = await import('../signature/pkcs12.ts')
  const { signPdf } = await import('../signature/sign.ts')
  const opened = openPkcs12(signing.pkcs12, signing.password)
  if (!opened.ok) return opened
  const usable = checkUsable(opened.value, signing.time)
  if (!usable.ok) return usable
  const notice = opened.value.demo ? signatureTexts.demoNotice : undefined
  const plain = await pdf({ ...order, mode: 'sign' }, onProgress, notice)
  const signed = await signPdf(plain.bytes, signing)
  return signed.ok ? ok(written(signed.value, plain.pages, signedBy(opened.value))) : signed
}

const xlsx = async (order: Of<'xlsx'>, onProgress: OnProgress) => {
  const { writeConsolidationXlsx } = await import('./xlsx/consolidation.ts')
  const total = order.report.rows.length + order.report.forms.length * 2
  return writeConsolidationXlsx(order.report, {
    paper: order.paper,
    onProgress: (rows) => onProgress(rows, total),
  })
}

const perform = async (order: DocumentOrder, onProgress: OnProgress): Promise<Result<unknown>> => {
  switch (order.kind) {
    case 'pdf':
      return order.signing === undefined
        ? ok(await pdf(order, onProgress))
        : signedPdf(order, order.signing, onProgress)
    case 'docx': {
      const { writeConsolidationDocx } = await import('./docx/consolidation.ts')
      return ok(written(await writeConsolidationDocx(order.report, { paper: order.paper })))
    }
    case 'xlsx':
      return ok(written(await xlsx(order, onProgress)))
    case 'list': {
      const { writeList } = await import('./list-sheet.ts')
      return ok(written(await writeList(order.list, order.format, onProgress)))
    }
    case 'questionnaires': {
      const { writeQuestionnaires } = await import('./questionnaire/write.ts')
      return ok(written(await writeQuestionnaires(order.books, onProgress)))
    }
    case 'certificate': {
      const { openPkcs12 } = await import('../signature/pkcs12.ts')
      return openPkcs12(order.pkcs12, order.password)
    }
    case 'printed': {
      const { verifyPdf } = await import('../signature/verify.ts')
      const { logHeadIn } = await import('./log-head.ts')
      const verified = verifyPdf(order.pdf, order)
      return verified.ok ? ok({ head: logHeadIn(order.pdf), report: verified.value }) : verified
    }
    case 'verify': {
      const { verifyPdf } = await import('../signature/verify.ts')
      return verifyPdf(order.pdf, order)
    }
  }
}

const holdsSecret = (order: DocumentOrder): boolean =>
  order.kind === 'certificate' || (order.kind === 'pdf' && order.signing !== undefined)

/**
 * Does one order (`documentOrder`). The text of a defect is passed on as `detail`, but not where the order holds a password.
 * Failures: DocumentOrderWrong, DocumentFailed, and those of signing and verifying.
 */
export const workOnDocument = async (
  message: unknown,
  onProgress: OnProgress = () => {},
): Promise<Result<unknown>> => {
  const order = documentOrder.safeParse(message)
  if (!order.success) return fail('DocumentOrderWrong', documentTexts.failed)
  try {
    return await perform(order.data, onProgress)
  } catch (error) {
    const detail = holdsSecret(order.data) ? '' : String(error)
    return fail('DocumentFailed', documentTexts.failed, { detail })
  }
}
