import type { AnyDefinition } from '../../records/define.ts'
import { shortCite, unitKeysOf } from '../../regulation/cite.ts'
import { questionnaireTexts } from '../../texts/questionnaire.ts'
import { isTyped, type ShownField, shownFields } from '../records/fields.ts'

/** What officers say of an OPD, and what the OPD itself is asked by. */
const ofOfficers: ReadonlySet<string> = new Set(['assessment', 'declaration', 'questionnaire', 'guidance'])
/** Fields in which Diskominfo says what it thinks: an OPD does not answer for it. */
const sayOfficers: Readonly<Record<string, readonly string[]>> = {
  dataRequest: ['opinionDiskominfo'],
  ictNeed: ['specific', 'measurable', 'realistic', 'fitting', 'verdict'],
  permit: ['answer', 'reason'],
}

/** A register whose records belong to one OPD each, so that the OPD can be asked about them. */
export const isAsked = ({
  type,
  register,
  scope,
  readers,
  internal,
  fields,
}: Pick<AnyDefinition, 'type' | 'register' | 'scope' | 'readers' | 'internal' | 'fields'>): boolean =>
  register &&
  scope !== null &&
  readers === null &&
  !internal &&
  fields[scope]?.facts.target === 'opd' &&
  !ofOfficers.has(type)

/** A field that an OPD is asked for; `section`: the heading that it stands under in the form, '' for none. */
export type AskedField = ShownField & { readonly section: string }

/** In the order of the form; whose record it is goes without saying. */
export const askedFields = (definition: AnyDefinition): readonly AskedField[] => {
  const { scope, sections } = definition
  const sectionOf = new Map(
    Object.entries(sections).flatMap(([section, keys]) => keys.map((key) => [key, section] as const)),
  )
  const names = ['', ...Object.keys(sections)]
  const asked = shownFields(definition)
    .filter(
      (field) => isTyped(field) && field.key !== scope && !sayOfficers[definition.type]?.includes(field.key),
    )
    .map((field) => ({ ...field, section: sectionOf.get(field.key) ?? '' }))
  return names.flatMap((name) => asked.filter(({ section }) => section === name))
}

const citedAtMost = 3

/** “Pasal 11 (3) a s.d. 11 (3) e, Penj. 8 (4)”: what asks for a field in the city's own regulation; '' where nothing does. */
export const citesOf = ({ facts }: ShownField, prefix: string): string => {
  const own = facts.articles.filter((id) => id.startsWith(`${prefix}-`))
  const cites = own.map((id) => {
    const keys = unitKeysOf(id).map(shortCite)
    const [first = '', last = first] = [keys[0], keys.at(-1)]
    return questionnaireTexts.article(last === first ? first : questionnaireTexts.range(first, last))
  })
  const once = [...new Set(cites)]
  const more = once.length > citedAtMost ? ` ${questionnaireTexts.andMore}` : ''
  return once.slice(0, citedAtMost).join(', ') + more
}

/** Whether a duty waits for it where it is empty. */
export const isWaitedFor = (field: ShownField, prefix: string): boolean =>
  field.facts.isRequired || citesOf(field, prefix) !== ''
