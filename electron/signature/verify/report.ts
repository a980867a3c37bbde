import type { CertificateInfo } from '../certificate.ts'

/** Why a signature is not simply accepted; the sentence for each stands in `signatureTexts.problems`. */
export type ProblemCode =
  | 'rangeWrong'
  | 'rangeNotRevision'
  | 'formatUnknown'
  | 'cmsUnreadable'
  | 'contentChanged'
  | 'signatureWrong'
  | 'contentTypeWrong'
  | 'essMissing'
  | 'essMismatch'
  | 'signingTimePresent'
  | 'certEntryPresent'
  | 'timeMissing'
  | 'digestWeak'
  | 'keyWeak'
  | 'notForSigning'
  | 'chainWeak'
  | 'certificateExpiredAtSigning'
  | 'certificateNotYetValid'
  | 'certificateExpiredNow'
  | 'certificateRevoked'
  | 'chainBroken'
  | 'issuerUnknown'
  | 'selfSigned'
  | 'demo'
  | 'changedAfterSigning'
  | 'hiddenAfterSigning'
  | 'shownUnclear'
  | 'notWholeFile'
  | 'coveredByLaterSignature'
  | 'visibleLaterSignature'
  | 'lockedButChanged'
  | 'notPades'

/** refused: this signature proves nothing. doubt: cannot be settled here. uncertified: intact, but nobody vouches for the signer. note: to know. */
export type Weight = 'refused' | 'doubt' | 'uncertified' | 'note'
export type Problem = { readonly code: ProblemCode; readonly weight: Weight; readonly text: string }

/** `good`: for a mark beside the sentence; null where it only tells. */
export type Sentence = { readonly good: boolean | null; readonly text: string }

export type Verdict = 'certified' | 'uncertified' | 'doubtful' | 'refused'

export type SignatureReport = {
  readonly field: string
  readonly kind: 'signature' | 'timestamp'
  /** "PAdES B-B", or the format as the file names it. */
  readonly format: string
  readonly certificate: CertificateInfo | null
  /** A revocation list of the issuer was at hand. */
  readonly revocationChecked: boolean
  /** ISO; what the file claims. */
  readonly time: string | null
  readonly reason: string
  readonly location: string
  readonly intact: boolean
  readonly coversWholeFile: boolean
  readonly addedAfter: 'nothing' | 'signatures' | 'other'
  readonly verdict: Verdict
  readonly problems: readonly Problem[]
  /** In words an officer understands, in reading order. */
  readonly sentences: readonly Sentence[]
}

export type VerifyReport = {
  readonly verdict: Verdict | 'unsigned'
  readonly headline: string
  readonly signatures: readonly SignatureReport[]
}
