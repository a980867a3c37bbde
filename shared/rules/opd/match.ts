import { looksLike } from '../budget/fuzzy.ts'
import { bare, holds, initials, kindOf, nameKey, telling, wordsOf } from './words.ts'

/** An OPD as the register has it. */
export type KnownOpd = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly short: string
}
/** Which OPD a text means: `sure` only where one fits and no other reading is left; the officer is asked about `maybe`, the likeliest first. */
export type OpdMatch = { readonly sure: KnownOpd | null; readonly maybe: readonly KnownOpd[] }

const nobody: OpdMatch = { sure: null, maybe: [] }
const shownAtMost = 3

const sameKind = (one: string, other: string): boolean => {
  const [a, b] = [kindOf(one), kindOf(other)]
  return a === null || b === null || a === b
}

/** “PUPR” for “Dinas PUPR”: a short name with or without its kind. */
const isShort = (key: string, short: string): boolean =>
  short !== '' && bare(short).length > 1 && bare(key) === bare(short) && sameKind(key, short)

/** Whether a written name is this very name of an OPD, whatever its capitals, punctuation or city. */
export const isNamed = (written: string, { name, short }: Pick<KnownOpd, 'name' | 'short'>): boolean => {
  const key = nameKey(written)
  if (key === '') return false
  return key === nameKey(name) || isShort(key, nameKey(short))
}

/** “pupr”, “dpupr” or “dinas pupr” by the first letters of the name. */
const isInitials = (key: string, name: string): boolean => {
  const letters = bare(key)
  if (!/^\p{L}{3,}$/u.test(letters) || !sameKind(key, name)) return false
  return letters === initials(bare(name)) || letters === initials(name)
}

const share = (wanted: readonly string[], found: readonly string[]): number =>
  wanted.length === 0
    ? 0
    : wanted.filter((word) => found.some((each) => each === word || looksLike(each, word))).length /
      wanted.length

/** From 0 to 1: how far the words of two names agree; typing mistakes are looked over. */
const likeness = (written: readonly string[], name: string): number => {
  const [own, theirs] = [telling(written), telling(wordsOf(name))]
  return Math.min(share(theirs, own), share(own, theirs))
}

const likely = (
  opds: readonly KnownOpd[],
  points: (opd: KnownOpd) => number,
  least: number,
): readonly KnownOpd[] =>
  opds
    .map((opd) => ({ opd, points: points(opd) }))
    .filter((each) => each.points >= least)
    .sort((a, b) => b.points - a.points)
    .slice(0, shownAtMost)
    .map(({ opd }) => opd)

const settled = (found: readonly KnownOpd[]): OpdMatch | null => {
  const [only] = found
  if (only === undefined) return null
  return found.length === 1 ? { sure: only, maybe: [] } : { sure: null, maybe: found.slice(0, shownAtMost) }
}

/** An OPD by a name that was written for it alone: in a field, in the list, on a line of its own. */
export const matchName = (written: string, opds: readonly KnownOpd[]): OpdMatch => {
  const key = nameKey(written)
  if (key === '') return nobody
  const same = settled(opds.filter((opd) => isNamed(written, opd)))
  if (same !== null) return same
  const words = wordsOf(key)
  const points = ({ name }: KnownOpd): number => {
    const other = nameKey(name)
    if (isInitials(key, other)) return 2
    if (bare(key) !== '' && other.startsWith(`${key} `)) return 1
    return sameKind(key, other) ? likeness(words, other) : 0
  }
  return { sure: null, maybe: likely(opds, points, 0.6) }
}

/** What of an OPD stands in a text word for word, the longest first; '' where nothing does. */
const heldOf = (text: string, { name, short, code }: KnownOpd): string => {
  const whole = nameKey(name)
  const letters = nameKey(short)
  const number = wordsOf(code).join(' ')
  const kept = [
    whole,
    letters,
    bare(letters).length > 2 ? bare(letters) : '',
    /\d.*\d/.test(number) ? number : '',
  ]
  return kept.find((part) => part.length > 2 && holds(text, part)) ?? ''
}

/** An OPD that is spoken of somewhere in a text: a file name, a sentence. A name within a longer one does not count. */
export const findIn = (text: string, opds: readonly KnownOpd[]): OpdMatch => {
  const words = wordsOf(text).filter((word) => word !== 'dan')
  const key = words.join(' ')
  const held = opds.map((opd) => ({ opd, part: heldOf(key, opd) })).filter(({ part }) => part !== '')
  const whole = held.filter(
    ({ part }) => !held.some((other) => other.part.length > part.length && holds(other.part, part)),
  )
  const found = settled(whole.map(({ opd }) => opd))
  if (found !== null) return found
  const points = ({ name }: KnownOpd): number => {
    const other = nameKey(name)
    if (words.some((word) => isInitials(word, other))) return 2
    return share(telling(wordsOf(other)), telling(words))
  }
  return { sure: null, maybe: likely(opds, points, 0.6) }
}

/** Those that what was typed may mean, the likeliest first; all in their order where nothing was typed. */
export const searchOpds = <O extends KnownOpd>(typed: string, opds: readonly O[]): readonly O[] => {
  const sought = typed.trim().toLowerCase()
  if (sought === '') return opds
  const points = (opd: O): number => {
    if (opd.code.toLowerCase() === sought || isNamed(typed, opd)) return 5
    const texts = [opd.short, opd.name, opd.code].map((text) => text.toLowerCase())
    if (texts.some((text) => text.startsWith(sought))) return 4
    if (texts.some((text) => holds(wordsOf(text).join(' '), wordsOf(sought).join(' ')))) return 3
    if (`${opd.code} ${opd.name} ${opd.short}`.toLowerCase().includes(sought)) return 2
    return isInitials(nameKey(sought), nameKey(opd.name)) ? 1 : 0
  }
  return opds
    .map((opd) => ({ opd, points: points(opd) }))
    .filter((each) => each.points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ opd }) => opd)
}
