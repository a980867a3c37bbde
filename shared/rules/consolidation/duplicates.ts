import { commonWork } from './synonyms.ts'
import { type Word, wordsOf } from './words.ts'

/** Something that an OPD proposes: a row by its stage, or an output by its title. */
export type Proposed = { readonly key: string; readonly opd: string; readonly text: string }
/** Two words that were taken for the same: "absensi" and "presensi". */
export type Equated = readonly [one: string, other: string]
export type Alike = {
  readonly one: Proposed
  readonly other: Proposed
  /** 0 to 1. */
  readonly score: number
  /** Words that both have. */
  readonly shared: readonly string[]
  readonly equated: readonly Equated[]
}

type Entry = {
  readonly proposed: Proposed
  readonly words: ReadonlyMap<string, Word>
  readonly weight: number
}

const commonWeight = 0.35
const numberWeight = 0.5
const weightOf = (word: string): number =>
  commonWork.has(word) ? commonWeight : /^\d+$/.test(word) ? numberWeight : 1
const isTelling = (word: string): boolean => weightOf(word) === 1

/** From here on two texts speak of the same thing. Set on forms of which it is known what is alike. */
const alikeFrom = 0.5
/** A word that more rows than this share tells nothing any more; it also bounds the work. */
const sharedAtMost = 60
const pairsAtMost = 200_000

const entryOf = (proposed: Proposed): Entry => {
  const words = new Map(wordsOf(proposed.text).map((word) => [word.stands, word]))
  return { proposed, words, weight: [...words.keys()].reduce((sum, word) => sum + weightOf(word), 0) }
}

const postingsOf = (entries: readonly Entry[]): Map<string, number[]> => {
  const postings = new Map<string, number[]>()
  entries.forEach(({ words }, at) => {
    for (const word of words.keys()) {
      const posting = postings.get(word)
      if (posting === undefined) postings.set(word, [at])
      else posting.push(at)
    }
  })
  return postings
}

/** Pairs of different OPDs that share a rare word; never every row against every row. */
const candidates = (
  entries: readonly Entry[],
  postings: ReadonlyMap<string, readonly number[]>,
): Set<number> => {
  const pairs = new Set<number>()
  const rare = [...postings].filter(([, posting]) => posting.length > 1 && posting.length <= sharedAtMost)
  for (const [, posting] of rare.sort(([, a], [, b]) => a.length - b.length)) {
    for (let i = 0; i < posting.length && pairs.size < pairsAtMost; i += 1) {
      const one = posting[i] as number
      for (let j = i + 1; j < posting.length; j += 1) {
        const other = posting[j] as number
        if (entries[one]?.proposed.opd !== entries[other]?.proposed.opd)
          pairs.add(one * entries.length + other)
      }
    }
  }
  return pairs
}

const judge = (one: Entry, other: Entry): Alike | null => {
  const shared = [...one.words.keys()].filter((word) => other.words.has(word))
  const weight = shared.reduce((sum, word) => sum + weightOf(word), 0)
  const score = weight / (one.weight + other.weight - weight)
  if (score < alikeFrom || !(shared.some(isTelling) || isSameCommonWork(shared, one, other))) return null
  const pairs = shared.map(
    (word) => [(one.words.get(word) as Word).written, (other.words.get(word) as Word).written] as const,
  )
  return {
    one: one.proposed,
    other: other.proposed,
    score,
    shared: pairs.filter(([a, b]) => a === b).map(([a]) => a),
    equated: pairs.filter(([a, b]) => a !== b),
  }
}

/** "Langganan internet 100 Mbps": nothing in it is telling by itself, but a number and three more words are the same. */
const isSameCommonWork = (shared: readonly string[], one: Entry, other: Entry): boolean =>
  shared.length >= 4 &&
  shared.some((word) => /^\d+$/.test(word)) &&
  Math.max(one.words.size, other.words.size) - shared.length <= 1

/** Texts of the same OPD and wording are one proposal here: the first of them. */
const distinct = (all: readonly Proposed[]): Proposed[] => {
  const taken = new Set<string>()
  return all.filter(({ opd, text }) => {
    const key = `${opd}\n${text.toLowerCase().trim()}`
    if (taken.has(key)) return false
    taken.add(key)
    return true
  })
}

/** Proposals of different OPDs that look like the same thing, most alike first. Scales with the rare words, not with the square. */
export const findAlike = (all: readonly Proposed[]): Alike[] => {
  const entries = distinct(all)
    .map(entryOf)
    .filter(({ words }) => words.size >= 2)
  const found: Alike[] = []
  for (const pair of candidates(entries, postingsOf(entries))) {
    const alike = judge(
      entries[Math.floor(pair / entries.length)] as Entry,
      entries[pair % entries.length] as Entry,
    )
    if (alike !== null) found.push(alike)
  }
  return found.sort((a, b) => b.score - a.score)
}
