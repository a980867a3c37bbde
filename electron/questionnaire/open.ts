import { z } from 'zod'
import { query } from '../../shared/contract/call.ts'
import type { questionnaireRead } from '../../shared/contract/questionnaire.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { recordId } from '../../shared/contract/shapes.ts'
import { longDate } from '../../shared/format/date.ts'
import { parseDay } from '../../shared/format/typed.ts'
import { keepers } from '../../shared/records/common.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { definitionsVersion, type Records } from '../../shared/records/index.ts'
import type { Grid } from '../../shared/rules/budget/grid.ts'
import { isAsked } from '../../shared/rules/questionnaire/asked.ts'
import { compareSheet } from '../../shared/rules/questionnaire/compare.ts'
import type { Marker } from '../../shared/rules/questionnaire/marker.ts'
import {
  type Answerer,
  answererIn,
  markerOf,
  type ReturnedSheet,
  returnedSheet,
} from '../../shared/rules/questionnaire/returned.ts'
import { questionnaireTexts } from '../../shared/texts/questionnaire.ts'
import type { QueryContext } from '../feature.ts'
import { asTyped, vectorOf } from '../records/index.ts'
import type { Reader } from '../store/reader.ts'
import { agencyOf, workspaceId } from './book.ts'
import { comparedWith } from './known.ts'

type Read = z.input<typeof questionnaireRead.output>['files'][number]
type Answer = NonNullable<Read['answer']>
/** `questionnaire`: the record that says what the file showed; null where there is none. */
export type Opened = Omit<Answer, 'token'> & { readonly questionnaire: string | null }

/** Asked by the task that reads files, not by the window. */
export const questionnaireOpen = query('questionnaire.open', {
  roles: keepers,
  input: z.object({
    file: z.string(),
    grids: z.custom<readonly Grid[]>((value) => Array.isArray(value)),
    expected: recordId.nullable(),
  }),
  output: z.custom<Opened>((value) => typeof value === 'object' && value !== null && 'sheets' in value),
})

const { refusal, notes: sentences, sheet: words, commit: commitWords } = questionnaireTexts

type Sheets = {
  readonly found: readonly ReturnedSheet[]
  readonly answerer: Answerer
  readonly notes: readonly string[]
}
const nobody: Answerer = { name: '', position: '', date: '', letter: '' }

/** Sheets of this very file, each register once; what is none of them is named. */
const sheetsIn = (reader: Reader, grids: readonly Grid[], lead: Marker): Sheets => {
  const found = new Map<string, ReturnedSheet>()
  const notes: string[] = []
  let answerer = nobody
  for (const grid of grids) {
    const [marker, name] = [markerOf(grid), grid.sheet ?? '']
    if (marker === null || marker === 'newer') {
      if (grid.rows.length > 0 && name !== words.choices) notes.push(sentences.unreadSheet(name))
      continue
    }
    const definition = reader.catalogue.get(marker.type)
    if (marker.code !== lead.code || marker.opd !== lead.opd) notes.push(sentences.foreignSheet(name))
    else if (marker.type === '') answerer = answererIn(grid)
    else if (definition === undefined || !isAsked(definition)) notes.push(sentences.unreadSheet(name))
    else if (found.has(marker.type)) notes.push(sentences.twiceSheet(name, definition.plural))
    else {
      const sheet = returnedSheet(definition, grid)
      if (sheet === null) notes.push(sentences.unreadSheet(name))
      else found.set(marker.type, sheet)
    }
  }
  return { found: [...found.values()], answerer, notes }
}

/** The longest name that a sheet may have. */
const sheetName = (plural: string): string => plural.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')

const notesOf = (
  found: readonly ReturnedSheet[],
  registers: readonly string[],
  definitionOf: (type: string) => AnyDefinition,
): readonly string[] => {
  const pluralOf = (type: string): string => definitionOf(type).plural
  const renamed = found.filter(({ type, name }) => name !== sheetName(pluralOf(type)))
  const order = found.map(({ type }) => registers.indexOf(type)).filter((at) => at >= 0)
  const isMoved = order.some((at, place) => at < (order[place - 1] ?? -1))
  const gone = registers.filter((type) => !found.some((sheet) => sheet.type === type))
  return [
    ...(renamed.length === 0 ? [] : [sentences.renamed(quoted(renamed.map(({ name }) => name)))]),
    ...(isMoved ? [sentences.moved] : []),
    ...gone.map((type) => sentences.missingSheet(pluralOf(type))),
    ...found.flatMap(({ type, lost, others, keys }) => [
      ...(lost.length === 0 ? [] : [sentences.lostColumns(pluralOf(type), quoted(lost))]),
      ...(keys.has('id') ? [] : [sentences.lostIds(pluralOf(type))]),
      ...(others.length === 0 ? [] : [sentences.otherColumns(pluralOf(type), quoted(others))]),
    ]),
  ]
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/

const sourceOf = ({ name, position, date, letter }: Answerer): Answer['source'] => ({
  by: [position, name].filter((word) => word !== '').join(', '),
  on: isoDay.test(date) ? date : parseDay(date),
  paper: letter === '' ? '' : commitWords.letter(letter),
})

/** The marker that speaks for the whole file: of its instructions, else of its first register. */
const leadOf = (grids: readonly Grid[]): Result<Marker> => {
  const all = grids.flatMap((grid) => markerOf(grid) ?? [])
  const known = all.filter((marker) => marker !== 'newer')
  const lead = known.find(({ type }) => type === '') ?? known[0]
  if (lead !== undefined && lead.version <= definitionsVersion) return ok(lead)
  return all.length > 0 ? fail('Newer', refusal.newer) : fail('Unmarked', refusal.unmarked)
}

/** What the log says of a code; null where it says nothing, or not of this OPD. */
const recordOf = (reader: Reader, { code, opd }: Marker): Records['questionnaire'] | null => {
  const [found, ...others] = reader.where('questionnaire', { code })
  return found === undefined || others.length > 0 || found.opd !== opd ? null : found
}

const expectedNote = (context: QueryContext, agency: Records['opd'], expected: string | null): string[] => {
  if (expected === null || expected === agency.id) return []
  const other = agencyOf(context, expected)
  return other.ok ? [sentences.notExpected(agency.name ?? '', other.value.name ?? '')] : []
}

/** What a file that came back says beside what is recorded. Errors: `Unmarked`, `Newer`, `OtherCity`, `OtherAgency`. */
export const openQuestionnaire = (
  context: QueryContext,
  { file, grids: read, expected }: z.output<typeof questionnaireOpen.input>,
): Result<Opened> => {
  const { reader } = context
  const grids = read.map(asTyped)
  const lead = leadOf(grids)
  if (!lead.ok) return lead
  const marker = lead.value
  if (marker.workspace !== workspaceId(reader)) return fail('OtherCity', refusal.otherCity)
  const agency = agencyOf(context, marker.opd)
  if (!agency.ok) return fail('OtherAgency', refusal.otherAgency)
  const record = recordOf(reader, marker)
  const { found, answerer, notes } = sheetsIn(reader, grids, marker)
  const seen = vectorOf(reader)
  const compared = comparedWith(context, marker.opd, record?.seen ?? null)
  const returned = record?.returned ?? null
  return ok({
    file,
    opd: { id: agency.value.id, name: agency.value.name ?? '' },
    questionnaire: record?.id ?? null,
    isKnown: record !== null,
    source: sourceOf(answerer),
    notes: [
      ...expectedNote(context, agency.value, expected),
      ...(record === null ? [sentences.unknownCode] : []),
      ...(returned === null ? [] : [sentences.returned(longDate(returned))]),
      ...(marker.version < definitionsVersion ? [sentences.older] : []),
      ...notes,
      ...notesOf(found, record?.registers ?? [], (type) => reader.definition(type)),
      ...(answerer.name === '' && answerer.position === '' ? [sentences.noAnswerer] : []),
    ],
    sheets: found.map((sheet) => ({
      type: sheet.type,
      declared: sheet.declared,
      rows: compareSheet(sheet, compared(reader.definition(sheet.type))).map((row) => ({
        ...row,
        cells: [...row.cells],
      })),
    })),
    seen: { ...seen },
  })
}
