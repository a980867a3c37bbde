import type { Reader } from '../reader.ts'

/** Words as the officer typed them, in composed form. */
export const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []

/** As the index folds them: lower case, without accents. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const endingsAtMost = 300
const shortest = 3
/** Sorts after the word before it and before every longer one: no word of the index holds it. */
const justAfter = '\u0001'

/** Words of the index that begin so, in order, one more than `endingsAtMost` at most. Each is one jump in the index. */
const endingsOf = (reader: Reader, start: string): string[] => {
  const next = reader.statements.get('select term from _searchWords where term >= ? limit 1')
  const found: string[] = []
  for (let at = start; found.length <= endingsAtMost; at = (found.at(-1) as string) + justAfter) {
    const hit = next.get(at) as { readonly term: string } | undefined
    if (hit === undefined || !hit.term.startsWith(start)) break
    found.push(hit.term)
  }
  return found
}

/**
 * The last word may be unfinished. FTS5 reads every hit of every word that begins so before it answers; named one by one
 * they are read only as far as needed. Up to two letters can begin anything: the first words in order must do.
 */
const unfinished = (reader: Reader, word: string): string => {
  const endings = endingsOf(reader, fold(word))
  if (endings.length === 0) return `"${word}"`
  if (endings.length > endingsAtMost && word.length >= shortest) return `"${word}"*`
  return `(${endings.map((ending) => `"${ending}"`).join(' OR ')})`
}

/** Every word must occur. Quoting makes any input a valid expression; null where there is no word. */
export const matchExpression = (reader: Reader, text: string): string | null => {
  const words = wordsOf(text)
  const last = words.pop()
  if (last === undefined) return null
  return [...words.map((word) => `"${word}"`), unfinished(reader, last)].join(' AND ')
}
