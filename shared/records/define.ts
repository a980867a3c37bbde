import { isKey } from '../commit/id.ts'
import type { RoleName } from '../contract/call.ts'
import { inTerms } from '../texts/terms.ts'
import type { Cell, Field } from './field.ts'

type Cells = Readonly<Record<string, Cell>>

// biome-ignore lint/suspicious/noExplicitAny: a field of any value; `unknown` would make Field invariant here
export type Fields = Readonly<Record<string, Field<any>>>

/** What the program sees of a record: its id and each field, null where nobody has recorded it. */
export type RowOf<F extends Fields> = { readonly id: string } & {
  readonly [K in keyof F]: F[K]['value'] | null
}

/** The title of the record that a field refers to; '' where nobody can tell. */
export type Named = (field: string) => string

export type Units = Readonly<Record<string, Unit>>
/** Fields of one unit share one clock. A `decided` unit is not won by anyone when it was changed twice unseen. */
export type Unit = { readonly fields: readonly string[]; readonly decided: boolean }

/** States of a field that close a record to changes: `itself` its own fields, `children` whatever is `lockedWith` it. */
export type Lock = {
  readonly field: string
  readonly itself: readonly string[]
  /** All states of `itself`, and those that close the children alone. */
  readonly children: readonly string[]
}

type Given<F extends Fields> = {
  readonly label: string
  readonly plural?: string
  /** Obligations that ask for this register: ids of the regulation library, "PBM-6(4)". */
  readonly articles: readonly string[]
  readonly fields: F
  readonly title: (row: RowOf<F>, named?: Named) => string
  readonly together?: Units
  /** Roles that may change records of this type. */
  readonly writers: readonly RoleName[]
  /** The reference field that names the OPD whose roles count; absent: roles for all OPDs only. */
  readonly scope?: keyof F & string
  /**
   * What an officer may change in records about himself, whatever the role: `by` names the field that says whose they are. Where he
   * `makes` them too, he makes them in his own name alone, takes them away, and gives them away by that field.
   */
  readonly own?: {
    readonly by: keyof F & string
    readonly fields: readonly (keyof F & string)[]
    readonly makes?: true
  }
  /** A change that did not know of the lock becomes a proposal, which an officer decides; it never is an edit. */
  readonly lock?: Lock & { readonly field: keyof F & string }
  /** The reference field to the record whose lock closes this one too. */
  readonly lockedWith?: keyof F & string
  /** The reference field by whose record the search finds these too: a form by its OPD. */
  readonly foundBy?: keyof F & string
  /** Reference fields that say in a search where a record stands: a row in its OPD and form. */
  readonly within?: readonly (keyof F & string)[]
  /** A field that many records under one other share: the search finds it as one thing, an output of a form. */
  readonly heading?: { readonly field: keyof F & string; readonly under: keyof F & string }
  /** In a search: `words` from its own to what it is part of, and the amount in rupiah. */
  readonly brief?: { readonly words: readonly (keyof F & string)[]; readonly amount: keyof F & string }
  readonly indexes?: readonly (readonly (keyof F & string)[])[]
  /** Headings of the form over some of the fields; the rest stands before them. */
  readonly sections?: Readonly<Record<string, readonly (keyof F & string)[]>>
  /** Fields that do not concern a record as it stands: the country of a place that nobody rents. Nobody lacks them. */
  readonly unconcerned?: (row: RowOf<F>) => readonly (keyof F & string)[]
  /** Shown as a register with list and form of its own. */
  readonly register?: boolean
  /** Enrolment, grants and the like: a counter-commit, never an undo. */
  readonly undoable?: boolean
  /** The field that names the officers for whom alone its records are readable: ids, a structure. */
  readonly sealed?: keyof F & string
  /** Of the program alone: the general calls neither list, show nor change it. */
  readonly internal?: boolean
  /** The log is never rewritten. */
  readonly upcast?: Upcast
}

/**
 * Pure: cells of a commit made with an earlier version of the definitions, as today's; those of today's version as they are.
 * It must take cells of any kind, under any key: other devices' programs may be broken. `version`: that of the commit.
 */
export type Upcast = (cells: Cells, version: number) => Cells

export type Definition<Type extends string = string, F extends Fields = Fields> = {
  readonly type: Type
  readonly label: string
  readonly plural: string
  readonly articles: readonly string[]
  readonly fields: F
  readonly title: (row: RowOf<F>, named?: Named) => string
  readonly together: Units
  readonly unitOf: Readonly<Record<string, string>>
  readonly writers: readonly RoleName[]
  readonly scope: string | null
  readonly own: { readonly by: string; readonly fields: readonly string[]; readonly makes?: true } | null
  readonly lock: Lock | null
  readonly lockedWith: string | null
  readonly foundBy: string | null
  readonly within: readonly string[]
  readonly heading: { readonly field: string; readonly under: string } | null
  readonly brief: { readonly words: readonly string[]; readonly amount: string } | null
  readonly indexes: readonly (readonly string[])[]
  readonly sections: Readonly<Record<string, readonly string[]>>
  readonly unconcerned: (row: RowOf<F>) => readonly string[]
  readonly register: boolean
  readonly undoable: boolean
  /** The field that names the officers who alone may read a record; null where everybody may. */
  readonly readers: string | null
  /** Whether only its ciphertext is at hand: not so in the session of an officer who may read it. */
  readonly isSealed: boolean
  readonly internal: boolean
  readonly upcast: Upcast | null
  /** Today's key by an earlier one. */
  readonly keyOfEarlier: Readonly<Record<string, string>>
}

/** Any definition, whatever its fields. */
export type AnyDefinition = Omit<Definition, 'fields' | 'title' | 'unconcerned'> & {
  // biome-ignore lint/suspicious/noExplicitAny: fields of any value
  readonly fields: any
  // biome-ignore lint/suspicious/noExplicitAny: a row of exactly this definition, which the caller has
  readonly title: (row: any, named?: Named) => string
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly unconcerned: (row: any) => readonly string[]
}
export type RecordOf<D> = D extends { readonly fields: infer F extends Fields } ? RowOf<F> : never

const reserved = /^(id|rowid|oid)$/i

const checkNames = (type: string, fields: Fields): void => {
  for (const name of [type, ...Object.keys(fields)]) {
    if (!isKey(name) || reserved.test(name)) throw new TypeError(`${type}: "${name}" is not a usable key`)
  }
}

const unitsByField = (together: Units): Record<string, string> =>
  Object.fromEntries(
    Object.entries(together).flatMap(([unit, { fields }]) => fields.map((field) => [field, unit] as const)),
  )

const keysByEarlier = (type: string, fields: Fields): Record<string, string> => {
  const now: Record<string, string> = {}
  for (const [key, { facts }] of Object.entries(fields))
    for (const earlier of facts.earlierKeys) {
      if (Object.hasOwn(fields, earlier) || Object.hasOwn(now, earlier) || !isKey(earlier))
        throw new TypeError(`${type}: "${earlier}" cannot be an earlier key of ${key}`)
      now[earlier] = key
    }
  return now
}

/**
 * What closes a record closes what belongs to it too. What is locked with another record stays with it, else a lock before the
 * move and one after it would come to different ends. Those who may read a record are named by one field alone.
 */
const checkLocks = <F extends Fields>(
  type: string,
  { fields, lock, lockedWith, sealed, together = {} }: Given<F>,
): void => {
  if (lock !== undefined && !lock.itself.every((state) => lock.children.includes(state)))
    throw new TypeError(`${type}: a state closes the record and not its children`)
  if (Object.values(together).some((unit) => sealed !== undefined && unit.fields.includes(sealed)))
    throw new TypeError(`${type}: "${String(sealed)}" shares its clock`)
  if (lockedWith === undefined) return
  if (!fields[lockedWith]?.facts.isFixed)
    throw new TypeError(`${type}: "${lockedWith}" locks, and is not fixed`)
  if (lock !== undefined) throw new TypeError(`${type} locks, and is locked with another`)
}

const checkUnits = (type: string, fields: Fields, together: Units): void => {
  const all = Object.values(together).flatMap((unit) => unit.fields)
  const odd = all.find((field, n) => !Object.hasOwn(fields, field) || all.indexOf(field) !== n)
  if (odd !== undefined) throw new TypeError(`${type}: "${odd}" is no field, or in two units`)
  const named = Object.keys(together).find((unit) => Object.hasOwn(fields, unit))
  if (named !== undefined) throw new TypeError(`${type}: the unit "${named}" has the name of a field`)
}

/** One definition gives table, types, validation, search, list, form and history. Throws on a key that SQL could misread, and on units or locks that hold no meaning. */
export const defineRecord = <const Type extends string, const F extends Fields>(
  type: Type,
  given: Given<F>,
): Definition<Type, F> => {
  checkNames(type, given.fields)
  const together = given.together ?? {}
  checkUnits(type, given.fields, together)
  checkLocks(type, given)
  return {
    type,
    get label() {
      return inTerms(given.label)
    },
    get plural() {
      return inTerms(given.plural ?? given.label)
    },
    articles: given.articles,
    fields: given.fields,
    title: given.title,
    together,
    unitOf: unitsByField(together),
    writers: given.writers,
    scope: given.scope ?? null,
    own: given.own ?? null,
    lock: given.lock ?? null,
    lockedWith: given.lockedWith ?? null,
    foundBy: given.foundBy ?? null,
    within: given.within ?? [],
    heading: given.heading ?? null,
    brief: given.brief ?? null,
    indexes: given.indexes ?? [],
    sections: given.sections ?? {},
    unconcerned: given.unconcerned ?? (() => []),
    register: given.register ?? false,
    // Nobody but the officers named in a sealed record could tell what its undo does.
    undoable: given.sealed === undefined && (given.undoable ?? true),
    readers: given.sealed ?? null,
    isSealed: given.sealed !== undefined,
    internal: given.internal ?? false,
    upcast: given.upcast ?? null,
    keyOfEarlier: keysByEarlier(type, given.fields),
  }
}

/** Fields that share the clock of a field; the field alone where it has its own. */
export const fieldsOfUnit = (definition: AnyDefinition, field: string): readonly string[] => {
  const unit = definition.unitOf[field]
  return unit === undefined ? [field] : (definition.together[unit]?.fields ?? [field])
}

/** Obligations that ask for a register or for a field of it, each once. */
export const basisOf = ({
  articles,
  fields,
}: Pick<AnyDefinition, 'articles' | 'fields'>): readonly string[] => [
  ...new Set([...articles, ...Object.values(fields as Fields).flatMap(({ facts }) => facts.articles)]),
]

/** The clock unit of a field: its own key, or the name of the group that shares one clock. */
export const unitOf = (definition: AnyDefinition, field: string): string => definition.unitOf[field] ?? field

export const together = (...fields: string[]): Unit => ({ fields, decided: false })
export const decided = (...fields: string[]): Unit => ({ fields, decided: true })
