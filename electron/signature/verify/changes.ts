import { fieldsOf, pagesOf } from '../pdf/pages.ts'
import type { PdfFile } from '../pdf/read.ts'
import { canonical } from '../pdf/serialize.ts'
import { isKind, type PdfArray, type PdfDict, type PdfRef, type PdfValue, textOf } from '../pdf/value.ts'
import { type Cover, coverBy } from './cover.ts'
import { strangeWidgets } from './widget.ts'

export type Changes = {
  /** Signatures and time-stamps that came later. */
  readonly signatures: number
  /** What else differs: a path in the file for the technical text. Empty: only what the law of signing allows. */
  readonly forbidden: readonly string[]
  /** What later signatures are drawn over. */
  readonly covers: Cover
}

/** Entries of an empty signature field that its signing may set. */
const signingSets = new Set(['V', 'AP', 'F', 'M', 'MK'])
const freeInCatalog = new Set(['DSS', 'Extensions', 'Metadata'])

type Context = {
  readonly before: PdfFile
  readonly after: PdfFile
  readonly forbidden: string[]
  readonly seen: Set<string>
  /** Objects in which an allowed difference was found. */
  readonly explained: Set<number>
  readonly pages: ReadonlySet<number>
  /** Fields that stood empty and are signed now. */
  readonly filledFields: ReadonlySet<number>
  readonly newWidgets: ReadonlySet<number>
}

const nameOf = (file: PdfFile) => (dict: PdfDict) => textOf(file.resolve(dict.entries.get('T')))

const signatureFields = (file: PdfFile) => fieldsOf(file, nameOf(file)).filter(({ type }) => type === 'Sig')

const refsIn = (value: PdfValue): PdfRef[] =>
  isKind(value, 'array') ? value.items.filter((item): item is PdfRef => isKind(item, 'ref')) : []

const isSigned = (file: PdfFile, dict: PdfDict): boolean => file.dictOf(dict.entries.get('V')) !== null

const signedFields = (file: PdfFile) => signatureFields(file).filter(({ dict }) => isSigned(file, dict))

const kidsOf = (file: PdfFile, dict: PdfDict): number[] =>
  refsIn(file.resolve(dict.entries.get('Kids'))).map(({ num }) => num)

/** Fields that came with a later signature, and their widgets. All numbers were unused before. */
const newWidgetsOf = (before: PdfFile, after: PdfFile): Set<number> => {
  const known = new Set(signatureFields(before).map(({ ref }) => ref.num))
  const fresh = signatureFields(after).filter(({ ref, dict }) => !known.has(ref.num) && isSigned(after, dict))
  const nums = fresh.flatMap(({ ref, dict }) => [ref.num, ...kidsOf(after, dict)])
  return new Set(nums.filter((num) => before.entry(num).type === 'free'))
}

const isPageDict = (dict: PdfDict): boolean => {
  const type = dict.entries.get('Type')
  return isKind(type, 'name') && type.name === 'Page'
}

const keysOf = (a: PdfDict, b: PdfDict): Set<string> => new Set([...a.entries.keys(), ...b.entries.keys()])

/** Every earlier item is still there, in order; what is new is a widget of a later signature. */
const compareAdditions = (context: Context, a: PdfValue, b: PdfValue, path: string): void => {
  const [old, now] = [a, b].map((value) => (isKind(value, 'array') ? [...value.items] : [])) as [
    PdfValue[],
    PdfValue[],
  ]
  const isNew = (item: PdfValue) => isKind(item, 'ref') && context.newWidgets.has(item.num)
  const kept = now.filter((item) => !isNew(item))
  if (kept.length !== old.length) context.forbidden.push(path)
  else
    for (const [index, item] of old.entries()) compare(context, item, kept[index] ?? null, `${path}/${index}`)
}

/** Lists that may grow are explained where they are objects of their own. */
const compareList = (
  context: Context,
  a: PdfValue | undefined,
  b: PdfValue | undefined,
  path: string,
): void => {
  for (const value of [a, b]) if (isKind(value, 'ref')) context.explained.add(value.num)
  compareAdditions(context, context.before.resolve(a), context.after.resolve(b), path)
}

/** Fonts and the like for fields may come in under new names; what had a name keeps its meaning. */
const compareResources = (
  context: Context,
  a: PdfValue | undefined,
  b: PdfValue | undefined,
  depth: number,
): void => {
  for (const value of [a, b]) if (isKind(value, 'ref')) context.explained.add(value.num)
  const [old, now] = [context.before.dictOf(a), context.after.dictOf(b)]
  for (const [key, one] of old?.entries ?? []) {
    const two = now?.entries.get(key)
    if (depth === 0) compareResources(context, one, two, 1)
    else compare(context, one, two ?? null, `/AcroForm/DR/${key}`)
  }
}

const compareForm = (
  context: Context,
  a: PdfValue | undefined,
  b: PdfValue | undefined,
  path: string,
): void => {
  const [old, now] = [context.before.dictOf(a), context.after.dictOf(b)]
  for (const value of [a, b]) if (isKind(value, 'ref')) context.explained.add(value.num)
  if (now === null) {
    if (old !== null) context.forbidden.push(path)
    return
  }
  for (const key of keysOf(old ?? now, now)) {
    const [one, two] = [old?.entries.get(key), now.entries.get(key)]
    if (key === 'Fields') compareList(context, one, two, `${path}/Fields`)
    else if (key === 'SigFlags' || (key === 'DA' && one === undefined)) continue
    else if (key === 'DR') compareResources(context, one, two, 0)
    else compare(context, one ?? null, two ?? null, `${path}/${key}`)
  }
}

const compareCatalog = (context: Context, a: PdfDict, b: PdfDict): void => {
  for (const key of keysOf(a, b)) {
    const [one, two] = [a.entries.get(key), b.entries.get(key)]
    if (freeInCatalog.has(key)) continue
    if (key === 'AcroForm') compareForm(context, one, two, '/AcroForm')
    else compare(context, one ?? null, two ?? null, `/${key}`)
  }
}

const compareDict = (
  context: Context,
  a: PdfDict,
  b: PdfDict,
  path: string,
  skip: ReadonlySet<string>,
): void => {
  const page = isPageDict(a) && isPageDict(b)
  for (const key of keysOf(a, b)) {
    const [one, two] = [a.entries.get(key), b.entries.get(key)]
    if (skip.has(key)) continue
    if (page && key === 'Annots') compareList(context, one, two, `${path}/Annots`)
    else compare(context, one ?? null, two ?? null, `${path}/${key}`)
  }
}

const nothing: ReadonlySet<string> = new Set()

const compareArrays = (context: Context, a: PdfArray, b: PdfArray, path: string): void => {
  if (a.items.length !== b.items.length) {
    context.forbidden.push(path)
    return
  }
  for (const [index, item] of a.items.entries())
    compare(context, item, b.items[index] ?? null, `${path}/${index}`)
}

/** Length may move from direct to an object; the bytes themselves are compared. */
const streamSkip: ReadonlySet<string> = new Set(['Length'])

const compareValues = (
  context: Context,
  a: PdfValue,
  b: PdfValue,
  path: string,
  skip: ReadonlySet<string>,
): void => {
  if (isKind(a, 'stream') && isKind(b, 'stream')) {
    if (Buffer.compare(a.bytes, b.bytes) !== 0) context.forbidden.push(path)
    compareDict(context, a.dict, b.dict, path, streamSkip)
  } else if (isKind(a, 'dict') && isKind(b, 'dict')) compareDict(context, a, b, path, skip)
  else if (isKind(a, 'array') && isKind(b, 'array')) compareArrays(context, a, b, path)
  else if (canonical(a) !== canonical(b)) context.forbidden.push(path)
}

/** Walks both files together; what is reachable must be equal, save for the differences allowed above. */
const compare = (context: Context, a: PdfValue, b: PdfValue, path: string): void => {
  const [one, two] = [isKind(a, 'ref') ? a.num : -1, isKind(b, 'ref') ? b.num : -1]
  if (one >= 0 && two >= 0) {
    const key = `${one} ${two}`
    if (context.seen.has(key)) return
    context.seen.add(key)
  }
  const filled = one === two && context.filledFields.has(one)
  if (one === two && (filled || context.pages.has(one))) context.explained.add(one)
  compareValues(
    context,
    context.before.resolve(a),
    context.after.resolve(b),
    path,
    filled ? signingSets : nothing,
  )
}

/** In the description of the document only the time of change may move. */
const compareInfo = (context: Context): void => {
  const [a, b] = [context.before.trailer.entries.get('Info'), context.after.trailer.entries.get('Info')]
  for (const value of [a, b]) if (isKind(value, 'ref')) context.explained.add(value.num)
  const [old, now] = [context.before.dictOf(a), context.after.dictOf(b)]
  if (old === null || now === null) return
  for (const key of keysOf(old, now)) {
    if (key !== 'ModDate' && key !== 'Producer')
      compare(context, old.entries.get(key) ?? null, now.entries.get(key) ?? null, `/Info/${key}`)
  }
}

const reachable = (file: PdfFile, from: PdfValue | undefined, found: Set<number>): void => {
  if (isKind(from, 'ref')) {
    if (found.has(from.num)) return
    found.add(from.num)
    reachable(file, file.object(from.num), found)
  } else if (isKind(from, 'array')) for (const item of from.items) reachable(file, item, found)
  else if (isKind(from, 'dict')) for (const item of from.entries.values()) reachable(file, item, found)
  else if (isKind(from, 'stream')) reachable(file, from.dict, found)
}

const isBookkeeping = (value: PdfValue): boolean => {
  const type = isKind(value, 'stream') ? value.dict.entries.get('Type') : undefined
  return isKind(type, 'name') && (type.name === 'XRef' || type.name === 'ObjStm')
}

/** No object that was there may be written anew, unless an allowed difference was found in it. */
const compareObjects = (context: Context): void => {
  const { before, after } = context
  const free = new Set<number>()
  for (const key of freeInCatalog) reachable(before, before.catalog.entries.get(key), free)
  for (const num of before.numbers()) {
    const [old, now] = [before.entry(num), after.entry(num)]
    if (old.type === 'free' || context.explained.has(num) || free.has(num)) continue
    if (old.type === 'at' && now.type === 'at' && old.offset === now.offset) continue
    const [one, two] = [before.object(num), after.object(num)]
    if (isBookkeeping(one) || canonical(one) === canonical(two)) continue
    context.forbidden.push(`${num} 0 R`)
  }
}

/**
 * What happened to a file between one signed revision and now. Allowed: further signatures and time-stamps in fields
 * of their own or in fields that stood empty, and the dictionary of validation data (DSS). Throws `PdfDamaged`.
 */
export const changesSince = (before: PdfFile, after: PdfFile): Changes => {
  const later = new Set(signedFields(after).map(({ ref }) => ref.num))
  const filled = signatureFields(before).filter(
    ({ ref, dict }) => !isSigned(before, dict) && later.has(ref.num),
  )
  const context: Context = {
    before,
    after,
    forbidden: [],
    seen: new Set(),
    explained: new Set(),
    pages: new Set(pagesOf(before).map(({ ref }) => ref.num)),
    filledFields: new Set(filled.map(({ ref }) => ref.num)),
    newWidgets: newWidgetsOf(before, after),
  }
  const root = before.trailer.entries.get('Root')
  const nowRoot = after.trailer.entries.get('Root')
  if (isKind(root, 'ref')) context.explained.add(root.num)
  if (!isKind(root, 'ref') || !isKind(nowRoot, 'ref') || root.num !== nowRoot.num)
    context.forbidden.push('/Root')
  compareCatalog(context, before.catalog, after.catalog)
  compareInfo(context)
  compareObjects(context)
  for (const num of strangeWidgets(after, context.newWidgets)) context.forbidden.push(`${num} 0 R`)
  return {
    signatures: signedFields(after).length - signedFields(before).length,
    forbidden: context.forbidden,
    covers: coverBy(after, {
      fresh: context.newWidgets,
      filled: new Set(filled.flatMap(({ ref, dict }) => [ref.num, ...kidsOf(before, dict)])),
    }),
  }
}
