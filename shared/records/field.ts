import { z } from 'zod'
import type { Look } from '../rules/records/looks.ts'
import { hasTerms, inTerms } from '../texts/terms.ts'

/** A value as SQLite and the commit format keep it. Booleans are 0 or 1, dates ISO text, structured values JSON text. */
export type Cell = string | number | null | Uint8Array

export type FieldKind =
  | 'text'
  | 'longText'
  | 'integer'
  | 'money'
  | 'date'
  | 'when'
  | 'time'
  | 'boolean'
  | 'choice'
  | 'reference'
  | 'structure'
  | 'bytes'

export type Choices = Readonly<Record<string, string>>

export type FieldFacts = {
  readonly kind: FieldKind
  readonly label: string
  readonly isRequired: boolean
  readonly isUnique: boolean
  readonly isSearchable: boolean
  /** Shown only to those the confidentiality rules name; never searched, listed or exported. */
  readonly isConfidential: boolean
  /** Kept by the store but not asked for in forms and lists. */
  readonly isHidden: boolean
  readonly note: string
  readonly choices: Choices
  /** What a structure holds; null for any other field. */
  readonly holds: z.ZodType | null
  /** Type of the record that a reference points at; '' otherwise. */
  readonly target: string
  /** Earlier stable keys of this field: their cells in old commits project here. */
  readonly earlierKeys: readonly string[]
  readonly isRetired: boolean
  /** Said once, when the record is made; no later change may say otherwise. */
  readonly isFixed: boolean
  /** Names who looks after it from now on; goes to the successor when an officer moves. Else a reference to somebody tells of a deed. */
  readonly isDuty: boolean
  /** What a text should look like; null: like anything. */
  readonly look: Look | null
  /** Obligations that ask for it: “PBM-11(3)a-e”. */
  readonly articles: readonly string[]
}

const choicesInTerms = (choices: Choices): Choices =>
  Object.fromEntries(Object.entries(choices).map(([key, words]) => [key, inTerms(words)]))

/** Its words as the city's own regulation calls things, whenever they are asked for. */
const inOwnTerms = (facts: FieldFacts): FieldFacts => {
  const own = {
    label: { get: () => inTerms(facts.label), enumerable: true },
    note: { get: () => inTerms(facts.note), enumerable: true },
  }
  // Choices are asked for with every value that is checked.
  const choices = { get: () => choicesInTerms(facts.choices), enumerable: true }
  const isSaidOtherwise = Object.values(facts.choices).some(hasTerms)
  return Object.defineProperties({ ...facts }, isSaidOtherwise ? { ...own, choices } : own)
}

/** One field of a record definition. `T` is the value that the program sees; a missing one is null. */
export class Field<T = unknown> {
  declare readonly value: T
  readonly facts: FieldFacts
  private readonly printed: FieldFacts
  constructor(printed: FieldFacts) {
    this.printed = printed
    this.facts = inOwnTerms(printed)
  }
  required = (): Field<T> => this.with({ isRequired: true })
  unique = (): Field<T> => this.with({ isUnique: true })
  searchable = (): Field<T> => this.with({ isSearchable: true })
  confidential = (): Field<T> => this.with({ isConfidential: true, isSearchable: false })
  hidden = (): Field<T> => this.with({ isHidden: true })
  help = (note: string): Field<T> => this.with({ note })
  /** A field that was renamed twice has two earlier keys: `.was('first', 'second')`. */
  was = (...keys: readonly string[]): Field<T> =>
    this.with({ earlierKeys: [...this.facts.earlierKeys, ...keys] })
  basis = (...obligations: readonly string[]): Field<T> =>
    this.with({ articles: [...this.facts.articles, ...obligations] })
  looksLike = (look: Look): Field<T> => this.with({ look })
  fixed = (): Field<T> => this.with({ isFixed: true })
  duty = (): Field<T> => this.with({ isDuty: true })
  retired = (): Field<T> => this.with({ isRetired: true, isHidden: true })
  private with = (change: Partial<FieldFacts>): Field<T> => new Field<T>({ ...this.printed, ...change })
}

const plain = (kind: FieldKind, label: string, more: Partial<FieldFacts> = {}): FieldFacts => ({
  kind,
  label,
  isRequired: false,
  isUnique: false,
  isSearchable: false,
  isConfidential: false,
  isHidden: false,
  note: '',
  choices: {},
  holds: null,
  target: '',
  earlierKeys: [],
  isRetired: false,
  isFixed: false,
  isDuty: false,
  look: null,
  articles: [],
  ...more,
})

export const text = (label: string) => new Field<string>(plain('text', label))
export const longText = (label: string) => new Field<string>(plain('longText', label))
export const integer = (label: string) => new Field<number>(plain('integer', label))
/** Rupiah, whole. */
export const money = (label: string) => new Field<number>(plain('money', label))
/** ISO date, "2026-11-21". */
export const date = (label: string) => new Field<string>(plain('date', label))
/** When something was, as far as anybody knows: "2019", "2019-05" or "2019-05-21". */
export const when = (label: string) => new Field<string>(plain('when', label))
/** ISO moment in UTC, "2026-11-21T07:05:00.000Z". */
export const time = (label: string) => new Field<string>(plain('time', label))
export const boolean = (label: string) => new Field<boolean>(plain('boolean', label))
export const bytes = (label: string) => new Field<Uint8Array>(plain('bytes', label, { isHidden: true }))
/** What a schema of a structure reads; properties that it does not know are no fault. */
export type Plain<S extends z.ZodType> = Readonly<z.infer<S>>
export const listOf = <T>(each: z.ZodType<T>): z.ZodType<readonly Readonly<T>[]> => z.array(each)

/** A structured value that the store keeps whole as JSON; its clock is one. What does not fit `holds` is not read. */
export const structure = <T extends object>(label: string, holds: z.ZodType<T>) =>
  new Field<T>(plain('structure', label, { isHidden: true, holds }))
export const reference = (target: string, label: string) =>
  new Field<string>(plain('reference', label, { target }))
export const choice = <const C extends Choices>(label: string, choices: C) =>
  new Field<keyof C & string>(plain('choice', label, { choices }))
