import { certificateOpen, documentVerify } from '../../shared/contract/document.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { documentTexts } from '../../shared/texts/document.ts'
import { type Feature, onInternal, onTask, type TaskContext } from '../feature.ts'
import type { CertificateInfo } from '../signature/certificate.ts'
import { factsOf, outcomeOf } from '../signature/outcome.ts'
import type { VerifyReport } from '../signature/verify/report.ts'
import type { DocumentOrder } from './order.ts'
import { takenName, writeTaken } from './taken.ts'

export const documentJob = 'document/job'
const limits = { timeoutMs: 60_000, limitMegabytes: 500 }
/** Failures that say nothing about the PDF; all others are the answer: it cannot be read. */
const ended = new Set([
  'Cancelled',
  'TooLong',
  'TooMuchMemory',
  'JobEnded',
  'DocumentOrderWrong',
  'DocumentFailed',
])

const order = <T>({ jobs, signal }: TaskContext, message: DocumentOrder): Promise<Result<T>> =>
  jobs.run<T>(documentJob, message, { ...limits, signal })

/** Certificates and PDFs come from outside: both are read in a process that can be killed. */
export const documentFeature: Feature = {
  name: 'document',
  handlers: [
    onInternal(takenName, writeTaken),
    onTask(certificateOpen, async (context, { file, password }) => {
      const opened = await order<CertificateInfo>(context, {
        kind: 'certificate',
        pkcs12: file.bytes,
        password,
      })
      return opened.ok ? ok(factsOf(opened.value)) : opened
    }),
    onTask(documentVerify, async (context, { file, made }) => {
      const pdf = file?.bytes ?? (made === null ? null : context.staging.get<Uint8Array<ArrayBuffer>>(made))
      if (pdf === null) return fail('NotFound', documentTexts.notKept)
      const verified = await order<VerifyReport>(context, {
        kind: 'verify',
        pdf,
        roots: [],
        now: new Date(context.now()),
      })
      return !verified.ok && ended.has(verified.error.type) ? verified : ok(outcomeOf(verified))
    }),
  ],
}
