import type { PdfFile } from './pdf/read.ts'
import { isKind } from './pdf/value.ts'

/** A certification signature with P 1 forbids every change, also a further signature. */
export const isLocked = (file: PdfFile): boolean => {
  const certification = file.dictOf(file.dictOf(file.catalog.entries.get('Perms'))?.entries.get('DocMDP'))
  const rules = file.resolve(certification?.entries.get('Reference'))
  const items = isKind(rules, 'array') ? rules.items : []
  return items.some(
    (rule) => file.dictOf(file.dictOf(rule)?.entries.get('TransformParams'))?.entries.get('P') === 1,
  )
}
