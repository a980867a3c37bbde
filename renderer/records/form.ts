import { attachmentList } from '../../shared/contract/attachments.ts'
import { type Finding, type RecordRow, recordOptions } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { shortCite } from '../../shared/regulation/cite.ts'
import { articlesOf, type Regulation } from '../../shared/regulation/index.ts'
import {
  formFields,
  freshValues,
  isPaper,
  isYear,
  type ShownField,
} from '../../shared/rules/records/fields.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import type { Client } from '../app/bridge.ts'
import { unitAddress } from '../regulation/index.ts'
import type {
  Chip,
  FieldErrors,
  FieldGroup,
  FieldValue,
  Field as FormField,
  FormValues,
} from '../ui/formFields.ts'

const searchOptions = (client: Client, target: string) => async (text: string) => {
  const result = await client.call(recordOptions, { type: target, text })
  if (!result.ok) throw new Error(result.error.message)
  return result.value.options.map(({ id, title }) => ({ value: id, label: title }))
}

/** Papers of the record itself, by what they say of themselves. */
const searchPapers = (client: Client, owner: string) => async (text: string) => {
  const result = await client.call(attachmentList, { owner })
  if (!result.ok) throw new Error(result.error.message)
  const all = result.value.attachments.map(({ id, name, subject, number }) => ({
    value: id,
    label: subject || name,
    hint: [number, subject ? name : ''].filter(Boolean).join(' · '),
  }))
  const words = text.toLowerCase()
  return all.filter(({ label, hint }) => `${label} ${hint}`.toLowerCase().includes(words))
}

const isFieldValue = (value: unknown): value is FieldValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

const asFieldValue = (value: unknown): FieldValue => (isFieldValue(value) ? value : null)

/** What the form holds of a record; fields that it does not show are not in it. */
export const formValues = (
  definition: AnyDefinition,
  values: Readonly<Record<string, unknown>>,
): FormValues =>
  Object.fromEntries(formFields(definition).map(({ key }) => [key, asFieldValue(values[key] ?? null)]))

export const newValues = (definition: AnyDefinition): FormValues => ({
  ...formValues(definition, {}),
  ...freshValues(definition),
})

const missing = (findings: readonly Finding[], key: string): boolean =>
  findings.some(({ field, kind }) => field === key && kind === 'required')

/** The units of the city's own regulation that ask for a field. */
const chipsOf = ({ facts }: ShownField, regulation: Regulation | null): readonly Chip[] =>
  regulation === null
    ? []
    : articlesOf(facts.articles.filter((id) => id.startsWith(`${regulation.prefix}-`))).map(
        ({ key, cite, regulation: name }) => ({
          short: shortCite(key),
          label: `${cite} ${name}`,
          href: unitAddress(key),
        }),
      )

const fieldOf = (
  client: Client,
  row: RecordRow | null,
  findings: readonly Finding[],
  regulation: Regulation | null,
) => {
  const hintOf = ({ key, facts }: ShownField) =>
    [facts.note, missing(findings, key) ? `${recordsTexts.noData}` : ''].filter(Boolean).join(' · ')
  return (field: ShownField): FormField => {
    const { key, facts } = field
    const hint = hintOf(field)
    const base = {
      name: key,
      label: facts.label,
      required: facts.isRequired,
      ...(hint === '' ? {} : { hint }),
      chips: chipsOf(field, regulation),
    }
    switch (facts.kind) {
      case 'choice':
        return {
          ...base,
          kind: 'choice',
          choices: Object.entries(facts.choices).map(([value, label]) => ({ value, label })),
        }
      case 'reference': {
        const id = row?.values[key]
        const current = typeof id === 'string' ? { value: id, label: row?.titles[key] ?? id } : null
        const search = isPaper(field)
          ? searchPapers(client, row?.id ?? '')
          : searchOptions(client, facts.target)
        return { ...base, kind: 'reference', search, current }
      }
      case 'integer':
        return { ...base, kind: 'integer', plain: isYear(field) }
      case 'longText':
      case 'money':
      case 'date':
      case 'when':
      case 'boolean':
        return { ...base, kind: facts.kind }
      case 'time':
        return { ...base, kind: 'text', readOnly: true }
      default:
        return { ...base, kind: 'text' }
    }
  }
}

/** A field by itself, which may stay empty. */
export const looseField = (client: Client, field: ShownField): FormField => ({
  ...fieldOf(client, null, [], null)(field),
  required: false,
})

/** The form of a record from its definition; a missing value is a quiet word under the field, never an error. */
export const formGroups = (
  client: Client,
  definition: AnyDefinition,
  row: RecordRow | null,
  findings: readonly Finding[],
  regulation: Regulation | null = null,
): readonly FieldGroup[] => {
  const make = fieldOf(client, row, findings, regulation)
  // A record that is not there yet has no papers to choose from.
  const fields = formFields(definition).filter((field) => !isPaper(field) || (row !== null && row.id !== ''))
  const sections = Object.entries(definition.sections)
  const named = new Set(sections.flatMap(([, keys]) => keys))
  const rest = fields.filter(({ key }) => !named.has(key)).map(make)
  const titled = sections.map(([title, keys]) => ({
    title,
    fields: fields.filter(({ key }) => keys.includes(key)).map(make),
  }))
  return rest.length === 0 ? titled : [{ fields: rest }, ...titled]
}

/** What should be looked at, beside its field: twins and references that lead nowhere. */
export const findingErrors = (findings: readonly Finding[]): FieldErrors =>
  Object.fromEntries(
    findings.filter(({ kind }) => kind !== 'required').map(({ field, message }) => [field, message]),
  )
