import type { PdfFile } from './read.ts'
import { damaged, isKind, PdfDamaged, type PdfDict, type PdfRef } from './value.ts'

export type Page = { readonly ref: PdfRef; readonly dict: PdfDict }

/** All pages in order. Throws `PdfDamaged` where the tree is broken or endless. */
export const pagesOf = (file: PdfFile): Page[] => {
  const pages: Page[] = []
  const seen = new Set<number>()
  const visit = (node: unknown, depth: number): void => {
    const reference = node as PdfRef
    if (!isKind(reference, 'ref') || seen.has(reference.num) || depth > 64) throw new PdfDamaged('page tree')
    seen.add(reference.num)
    const dict = file.dictOf(reference) ?? damaged('page tree')
    const kids = file.resolve(dict.entries.get('Kids'))
    if (isKind(kids, 'array')) for (const kid of kids.items) visit(kid, depth + 1)
    else pages.push({ ref: reference, dict })
  }
  visit(file.catalog.entries.get('Pages'), 0)
  return pages
}

/** Form fields that are leaves: fields whose kids are only widgets count as one. `name` is the full name. */
export type Field = {
  readonly ref: PdfRef
  readonly dict: PdfDict
  readonly type: string
  readonly name: string
}

export const fieldsOf = (file: PdfFile, textOf: (value: PdfDict) => string): Field[] => {
  const form = file.dictOf(file.catalog.entries.get('AcroForm'))
  const fields: Field[] = []
  const seen = new Set<number>()
  const visit = (node: unknown, type: string, prefix: string): void => {
    const reference = node as PdfRef
    if (!isKind(reference, 'ref') || seen.has(reference.num) || seen.size > 10_000) return
    seen.add(reference.num)
    const dict = file.dictOf(reference)
    if (dict === null) return
    const own = file.resolve(dict.entries.get('FT'))
    const kind = isKind(own, 'name') ? own.name : type
    const name = [prefix, textOf(dict)].filter((part) => part !== '').join('.')
    const kids = file.resolve(dict.entries.get('Kids'))
    const named =
      isKind(kids, 'array') && kids.items.some((kid) => file.dictOf(kid)?.entries.has('T') === true)
    if (named && isKind(kids, 'array')) for (const kid of kids.items) visit(kid, kind, name)
    else fields.push({ ref: reference, dict, type: kind, name })
  }
  const roots = form === null ? null : file.resolve(form.entries.get('Fields'))
  if (isKind(roots, 'array')) for (const root of roots.items) visit(root, '', '')
  return fields
}
