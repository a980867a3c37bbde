/** What a form can hold; `null` is “belum ada data”. Money and integers are whole numbers, dates are "2026-11-21". */
export type FieldValue = string | number | boolean | null
export type FormValues = Readonly<Record<string, FieldValue>>
export type Choice = {
  readonly value: string
  readonly label: string /** small, to tell equals apart */
  readonly hint?: string
}

type FieldBase = {
  readonly name: string
  readonly label: string
  /** Marks the label; a missing value never holds back Simpan by itself. */
  readonly required?: boolean
  readonly hint?: string
  readonly readOnly?: boolean
  /** Two columns wide (long texts are, by themselves). */
  readonly wide?: boolean
  /** What asks for it: short words, the whole words, and where they lead. */
  readonly chips?: readonly Chip[]
}
export type Chip = { readonly short: string; readonly label: string; readonly href: string }

export type Field = FieldBase &
  (
    | { readonly kind: 'text' | 'longText' | 'money' | 'date' | 'when' | 'boolean' }
    | {
        readonly kind: 'integer'
        readonly unit?: string
        readonly min?: number
        readonly max?: number
        /** A year or a number that names something: without separators. */
        readonly plain?: boolean
      }
    | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
    | {
        readonly kind: 'reference'
        /** Called while the officer types; may reject. */
        readonly search: (text: string) => Promise<readonly Choice[]>
        /** What stands there now, so that its label shows without a search. */
        readonly current?: Choice | null
      }
  )

export type FieldGroup = { readonly title?: string; readonly fields: readonly Field[] }
export type FieldErrors = Readonly<Record<string, string>>

/** What became of Simpan: `fields` holds sentences by field name, `message` one for the whole form. */
export type SaveOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly message?: string; readonly detail?: string; readonly fields?: FieldErrors }

/** Names whose value differs; a missing key is `null`, and an empty text is `null` too. */
export const changedNames = (before: FormValues, after: FormValues): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => (before[name] ?? null) !== (after[name] ?? null),
  )

export const pick = (values: FormValues, names: readonly string[]): FormValues =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]))
