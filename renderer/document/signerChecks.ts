import { nipDigits } from '../../shared/format/nip.ts'
import { documentWindowTexts } from '../../shared/texts/document-window.ts'
import type { Signer } from './signer.ts'

const texts = documentWindowTexts.export
const nipLength = 18
/** Titles and initials say nothing of who it is. */
const shortest = 3

/** Words of a name, without what stands in brackets, behind a comma or is abbreviated with a dot. */
const wordsOf = (name: string): string[] =>
  (name.replaceAll(/\([^)]*\)/g, ' ').split(',')[0] ?? '')
    .split(/\s+/)
    .filter((word) => !word.includes('.'))
    .map((word) => word.toLowerCase().replaceAll(/[^\p{L}]/gu, ''))
    .filter((word) => word.length >= shortest)

const holdsAll = (words: readonly string[], others: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => others.includes(word))

/** Whether a certificate's owner and the name in the signature block can be one person, titles aside. */
export const namesAgree = (owner: string, name: string): boolean => {
  const [one, other] = [wordsOf(owner), wordsOf(name)]
  return holdsAll(one, other) || holdsAll(other, one)
}

/** What is missing or wrong in the block of a document that is signed at once; null: nothing. */
export const signerFault = (signer: Signer | null): string | null => {
  if (signer === null || signer.position.trim() === '' || signer.name.trim() === '')
    return texts.signerMissing
  const digits = nipDigits(signer.nip)
  return signer.nip.trim() !== '' && digits.length !== nipLength ? texts.signerNip : null
}
