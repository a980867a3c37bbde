import { type Page, pagesOf } from '../pdf/pages.ts'
import type { PdfFile } from '../pdf/read.ts'
import { isKind, type PdfDict, type PdfValue } from '../pdf/value.ts'

/** How much later signatures may hide: an appearance may be opaque, whatever it shows. */
export type Cover = 'nothing' | 'something' | 'much'

/** Of what a viewer shows of a page, all later signatures together may not hide more than this. */
const mostTogether = 0.25
/** A place that the signed page already showed empty may be filled up to this part of the page. */
const mostPrepared = 0.1

type Box = readonly [x1: number, y1: number, x2: number, y2: number]

const boxIn = (file: PdfFile, value: PdfValue | undefined): Box | null => {
  const list = file.resolve(value)
  if (!isKind(list, 'array')) return null
  const [a = 0, b = 0, c = 0, d = 0] = list.items.map((item) => Number(file.resolve(item)))
  const box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const
  return box.every(Number.isFinite) ? box : null
}

const inherited = (file: PdfFile, page: PdfDict, key: string): Box | null => {
  let node: PdfDict | null = page
  for (let depth = 0; node !== null && depth < 64; depth += 1) {
    if (node.entries.has(key)) return boxIn(file, node.entries.get(key))
    node = file.dictOf(node.entries.get('Parent'))
  }
  return null
}

const meet = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
]

const sidesOf = ([x1, y1, x2, y2]: Box) => ({ width: Math.max(0, x2 - x1), height: Math.max(0, y2 - y1) })
const areaOf = (box: Box): number => sidesOf(box).width * sidesOf(box).height

/** Some programs give a signature that shows nothing the size of one point. */
const isVisible = (box: Box): boolean => {
  const { width, height } = sidesOf(box)
  return width > 0 && height > 0 && (width > 1 || height > 1)
}

const shownOf = (file: PdfFile, page: PdfDict): Box => {
  const media = inherited(file, page, 'MediaBox') ?? [0, 0, 595, 842]
  const shown = meet(media, inherited(file, page, 'CropBox') ?? media)
  return areaOf(shown) > 0 ? shown : media
}

const itemsOf = (file: PdfFile, value: PdfValue | undefined): readonly PdfValue[] => {
  const list = file.resolve(value)
  return isKind(list, 'array') ? list.items : []
}

export type Later = {
  /** Widgets that came with a later signature, by number. */
  readonly fresh: ReadonlySet<number>
  /** Widgets that stood empty and are signed now. */
  readonly filled: ReadonlySet<number>
}

const coverOf = (file: PdfFile, { dict }: Page, { fresh, filled }: Later): Cover => {
  const shown = shownOf(file, dict)
  const hidden = itemsOf(file, dict.entries.get('Annots')).flatMap((item) => {
    if (!isKind(item, 'ref') || !(fresh.has(item.num) || filled.has(item.num))) return []
    const rect = boxIn(file, file.dictOf(item)?.entries.get('Rect'))
    const box = rect === null ? null : meet(rect, shown)
    return box === null || !isVisible(box) ? [] : [{ area: areaOf(box), prepared: filled.has(item.num) }]
  })
  const part = hidden.reduce((sum, { area }) => sum + area, 0) / areaOf(shown)
  // what cannot be measured hides everything
  if (!(part <= mostTogether)) return 'much'
  const settled = hidden.every(({ prepared }) => prepared) && part <= mostPrepared
  return settled ? 'nothing' : 'something'
}

/** How much of any page later signatures could hide, measured against what a viewer shows of it. */
export const coverBy = (file: PdfFile, later: Later): Cover => {
  const covers = new Set(pagesOf(file).map((page) => coverOf(file, page, later)))
  return (['much', 'something'] as const).find((each) => covers.has(each)) ?? 'nothing'
}
