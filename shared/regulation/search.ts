import { type LibraryText, shownLine } from './library.ts'
import { allUnits, type Unit } from './unit.ts'

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('id')

type Folded = readonly (readonly [Unit, string])[]
const folded = new WeakMap<LibraryText, Folded>()

const foldedOf = (text: LibraryText): Folded => {
  const before = folded.get(text)
  if (before !== undefined) return before
  const made = allUnits(text.units).map((unit): readonly [Unit, string] => {
    const more = (unit.more ?? []).flatMap((one) => one.text)
    const lines = [...unit.text, ...more].map((line) => shownLine(text, line))
    return [unit, fold([unit.label, ...unit.title, ...lines].join(' '))]
  })
  folded.set(text, made)
  return made
}

/** Units whose own words hold every word that is asked for, in the order of the text. */
export const findUnits = (text: LibraryText, query: string): Unit[] => {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  return foldedOf(text).flatMap(([unit, said]) => (words.every((word) => said.includes(word)) ? [unit] : []))
}

/** Where the words of a query stand in a text: [from, to] in characters, in order and apart. */
export const placesOf = (text: string, query: string): (readonly [number, number])[] => {
  const words = query.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const any = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')
  return [...text.matchAll(new RegExp(any, 'giu'))].map(({ 0: found, index }) => [
    index,
    index + found.length,
  ])
}
