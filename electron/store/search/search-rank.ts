import { fold, wordsOf } from './search-words.ts'

export type Candidate = { readonly row: number; readonly text: string }

// BM25's usual constants: how fast repetition stops counting, and how much a long text counts less.
const saturation = 1.2
const lengthWeight = 0.75

type Counted = { readonly row: number; readonly length: number; readonly counts: readonly number[] }

const countIn = (candidate: Candidate, wanted: readonly string[]): Counted => {
  const words = wordsOf(fold(candidate.text))
  const last = wanted.length - 1
  const counts = wanted.map(
    (word, at) => words.filter((found) => (at === last ? found.startsWith(word) : found === word)).length,
  )
  return { row: candidate.row, length: words.length, counts }
}

/** Whether every word of the search stands in a text, the last one perhaps unfinished. */
export const holdsWords = (text: string, searched: string): boolean => {
  const wanted = wordsOf(searched).map(fold)
  return wanted.length > 0 && countIn({ row: 0, text }, wanted).counts.every((count) => count > 0)
}

/** Rows, best first by BM25 among these candidates (every one holds every word, so none is rarer than another), at equal worth the newer. */
export const rank = (candidates: readonly Candidate[], words: readonly string[]): number[] => {
  const wanted = words.map(fold)
  const counted = candidates.map((candidate) => countIn(candidate, wanted))
  const average = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(counted.length, 1)
  const worth = ({ length, counts }: Counted): number => {
    const norm = saturation * (1 - lengthWeight + (lengthWeight * length) / average)
    return counts.reduce((sum, count) => sum + count / (count + norm), 0)
  }
  return counted
    .map((one) => ({ row: one.row, worth: worth(one) }))
    .sort((a, b) => b.worth - a.worth || b.row - a.row)
    .map(({ row }) => row)
}
