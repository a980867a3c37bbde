import type { PdfFile } from './read.ts'
import { array, dict, isKind, type PdfDict, type PdfRef, type PdfValue } from './value.ts'

export type Numbering = {
  readonly reserve: () => PdfRef
  readonly fill: (at: PdfRef, value: PdfValue) => void
}

/** Copies a value and all it refers to out of another file; what it refers to gets new numbers. */
export const copyFrom = (from: PdfFile, root: PdfValue, { reserve, fill }: Numbering): PdfValue => {
  const copied = new Map<number, PdfRef>()
  const copyDict = (value: PdfDict): PdfDict =>
    dict([...value.entries].map(([key, item]) => [key, copy(item)] as const))

  const copyObject = (num: number): PdfRef => {
    const known = copied.get(num)
    if (known !== undefined) return known
    const at = reserve()
    copied.set(num, at)
    fill(at, copy(from.object(num)))
    return at
  }

  const copy = (value: PdfValue): PdfValue => {
    if (isKind(value, 'ref')) return copyObject(value.num)
    if (isKind(value, 'array')) return array(value.items.map(copy))
    if (isKind(value, 'dict')) return copyDict(value)
    if (isKind(value, 'stream')) return { ...value, dict: copyDict(value.dict) }
    return value
  }
  return copy(root)
}
