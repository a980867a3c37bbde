import { longDate, longDateTime } from '../../../shared/format/date.ts'
import { signatureTexts } from '../../../shared/texts/signature.ts'
import type { Sentence, SignatureReport, Weight } from './report.ts'

const words = signatureTexts.verify
type Told = Omit<SignatureReport, 'sentences'>

const say = (text: string, good: boolean | null = null): Sentence => ({ good, text })

const who = ({ certificate, kind }: Told): Sentence => {
  if (certificate === null) return say(words.unknownSigner, false)
  const { name, organization } = certificate.subject
  return say(kind === 'timestamp' ? words.stampedBy(name) : words.signer(name, organization))
}

const when = ({ time, kind }: Told): Sentence[] => {
  if (kind === 'timestamp') return []
  return [time === null ? say(words.noTime) : say(words.time(longDateTime(time)))]
}

const isBad: Readonly<Record<Weight, boolean | null>> = {
  refused: false,
  doubt: false,
  uncertified: false,
  note: null,
}

const coverage = (told: Told): Sentence[] => {
  if (!told.intact || told.problems.some(({ code }) => code === 'shownUnclear')) return []
  if (told.coversWholeFile) return [say(words.intact, true), say(words.whole, true)]
  return told.addedAfter === 'signatures' ? [say(words.intact, true), say(words.laterAdditions, true)] : []
}

const certificate = ({ certificate: info, verdict, revocationChecked }: Told): Sentence[] =>
  info === null
    ? []
    : [
        say(words.issuer(info.issuer.name), verdict === 'certified' ? true : null),
        say(words.validity(longDate(info.validFrom), longDate(info.validTo))),
        say(revocationChecked ? words.revocationChecked : words.revocation),
      ]

/** Who, when, what was found, whether it is whole, and who vouches for the signer. `good` is null for plain facts. */
export const sentencesFor = (told: Told): Sentence[] => [
  who(told),
  ...when(told),
  ...told.problems.map(({ text, weight }) => say(text, isBad[weight])),
  ...coverage(told),
  ...(told.reason === '' ? [] : [say(words.reason(told.reason))]),
  ...(told.location === '' ? [] : [say(words.location(told.location))]),
  ...certificate(told),
]
