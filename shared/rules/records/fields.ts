import type { AnyDefinition } from '../../records/define.ts'
import type { Field, FieldFacts } from '../../records/field.ts'

const unlisted = new Set(['bytes', 'structure'])

/** A field as lists, forms and sheets use it. */
export type ShownField = { readonly key: string; readonly facts: FieldFacts }

/** Fields that the form of a record asks for, in the order of the definition. */
export const formFields = (definition: AnyDefinition): ShownField[] =>
  (Object.entries(definition.fields) as [string, Field][])
    .map(([key, { facts }]) => ({ key, facts }))
    .filter(({ facts }) => !facts.isHidden && !facts.isConfidential && !unlisted.has(facts.kind))

/** A paper that belongs to the record itself: chosen in its form, because no other record could name it. */
export const isPaper = ({ facts }: ShownField): boolean => facts.target === 'attachment'

/** Fields that lists and sheets show, in the order of the definition. */
export const shownFields = (definition: AnyDefinition): ShownField[] =>
  formFields(definition).filter((field) => !isPaper(field))

/** Fields that can be columns of a list; long texts belong to the form. */
export const listFields = (definition: AnyDefinition): ShownField[] =>
  shownFields(definition).filter(({ facts }) => facts.kind !== 'longText')

/** A year is a number that is never grouped: 2027, not 2.027. */
export const isYear = ({ facts }: ShownField): boolean =>
  facts.kind === 'integer' && /tahun/i.test(facts.label)

export const isNip = (key: string): boolean => /nip$/i.test(key)

const codes = /^(kode|nomor|no\.)/i

export const isCode = ({ facts }: ShownField): boolean => facts.kind === 'text' && codes.test(facts.label)

/** Moments are written down by the program itself. */
export const isTyped = ({ facts }: ShownField): boolean => facts.kind !== 'time'

/** A new record begins as in use, where its type can go out of use. */
export const freshValues = ({ fields }: AnyDefinition): Readonly<Record<string, boolean>> =>
  fields['active'] === undefined ? {} : { active: true }
