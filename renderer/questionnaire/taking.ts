import type { InputOf, OutputOf } from '../../shared/contract/call.ts'
import type { questionnaireAccept, questionnaireRead } from '../../shared/contract/questionnaire.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Field } from '../../shared/records/field.ts'
import { takenAtFirst, takenWithRow } from '../../shared/rules/questionnaire/compared.ts'
import { freshValues } from '../../shared/rules/records/fields.ts'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { formatWhole } from '../ui/format.ts'

const texts = questionnaireWindowTexts

export type ReadFile = OutputOf<typeof questionnaireRead>['files'][number]
export type Answer = NonNullable<ReadFile['answer']>
export type Compared = Answer['sheets'][number]['rows'][number]
type Cell = Compared['cells'][number]
export type Source = Answer['source']

/** A row of the comparison in its list; a declaration of the OPD is one too. */
export type ShownRow = {
  readonly id: string
  readonly type: string
  readonly register: string
  readonly state: Compared['state'] | 'declared'
  readonly line: number | null
  readonly title: string
  readonly about: string
  /** Null for a declaration. */
  readonly row: Compared | null
}
export type Definitions = ReadonlyMap<string, AnyDefinition>

export const states = ['declared', 'new', 'changed', 'differs', 'unread', 'missing', 'same'] as const
/** What the filter says beside a single state. */
export const differing = 'differing'

export const labelOf = (definition: AnyDefinition | undefined, key: string): string =>
  (definition?.fields[key] as Field | undefined)?.facts.label ?? key

const cellWords = (label: string, { kind, before, text, fault }: Cell): string => {
  switch (kind) {
    case 'unread':
      return texts.unread(label, fault)
    case 'differs':
      return texts.differ(label, before, text)
    case 'emptied':
      return texts.emptied(label, before)
    case 'changed':
      return texts.change(label, before, text)
  }
}

/** What the officer must look at comes first. Of a new record its title says enough. */
const order = ['unread', 'differs', 'changed', 'emptied'] as const
const aboutOf = (definition: AnyDefinition | undefined, row: Compared): string => {
  if (row.fault !== '' || row.remark !== '') return row.fault || row.remark
  const told = row.id === null ? row.cells.filter(({ kind }) => kind === 'unread') : row.cells
  return order
    .flatMap((kind) => told.filter((cell) => cell.kind === kind))
    .map((cell) => cellWords(labelOf(definition, cell.key), cell))
    .join('; ')
}

const declaredRow = (
  { type, declared, rows }: Answer['sheets'][number],
  plural: string,
): readonly ShownRow[] => {
  if (declared === null) return []
  const held = rows.filter(({ line, fault }) => line !== null && fault === '').length
  const about =
    declared === 'nihil' && held > 0 ? texts.declared.contradicts(formatWhole(held)) : texts.declared.about
  return [
    {
      id: `${type}/pernyataan`,
      type,
      register: plural,
      state: 'declared',
      line: null,
      title: texts.declared[declared](plural),
      about,
      row: null,
    },
  ]
}

export const shownRows = ({ sheets }: Answer, definitions: Definitions): readonly ShownRow[] =>
  sheets.flatMap((sheet) => {
    const definition = definitions.get(sheet.type)
    const register = definition?.plural ?? sheet.type
    return [
      ...declaredRow(sheet, register),
      ...sheet.rows.map((row, at) => ({
        id: `${sheet.type}/${at}`,
        type: sheet.type,
        register,
        state: row.state,
        line: row.line,
        title: row.title,
        about: aboutOf(definition, row),
        row,
      })),
    ]
  })

type Narrowing = { readonly search: string; readonly filters: Readonly<Record<string, string>> }

export const narrowed = (rows: readonly ShownRow[], { search, filters }: Narrowing): readonly ShownRow[] => {
  const { state = '', register = '' } = filters
  const words = search.toLocaleLowerCase('id')
  return rows.filter(
    (row) =>
      (state === '' || row.state === state || (state === differing && row.state !== 'same')) &&
      (register === '' || row.type === register) &&
      `${row.title} ${row.about}`.toLocaleLowerCase('id').includes(words),
  )
}

/** Fields that are taken, by row; a declaration has one without a name. */
export type Taken = ReadonlyMap<string, ReadonlySet<string>>
const declaration: ReadonlySet<string> = new Set([''])

export const firstTaken = (rows: readonly ShownRow[]): Taken =>
  new Map(
    rows.flatMap(({ id, row }) => {
      const keys = row === null ? [] : takenAtFirst(row)
      return keys.length === 0 ? [] : [[id, new Set(keys)] as const]
    }),
  )

/** Rows as the list picks them: one that comes in is taken with all that it says, one that stays keeps its fields. */
export const withRows = (rows: readonly ShownRow[], taken: Taken, wanted: ReadonlySet<string>): Taken =>
  new Map(
    rows.flatMap(({ id, row }) => {
      if (!wanted.has(id)) return []
      const before = taken.get(id)
      const keys = before ?? (row === null ? declaration : new Set(takenWithRow(row)))
      return keys.size === 0 ? [] : [[id, keys] as const]
    }),
  )

export const withField = (taken: Taken, id: string, key: string, isTaken: boolean): Taken => {
  const keys = new Set(taken.get(id))
  if (isTaken) keys.add(key)
  else keys.delete(key)
  const next = new Map(taken)
  if (keys.size === 0) next.delete(id)
  else next.set(id, keys)
  return next
}

const valuesOf = ({ cells }: Compared, keys: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(cells.flatMap(({ key, value }) => (keys.has(key) ? [[key, value]] : [])))

/** What is written of one file. */
export const acceptedOf = (
  { token, sheets, seen }: Answer,
  source: Source,
  rows: readonly ShownRow[],
  taken: Taken,
  definitions: Definitions,
): InputOf<typeof questionnaireAccept> => ({
  token,
  seen,
  source,
  sheets: sheets.map(({ type, declared }) => {
    const own = rows.filter((row) => row.type === type && taken.has(row.id))
    const definition = definitions.get(type)
    const fresh = definition === undefined ? {} : freshValues(definition)
    return {
      type,
      declared: own.some(({ row }) => row === null) ? declared : null,
      rows: own.flatMap(({ id, row }) => {
        const keys = taken.get(id)
        if (row === null || keys === undefined) return []
        const values = valuesOf(row, keys)
        return [{ id: row.id, values: row.id === null ? { ...fresh, ...values } : values }]
      }),
    }
  }),
})

/** Fields that would replace what was changed in Selaras since the file was made. */
export const replacing = (rows: readonly ShownRow[], taken: Taken): number =>
  rows.reduce(
    (sum, { id, row }) =>
      sum +
      (row?.cells.filter(({ key, base }) => base !== null && taken.get(id)?.has(key) === true).length ?? 0),
    0,
  )

export const countOf = (rows: readonly ShownRow[], state: ShownRow['state']): number =>
  rows.filter((row) => row.state === state).length
