import type { z } from 'zod'
import type { consolidationExport } from '../../shared/contract/consolidation.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { ConsolidationReport } from '../../shared/rules/budget/report.ts'
import { consolidationTexts } from '../../shared/texts/consolidation.ts'
import { documentTexts } from '../../shared/texts/document.ts'
import { type DocumentOrder, documentJob, type Taken, takenName, type Written } from '../document/index.ts'
import type { TaskContext } from '../feature.ts'
import { consolidationReport } from './report.ts'

type Input = z.output<typeof consolidationExport.input>
type Exported = z.input<typeof consolidationExport.output>

const mimes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
const limits = { timeoutMs: 10 * 60 * 1000, limitMegabytes: 800 }

const signingOf = ({ certificate }: Input, report: ConsolidationReport) =>
  certificate === null
    ? {}
    : {
        signing: {
          pkcs12: certificate.file.bytes,
          password: certificate.password,
          reason: consolidationTexts.signReason(report.year),
          location: report.signer.place,
          time: new Date(report.printed),
        },
      }

/** The password travels to the job as a message between processes and nowhere else. */
const orderOf = (input: Input, report: ConsolidationReport): DocumentOrder => {
  if (input.format !== 'pdf') return { kind: input.format, report, paper: input.paper }
  const signed = input.signature === 'sign'
  return {
    kind: 'pdf',
    report,
    paper: input.paper,
    mode: input.signature,
    ...(signed ? signingOf(input, report) : {}),
  }
}

const takenOf = (
  { format, paper }: Input,
  report: ConsolidationReport,
  { digest, certificate }: Written,
): Taken => ({
  format,
  paper,
  title: documentTexts.title(report.year),
  digest,
  certificate,
  head: report.log,
})

/** The consolidation as PDF, Word or Excel, made and signed in a process of its own. Who took it is an entry of the log. Errors: those of the certificate and of writing, `Cancelled`. */
export const exportConsolidation = async (
  { ask, write, jobs, signal, progress, downloads, staging }: TaskContext,
  input: Input,
): Promise<Result<Exported>> => {
  const signs = input.format === 'pdf' && input.signature === 'sign'
  if (signs && input.certificate === null)
    return fail('CertificateMissing', consolidationTexts.refusal.certificateMissing)
  progress(0, null, consolidationTexts.step.gathering)
  const asked = await ask(consolidationReport, { year: input.year, signer: input.signer })
  if (!asked.ok) return asked
  const report = asked.value
  if (report.forms.length === 0)
    return fail('NothingToConsolidate', consolidationTexts.refusal.nothing(input.year))
  const onProgress = (done: number, total: number | null): void =>
    progress(done, total, consolidationTexts.step.writing)
  const waits = input.signature === 'wet' || input.format !== 'pdf' ? undefined : report.disputed
  if (waits !== undefined)
    return fail('Undecided', consolidationTexts.refusal.undecided(waits.rows, waits.amount, waits.rows === 0))
  const made = await jobs.run<Written>(documentJob, orderOf(input, report), { ...limits, signal, onProgress })
  if (!made.ok) return made
  const { bytes, pages, certificate } = made.value
  // What nobody could see afterwards is not handed out.
  const told = await write(takenName, takenOf(input, report, made.value))
  if (!told.ok) return told
  const offered = downloads.offer(
    consolidationTexts.fileName(report.year, report.city, input.format),
    mimes[input.format],
    bytes,
  )
  const signed = certificate !== null
  const kept = signed ? staging.put(bytes) : null
  const demoCertificate = certificate?.demo ?? false
  return ok({ ...offered, pages, total: report.all.total, signed, demoCertificate, made: kept })
}
