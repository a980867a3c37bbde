import type { AnyDefinition } from '../../records/define.ts'
import { type ShownField, shownFields } from './fields.ts'
import { loose } from './words.ts'

/** Records that a text may mean. `kind`: what they are; `titles` tells them apart. */
export type Named = {
  readonly ids: readonly string[]
  readonly titles: readonly string[]
  readonly kind: string
}
export type FindNamed = (type: string, text: string) => Named
export type NamedRecord = {
  readonly id: string
  readonly title: string
  readonly values: Readonly<Record<string, unknown>>
}

const codeWords = /^(kode|nomor|no\.|singkatan|nip)(?!\p{L})/iu

/** Fields beside its title by which a record is called: its code, its short name. */
export const callingFields = (definition: AnyDefinition): ShownField[] =>
  shownFields(definition).filter(
    ({ facts }) => facts.kind === 'text' && (facts.isUnique || codeWords.test(facts.label)),
  )

/** Records of one type by id, title and code, as people write them. */
export const namesOf = (
  definition: AnyDefinition,
  records: readonly NamedRecord[],
): ((text: string) => Named) => {
  const fields = callingFields(definition)
  const byName = new Map<string, Map<string, string>>()
  const add = (name: unknown, { id, title }: NamedRecord) => {
    const key = typeof name === 'string' ? loose(name) : ''
    if (key === '') return
    const found = byName.get(key) ?? new Map<string, string>()
    byName.set(key, found.set(id, title))
  }
  for (const record of records) {
    add(record.id, record)
    add(record.title, record)
    for (const { key } of fields) add(record.values[key], record)
  }
  return (text) => {
    const found = byName.get(loose(text)) ?? new Map<string, string>()
    return { ids: [...found.keys()], titles: [...found.values()], kind: definition.plural }
  }
}
