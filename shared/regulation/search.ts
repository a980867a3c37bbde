import { type Regulation, unitsOf } from './index.ts'
import { allUnits, plainText, type Unit } from './unit.ts'

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('id')

/** Units whose own words hold every word that is asked for, in the order of the text. */
export const findUnits = (regulation: Regulation, query: string): Unit[] => {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  return allUnits(unitsOf(regulation)).filter((unit) => {
    const text = fold(`${unit.label} ${unit.title.join(' ')} ${plainText(unit)}`)
    return words.every((word) => text.includes(word))
  })
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
