import { emptyWords, synonyms } from './synonyms.ts'

const wordPattern = /[\p{L}\p{N}]+/gu
const canonical = new Map<string, string>()
const phraseStarts = new Map<string, number>()
for (const [standsFor = '', ...others] of synonyms) {
  for (const phrase of [standsFor, ...others]) {
    if (!canonical.has(phrase)) canonical.set(phrase, standsFor)
    const words = phrase.split(' ')
    const first = words[0] as string
    phraseStarts.set(first, Math.max(phraseStarts.get(first) ?? 1, words.length))
  }
}

/** A word that counts: what it stands for, and how it is written in this text. */
export type Word = { readonly stands: string; readonly written: string }

const phraseAt = (
  words: readonly string[],
  at: number,
): { readonly written: string; readonly length: number } => {
  for (
    let length = Math.min(phraseStarts.get(words[at] as string) ?? 1, words.length - at);
    length > 1;
    length -= 1
  ) {
    const written = words.slice(at, at + length).join(' ')
    if (canonical.has(written)) return { written, length }
  }
  return { written: words[at] as string, length: 1 }
}

/** Words of a text without those that tell nothing, each once; phrases and synonyms are brought to one word. */
export const wordsOf = (text: string): Word[] => {
  const words = text.toLowerCase().match(wordPattern) ?? []
  const found = new Map<string, Word>()
  for (let at = 0; at < words.length; ) {
    const { written, length } = phraseAt(words, at)
    at += length
    if (emptyWords.has(written) || (written.length === 1 && !/\d/.test(written) && written !== 'e')) continue
    const stands = canonical.get(written) ?? written
    if (!found.has(stands)) found.set(stands, { stands, written })
  }
  return [...found.values()]
}

export const standsOf = (text: string): Set<string> => new Set(wordsOf(text).map(({ stands }) => stands))
