import type { PdfFile } from '../pdf/read.ts'
import { isKind, type PdfDict } from '../pdf/value.ts'

/** What ordinary signers write into a field and its widget; no actions, and nothing that shows more than `AP`. */
const known = new Set(
  ['Type', 'Subtype', 'FT', 'T', 'TU', 'TM', 'Ff', 'F', 'P', 'Parent', 'Kids', 'Rect', 'V', 'M', 'NM'].concat(
    ['AP', 'AS', 'MK', 'BS', 'Border', 'C', 'H', 'DA', 'DR', 'Q', 'Lock', 'SV', 'StructParent'],
  ),
)

const isName = (file: PdfFile, dict: PdfDict, key: string, wanted: string): boolean => {
  const value = file.resolve(dict.entries.get(key))
  return isKind(value, 'name') && value.name === wanted
}

const isPlain = (file: PdfFile, dict: PdfDict): boolean =>
  [...dict.entries.keys()].every((key) => known.has(key)) &&
  (!dict.entries.has('FT') || isName(file, dict, 'FT', 'Sig')) &&
  // a field without a place of its own is no annotation
  (isName(file, dict, 'Subtype', 'Widget') || !(dict.entries.has('Subtype') || dict.entries.has('Rect')))

/** New fields and widgets (by number) that are more than the place of a signature. */
export const strangeWidgets = (file: PdfFile, nums: ReadonlySet<number>): number[] =>
  [...nums].filter((num) => {
    const dict = file.dictOf({ kind: 'ref', num, gen: 0 })
    return dict === null || !isPlain(file, dict)
  })
