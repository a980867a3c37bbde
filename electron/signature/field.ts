import { type Field, fieldsOf, type Page, pagesOf } from './pdf/pages.ts'
import type { PdfFile } from './pdf/read.ts'
import {
  array,
  dict,
  isKind,
  name,
  type PdfDict,
  type PdfRef,
  type PdfValue,
  ref,
  text,
  textOf,
  withEntries,
} from './pdf/value.ts'

export type Rect = readonly [number, number, number, number]

/** Objects that an update will write. */
export type Changes = {
  readonly objects: Map<number, PdfValue>
  readonly reserve: () => PdfRef
  readonly fill: (at: PdfRef, value: PdfValue) => void
}

export const startChanges = (file: PdfFile): Changes => {
  const objects = new Map<number, PdfValue>()
  let next = file.numbers().reduce((most, num) => Math.max(most, num + 1), file.size)
  return {
    objects,
    reserve: () => ref(next++),
    fill: (at, value) => objects.set(at.num, value),
  }
}

export const signatureFields = (file: PdfFile): Field[] =>
  fieldsOf(file, (value) => textOf(file.resolve(value.entries.get('T')))).filter(({ type }) => type === 'Sig')

/** Where the signature will stand: an empty field of the file, or a new one. */
export type Place = {
  readonly field: PdfRef
  readonly rect: Rect
  /** Writes the field with its value and appearance, and whatever must point to it. */
  readonly write: (value: PdfRef, appearance: PdfRef | null) => void
}

const printAndLocked = 4 + 128
const signaturesExistAppendOnly = 3

const rectOf = (file: PdfFile, value: PdfDict): Rect => {
  const rect = file.resolve(value.entries.get('Rect'))
  const numbers = isKind(rect, 'array') ? rect.items.map((item) => Number(file.resolve(item))) : []
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

const shown = (appearance: PdfRef | null): Readonly<Record<string, PdfValue>> =>
  appearance === null ? {} : { AP: dict([['N', appearance]]) }

/** Appends a reference to a list that may be direct or an object of its own. */
const appendTo = (file: PdfFile, changes: Changes, holder: PdfDict, key: string, item: PdfRef): PdfDict => {
  const value = holder.entries.get(key)
  const list = file.resolve(value)
  const items = isKind(list, 'array') ? list.items : []
  if (isKind(value, 'ref') && isKind(list, 'array')) {
    changes.objects.set(value.num, array([...items, item]))
    return holder
  }
  return withEntries(holder, { [key]: array([...items, item]) })
}

const writeForm = (file: PdfFile, changes: Changes, added: PdfRef | null) => {
  const value = file.catalog.entries.get('AcroForm')
  const held = file.dictOf(value) ?? dict([['Fields', array([])]])
  const marked = withEntries(held, { SigFlags: signaturesExistAppendOnly })
  const changed = added === null ? marked : appendTo(file, changes, marked, 'Fields', added)
  const root = file.trailer.entries.get('Root')
  if (isKind(value, 'ref')) changes.objects.set(value.num, changed)
  else if (isKind(root, 'ref')) {
    // an object of its own: Poppler loses the fields it adds to a form that stands in the catalog
    const form = changes.reserve()
    changes.fill(form, changed)
    changes.objects.set(root.num, withEntries(file.catalog, { AcroForm: form }))
  }
}

const existing = (file: PdfFile, changes: Changes, field: Field): Place => ({
  field: field.ref,
  rect: rectOf(file, field.dict),
  write: (value, appearance) => {
    const flags = { F: Number(file.resolve(field.dict.entries.get('F')) ?? 0) | printAndLocked }
    changes.fill(field.ref, withEntries(field.dict, { ...flags, ...shown(appearance), V: value }))
    writeForm(file, changes, null)
  },
})

const freshName = (file: PdfFile, base: string): string => {
  const taken = new Set(
    fieldsOf(file, (value) => textOf(file.resolve(value.entries.get('T')))).map((field) => field.name),
  )
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base : `${base}${number}`
    if (!taken.has(candidate)) return candidate
  }
}

const created = (file: PdfFile, changes: Changes, page: Page, rect: Rect, base: string): Place => {
  const field = changes.reserve()
  return {
    field,
    rect,
    write: (value, appearance) => {
      const entries = {
        Type: name('Annot'),
        Subtype: name('Widget'),
        FT: name('Sig'),
        T: text(freshName(file, base)),
      }
      const placed = { Rect: array(rect), F: printAndLocked, P: page.ref, ...shown(appearance), V: value }
      changes.fill(field, withEntries(dict(Object.entries(entries)), placed))
      const changedPage = appendTo(file, changes, page.dict, 'Annots', field)
      if (changedPage !== page.dict) changes.objects.set(page.ref.num, changedPage)
      writeForm(file, changes, field)
    },
  }
}

/** `null`: there is no such page. `page` counts from 1. Without `visible`, an empty field of the file is used first. */
export const placeSignature = (
  file: PdfFile,
  changes: Changes,
  visible: { readonly page: number; readonly rect: Rect } | undefined,
  base: string,
): Place | null => {
  const empty = signatureFields(file).find(({ dict: field }) => file.resolve(field.entries.get('V')) === null)
  if (visible === undefined && empty !== undefined) return existing(file, changes, empty)
  const page = pagesOf(file)[(visible?.page ?? 1) - 1]
  return page === undefined ? null : created(file, changes, page, visible?.rect ?? [0, 0, 0, 0], base)
}
