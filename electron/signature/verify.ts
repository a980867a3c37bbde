import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { signatureTexts } from '../../shared/texts/signature.ts'
import { fieldsOf } from './pdf/pages.ts'
import { openPdf, type PdfFile } from './pdf/read.ts'
import { PdfDamaged, textOf } from './pdf/value.ts'
import { type Judge, readRoots } from './verify/chain.ts'
import { judge } from './verify/one.ts'
import type { ProblemCode, SignatureReport, VerifyReport } from './verify/report.ts'
import { readCrls } from './verify/revocation.ts'

export type { SignatureReport, VerifyReport } from './verify/report.ts'

export type VerifyOptions = {
  /** DER of the root certificates that are trusted here. */
  readonly roots?: readonly Uint8Array[]
  /** DER of revocation lists at hand; a list counts only for what its own signer issued. */
  readonly crls?: readonly Uint8Array[]
  readonly now: Date
}

const words = signatureTexts.verify
const worstFirst = ['refused', 'doubtful', 'uncertified', 'certified'] as const

/** Doubts that concern what is shown, not who vouches for it. */
const aboutContent: ReadonlySet<ProblemCode> = new Set(['shownUnclear', 'visibleLaterSignature'])

const signedFields = (file: PdfFile) =>
  fieldsOf(file, (dict) => textOf(file.resolve(dict.entries.get('T')))).filter(
    ({ type, dict }) => type === 'Sig' && file.dictOf(dict.entries.get('V')) !== null,
  )

const summary = (signatures: readonly SignatureReport[]): VerifyReport => {
  const verdict =
    worstFirst.find((each) => signatures.some((signature) => signature.verdict === each)) ?? 'unsigned'
  const unclear = signatures.some(({ problems }) => problems.some(({ code }) => aboutContent.has(code)))
  const headline = verdict === 'doubtful' && unclear ? words.headlines.unclear : words.headlines[verdict]
  return { verdict, headline, signatures }
}

/** In the order in which they were made. */
const judgeAll = (file: PdfFile, options: Judge): SignatureReport[] =>
  signedFields(file).map((field) => judge(file, field, options))

const looksLikePdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 1_024)).toString('latin1').includes('%PDF-')

const read = (bytes: Uint8Array, options: Judge): Result<VerifyReport> => {
  const file = openPdf(bytes)
  if (file.encrypted) return fail('PdfEncrypted', words.encrypted)
  return ok(summary(judgeAll(file, options)))
}

/**
 * Says of any PDF who signed it, when, whether it is whole, what came after, and who vouches for the signers. Needs no
 * network, so it knows only of the revocations in the lists given. Failures: NotPdf, PdfEncrypted, PdfUnreadable.
 */
export const verifyPdf = (
  bytes: Uint8Array,
  { roots = [], crls = [], now }: VerifyOptions,
): Result<VerifyReport> => {
  if (!looksLikePdf(bytes)) return fail('NotPdf', words.notPdf)
  try {
    return read(bytes, { roots: readRoots(roots), crls: readCrls(crls), now })
  } catch (error) {
    // a file nested without end exhausts the stack; that, too, is damage
    if (error instanceof PdfDamaged || error instanceof RangeError)
      return fail('PdfUnreadable', words.damaged)
    throw error
  }
}
