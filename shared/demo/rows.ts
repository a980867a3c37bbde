import type { Records } from '../records/index.ts'

/** Another row of the demonstration, named before the store gives it an id. */
export type Ref = { readonly ref: keyof Records; readonly key: string }
export const ref = (type: keyof Records, key: string): Ref => ({ ref: type, key })

/** A text may be a reference; a choice has its own words only. */
type Given<V> = V | (string extends NonNullable<V> ? Ref : never)
type Values<T extends keyof Records> = {
  readonly [K in keyof Omit<Records[T], 'id'>]?: Given<Records[T][K]>
}
type Row = {
  /** Unique among the rows of its type. */
  readonly key: string
  readonly values: Readonly<Record<string, unknown>>
}
/** Rows of one type; those that they name stand in a register before it, or above them. */
export type Register = { readonly type: keyof Records; readonly rows: readonly Row[] }

/** What is null nobody has recorded: it is left out. */
const recorded = (values: Readonly<Record<string, unknown>>): Row['values'] =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))

export const register = <T extends keyof Records>(
  type: T,
  rows: readonly { readonly key: string; readonly values: Values<T> }[],
): Register => ({ type, rows: rows.map(({ key, values }) => ({ key, values: recorded(values) })) })

/** A row for each value, its key the name before it and its number. */
export const numbered = <T extends keyof Records>(
  before: string,
  all: readonly Values<T>[],
): { readonly key: string; readonly values: Values<T> }[] =>
  all.map((values, n) => ({ key: `${before}-${n + 1}`, values }))

const isRef = (value: unknown): value is Ref => typeof value === 'object' && value !== null && 'ref' in value

type IdOf = (ref: Ref) => string | undefined
const idFor = (ref: Ref, idOf: IdOf): string => {
  const id = idOf(ref)
  if (id === undefined) throw new TypeError(`${ref.ref} "${ref.key}" is named before it is there`)
  return id
}

/** Values as the store takes them. Throws where a row names one that has no id yet. */
export const resolved = (values: Row['values'], idOf: IdOf): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, isRef(value) ? idFor(value, idOf) : value]),
  )
