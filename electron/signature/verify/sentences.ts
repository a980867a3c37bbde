import { longDate, longDateTime } from '../../../shared/format/date.ts'
import { signatureTexts } from '../../../shared/texts/signature.ts'
import type { SignatureReport } from './report.ts'

const words = signatureTexts.verify
type Told = Omit<SignatureReport, 'sentences'>

const who = ({ certificate, kind }: Told): string => {
  if (certificate === null) return words.unknownSigner
  const { name, organization } = certificate.subject
  return kind === 'timestamp' ? words.stampedBy(name) : words.signer(name, organization)
}

const when = ({ time }: Told): string => (time === null ? words.noTime : words.time(longDateTime(time)))

const coverage = (told: Told): string[] => {
  if (!told.intact) return []
  if (told.coversWholeFile) return [words.intact, words.whole]
  return told.addedAfter === 'signatures' ? [words.intact, words.laterAdditions] : []
}

const certificate = ({ certificate: info }: Told): string[] =>
  info === null
    ? []
    : [words.issuer(info.issuer.name), words.validity(longDate(info.validFrom), longDate(info.validTo))]

/** Who, when, what was found, whether it is whole, and who vouches for the signer. */
export const sentencesFor = (told: Told): string[] => [
  who(told),
  ...(told.kind === 'timestamp' ? [] : [when(told)]),
  ...told.problems.map(({ text }) => text),
  ...coverage(told),
  ...certificate(told),
  ...(told.reason === '' ? [] : [words.reason(told.reason)]),
  ...(told.location === '' ? [] : [words.location(told.location)]),
  ...(told.certificate === null ? [] : [words.revocation]),
]
