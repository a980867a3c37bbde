import { regulationTexts } from '../texts/regulation.ts'

const texts = regulationTexts.cite

type Place = {
  readonly prefix: string
  readonly isExplained: boolean
  readonly article: string
  readonly paragraph: string
  readonly letter: string
  readonly numeral: string
}

const form = /^([A-Z]+)-(Penj)?(\d+[A-Z]?|[IVX]+)(?:\((\d+)\))?([a-z])?(?:\.(\d+))?$/

const placeOf = (key: string): Place | null => {
  const [whole, prefix = '', explained, article = '', paragraph = '', letter = '', numeral = ''] =
    form.exec(key) ?? []
  return whole === undefined
    ? null
    : { prefix, isExplained: explained !== undefined, article, paragraph, letter, numeral }
}

/** “PBM-Menimbang.a” → “Menimbang huruf a”; a key of another form reads as its last part. */
const namedPart = (key: string): string => {
  const [name = '', mark] = key.slice(key.indexOf('-') + 1).split('.')
  const named = texts.named[name] ?? name
  if (mark === undefined) return named
  return `${named} ${/^\d+$/.test(mark) ? texts.numeral(mark) : texts.letter(mark)}`
}

/** “PBM-6(2)b” → “Pasal 6 ayat (2) huruf b”; of what a text has twice, which one. */
export const citeOf = (key: string): string => {
  const [, again] = /~(\d+)/.exec(key) ?? []
  if (again !== undefined) return `${citeOf(key.replace(/~\d+/g, ''))} ${texts.again(again)}`
  const place = placeOf(key)
  if (place === null) return namedPart(key)
  const words = [
    place.isExplained ? texts.explained : '',
    texts.article(place.article),
    place.paragraph === '' ? '' : texts.paragraph(place.paragraph),
    place.letter === '' ? '' : texts.letter(place.letter),
    place.numeral === '' ? '' : texts.numeral(place.numeral),
  ]
  return words.filter((word) => word !== '').join(' ')
}

/** “PBM-6(2)b” → “6 (2) b”, “PBM-Penj6(4)” → “Penj. 6 (4)”: where little room is. */
export const shortCite = (key: string): string => {
  const place = placeOf(key)
  if (place === null) return citeOf(key)
  const { isExplained, article, paragraph, letter, numeral } = place
  const words = [
    isExplained ? texts.explainedShort : '',
    article,
    paragraph === '' ? '' : `(${paragraph})`,
    letter,
    numeral === '' ? '' : texts.numeral(numeral),
  ]
  return words.filter((word) => word !== '').join(' ')
}

/** Of an explanation the key of what it explains, of any other key itself. */
export const explainedBy = (key: string): string => key.replace(/-Penj(?=\d)/, '-')
/** The key under which a part of the body would be explained. */
export const explanationOf = (key: string): string => key.replace(/-(?=\d)/, '-Penj')

const letters = (from: string, to: string): string[] =>
  Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_unused, n) =>
    String.fromCharCode(from.charCodeAt(0) + n),
  )
const numbers = (from: string, to: string): string[] =>
  Array.from({ length: Number(to) - Number(from) + 1 }, (_unused, n) => String(Number(from) + n))

/**
 * The units that an obligation names: “PBM-9(1)a-d” four letters, “SKW-1.8-10” three definitions, “PBM-Penj15-16” two explained
 * articles; a last “-2” tells norms of one unit apart.
 */
export const unitKeysOf = (obligation: string): readonly string[] => {
  const [, lettered = '', from, to] = /^(.*\d\)?)([a-z])-([a-z])$/.exec(obligation) ?? []
  if (from !== undefined && to !== undefined) return letters(from, to).map((letter) => lettered + letter)
  const [, numbered = '', first, last] = /^([A-Z]+-(?:\d+\.|Penj))(\d+)-(\d+)$/.exec(obligation) ?? []
  if (first !== undefined && last !== undefined) return numbers(first, last).map((n) => numbered + n)
  return [obligation.replace(/-\d+$/, (norm, at) => (placeOf(obligation.slice(0, at)) === null ? norm : ''))]
}
