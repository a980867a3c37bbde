import { recordsImportTexts } from '../../texts/records-import.ts'
import { recordsSheetTexts } from '../../texts/records-sheet.ts'
import { looksLike } from '../budget/fuzzy.ts'
import { isTyped, type ShownField } from './fields.ts'

/** A column of a sheet: the field that it fills ('id': the record itself), or null and why it is left out. */
export type SheetColumn = {
  readonly heading: string
  readonly key: string | null
  readonly remark: string
}

const texts = recordsImportTexts.column
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
/** “Sewa (Rp)” and “Sewa” are one. */
const bare = (text: string): string => plain(text.replaceAll(/\([^)]*\)/g, ' '))

type Same = (heading: string, label: string) => boolean
/** Asked in this order, so that no likeness takes the place of what is written out. */
const likenesses: readonly Same[] = [
  (heading, label) => plain(heading) === plain(label),
  (heading, label) => bare(heading) === bare(label),
  (heading, label) => looksLike(plain(heading), plain(label)),
]

type Known = { readonly key: string; readonly label: string; readonly isTyped: boolean }

const knownOf = (fields: readonly ShownField[]): readonly Known[] => [
  { key: 'id', label: recordsSheetTexts.id, isTyped: true },
  ...fields.map((field) => ({ key: field.key, label: field.facts.label, isTyped: isTyped(field) })),
]

/** Fields by the place of their heading; two fields of one label are met in the order of the form. */
const placed = (headings: readonly string[], known: readonly Known[]): ReadonlyMap<number, Known> => {
  const found = new Map<number, Known>()
  for (const same of likenesses)
    headings.forEach((heading, at) => {
      if (found.has(at) || plain(heading) === '') return
      const used = new Set([...found.values()].map(({ key }) => key))
      const match = known.find(({ key, label }) => !used.has(key) && same(heading, label))
      if (match !== undefined) found.set(at, match)
    })
  return found
}

/** Which field each column fills, by its heading. */
export const matchHeadings = (
  fields: readonly ShownField[],
  headings: readonly string[],
): readonly SheetColumn[] => {
  const known = knownOf(fields)
  const found = placed(headings, known)
  return headings.map((heading, at) => {
    const field = found.get(at)
    if (field?.isTyped) return { heading, key: field.key, remark: '' }
    if (field !== undefined) return { heading, key: null, remark: texts.own }
    const isDouble = plain(heading) !== '' && known.some(({ label }) => bare(label) === bare(heading))
    return { heading, key: null, remark: isDouble ? texts.double : texts.unknown }
  })
}
