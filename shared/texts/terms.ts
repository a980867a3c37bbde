import type { RegulationName } from '../contract/session.ts'

type Term = readonly [printed: RegExp, own: string]

/** What each city's regulation calls things. The texts are written in the terms of Prabumulih. */
const termsOf: Readonly<Record<RegulationName, readonly Term[]>> = {
  prabumulih: [],
  singkawang: [
    [/\bOPD\b/g, 'PD'],
    [/\bDiskominfo\b/g, 'PD Pengelola TIK'],
    [/\b[Rr]encana [Ii]nduk(?: TIK)?\b/g, 'Masterplan TIK'],
  ],
}

/** One program serves one city; its processes and threads are told as soon as they know which. */
let city: RegulationName = 'prabumulih'

export const speakAs = (regulation: RegulationName): void => {
  city = regulation
}
export const spokenAs = (): RegulationName => city

/** Words of the program, in the terms of the city's own regulation. */
export const inTerms = (words: string): string =>
  termsOf[city].reduce((said, [printed, own]) => said.replace(printed, own), words)

const anyTerm = /\b(?:OPD|Diskominfo|rencana induk)\b/i
/** Whether any city says it otherwise. */
export const hasTerms = (words: string): boolean => anyTerm.test(words)

/** What somebody wrote is never said in other words: marked before it goes through a text, unmarked after it. */
const mark = '\u2060'
const marked = (value: unknown): unknown =>
  typeof value === 'string'
    ? termsOf[city].reduce((kept, [printed]) => kept.replace(printed, (term) => [...term].join(mark)), value)
    : value
const said = (value: unknown): unknown => {
  if (typeof value === 'string') return inTerms(value).replaceAll(mark, '')
  if (Array.isArray(value)) return value.map(said)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, said(one)]))
}

const wrapped = new WeakMap<object, object>()

const speaking = (value: unknown): unknown => {
  if (typeof value === 'string') return inTerms(value)
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value
  const known = wrapped.get(value)
  if (known !== undefined) return known
  const made =
    typeof value === 'function'
      ? (...given: unknown[]) =>
          termsOf[city].length === 0 ? value(...given) : said(value(...given.map(marked)))
      : spoken(value)
  wrapped.set(value, made)
  return made
}

/** A catalogue of texts that are said in the city's terms where they are read, however deep they lie. */
export const spoken = <T extends object>(texts: T): T =>
  new Proxy(texts, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key)
      return Object.hasOwn(target, key) ? speaking(value) : value
    },
  })
