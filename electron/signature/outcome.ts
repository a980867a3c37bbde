import type { z } from 'zod'
import type { OutputOf } from '../../shared/contract/call.ts'
import type { certificateFacts, documentVerify } from '../../shared/contract/document.ts'
import type { Result } from '../../shared/contract/result.ts'
import type { CertificateInfo } from './certificate.ts'
import type { Problem, SignatureReport, VerifyReport } from './verify/report.ts'

export type Outcome = OutputOf<typeof documentVerify>
type Signature = Outcome['signatures'][number]

const changes: ReadonlySet<Problem['code']> = new Set([
  'contentChanged',
  'changedAfterSigning',
  'hiddenAfterSigning',
  'notWholeFile',
  'coveredByLaterSignature',
  'lockedButChanged',
])

const signatureOf = (report: SignatureReport): Signature => ({
  signer: report.certificate?.subject.name ?? '',
  organisation: report.certificate?.subject.organization ?? '',
  time: report.time,
  intact: report.intact,
  coversWholeFile: report.coversWholeFile,
  certified: report.verdict === 'certified',
  demo: report.problems.some(({ code }) => code === 'demo'),
  sentences: [...report.sentences],
})

const refusal = ({ signatures }: VerifyReport): 'changed' | 'invalid' => {
  const refused = signatures.flatMap(({ problems }) => problems.filter(({ weight }) => weight === 'refused'))
  return refused.every(({ code }) => changes.has(code)) ? 'changed' : 'invalid'
}

const verdictOf = (report: VerifyReport): Outcome['verdict'] => {
  switch (report.verdict) {
    case 'certified':
      return 'valid'
    case 'uncertified':
    case 'doubtful':
      return 'uncertified'
    case 'refused':
      return refusal(report)
    case 'unsigned':
      return 'unsigned'
  }
}

/** What `document.verify` answers; a file that cannot be read is an answer too. */
export const outcomeOf = (verified: Result<VerifyReport>): Outcome =>
  verified.ok
    ? {
        verdict: verdictOf(verified.value),
        headline: verified.value.headline,
        signatures: verified.value.signatures.map(signatureOf),
      }
    : { verdict: 'unreadable', headline: verified.error.message, signatures: [] }

/** What `document.openCertificate` answers. */
export const factsOf = (info: CertificateInfo): z.output<typeof certificateFacts> => ({
  subject: info.subject.name,
  issuer: info.issuer.name,
  validFrom: info.validFrom,
  validTo: info.validTo,
  selfSigned: info.selfSigned,
  demo: info.demo,
})
