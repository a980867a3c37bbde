import { z } from 'zod'
import { query } from '../../shared/contract/call.ts'
import { questionnaireWanted } from '../../shared/contract/questionnaire.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { recordId } from '../../shared/contract/shapes.ts'
import { dayInWib, longDate, longDateTime } from '../../shared/format/date.ts'
import { fromCells } from '../../shared/records/cell.ts'
import { keepers } from '../../shared/records/common.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { definitionsVersion, type Records } from '../../shared/records/index.ts'
import { declaredRegisters } from '../../shared/records/organisation.ts'
import { regulationOf } from '../../shared/regulation/index.ts'
import type { LogHead } from '../../shared/rules/audit/head.ts'
import { cityNameOf } from '../../shared/rules/document/letterhead.ts'
import { isAsked } from '../../shared/rules/questionnaire/asked.ts'
import {
  type AskedBook,
  type AskedSheet,
  askedColumns,
  askedRow,
} from '../../shared/rules/questionnaire/book.ts'
import { markerText } from '../../shared/rules/questionnaire/marker.ts'
import { unconcernedIn } from '../../shared/rules/records/completeness.ts'
import { questionnaireTexts } from '../../shared/texts/questionnaire.ts'
import type { QueryContext, Session } from '../feature.ts'
import { headOf, recordRowOf, rowsOfOpd, vectorOf } from '../records/index.ts'
import type { Reader } from '../store/reader.ts'

/** The file of one OPD, and what the log held before its rows were read: what came in between is in it, and is no loss. */
export type MadeBook = {
  readonly book: AskedBook
  readonly seen: Readonly<Record<string, number>>
  readonly head: LogHead
}

/** Both are asked by the task that makes the files, not by the window. */
export const questionnaireAgencies = query('questionnaire.agencies', {
  roles: keepers,
  input: z.object({}),
  output: z.object({ opds: z.array(recordId) }),
})
export const questionnaireBook = query('questionnaire.book', {
  roles: keepers,
  input: questionnaireWanted.extend({ opd: recordId, code: z.string() }),
  output: z.custom<MadeBook>((value) => typeof value === 'object' && value !== null && 'book' in value),
})
type Input = z.output<typeof questionnaireBook.input>

const texts = questionnaireTexts
const words = texts.instructions
const mostTitles = 1_000
const byName = new Intl.Collator('id', { numeric: true }).compare

const maySee = ({ opds }: Session, opd: string): boolean => opds === null || opds.includes(opd)

/** Active OPDs that are no part of another one, as far as the officer may see them. */
export const agenciesOf = ({ reader, session }: QueryContext): Result<{ opds: string[] }> =>
  ok({
    opds: reader
      .where('opd', {})
      .filter(({ id, active, parent }) => active !== false && parent === null && maySee(session, id))
      .toSorted((a, b) => byName(a.code ?? '', b.code ?? ''))
      .map(({ id }) => id),
  })

/** Errors: `NotFound`. */
export const agencyOf = ({ reader, session }: QueryContext, id: string): Result<Records['opd']> => {
  const found = maySee(session, id) ? reader.find('opd', id) : null
  return found === null ? fail('NotFound', texts.refusal.noAgency, { record: id }) : ok(found)
}

export const workspaceId = (reader: Reader): string => {
  const found = reader.row<{ value: Uint8Array }>(`select value from _local where key = 'workspace'`)
  return Buffer.from(found?.value ?? []).toString()
}

/** Errors: `NotAsked`. */
export const askedDefinitions = (
  reader: Reader,
  types: readonly string[],
): Result<readonly AnyDefinition[]> => {
  const found = types.flatMap((type) => reader.catalogue.get(type) ?? [])
  return found.length === types.length && found.every(isAsked)
    ? ok(found)
    : fail('NotAsked', texts.refusal.notAsked)
}

/** What a reference may name: of the OPD's own where records belong to one, so that no file tells of another OPD. */
const titlesFor = (reader: Reader, opd: string) => {
  const known = new Map<string, readonly string[]>()
  const read = (target: string): readonly string[] => {
    const definition = reader.catalogue.get(target)
    if (definition === undefined || definition.internal || definition.readers !== null) return []
    const rows =
      target === 'opd'
        ? reader.where('opd', {}).filter(({ active }) => active !== false)
        : rowsOfOpd(reader, definition, opd).map((row) => fromCells(definition, row))
    const titles = rows.map((row) => definition.title(row)).filter((title) => title !== '')
    return [...new Set(titles)].sort(byName).slice(0, mostTitles)
  }
  return (target: string): readonly string[] => {
    const found = known.get(target) ?? read(target)
    known.set(target, found)
    return found
  }
}

const factsOf = (
  { due, to, year, code }: Input,
  agency: Records['opd'],
  plurals: readonly string[],
  city: string,
  moment: string,
): AskedBook['facts'] => [
  [words.city, city],
  [words.agency, [agency.name ?? '', agency.code === null ? '' : `(${agency.code})`].join(' ').trim()],
  [words.registers, plurals.join('; ')],
  [words.year, String(year)],
  [words.moment, moment],
  ...(due === null ? [] : [[words.due, longDate(due)] as const]),
  ...(to === '' ? [] : [[words.to, to] as const]),
  [words.code, code],
]

/** Errors: `NotFound`, `NotAsked`. */
export const bookFor = (context: QueryContext, input: Input): Result<MadeBook> => {
  const { reader, now } = context
  const { opd, code, types, paper } = input
  const agency = agencyOf(context, opd)
  if (!agency.ok) return agency
  const asked = askedDefinitions(reader, types)
  if (!asked.ok) return asked
  const [seen, head] = [vectorOf(reader), headOf(reader)]
  const [profile] = reader.where('workspace', {})
  const { prefix } = regulationOf(profile?.regulation ?? null)
  const city = cityNameOf(profile ?? {})
  const titles = titlesFor(reader, opd)
  const marker = (type: string): string =>
    markerText({ workspace: workspaceId(reader), opd, code, type, version: definitionsVersion })
  const sheets = asked.value.map((definition): AskedSheet => {
    const records = rowsOfOpd(reader, definition, opd)
      .map((row) => recordRowOf(reader, definition, row))
      .sort((a, b) => byName(a.title, b.title))
    return {
      name: definition.plural,
      marker: marker(definition.type),
      declares: Object.hasOwn(declaredRegisters, definition.type),
      columns: askedColumns(definition, prefix, titles),
      rows: records.map((record) => askedRow(definition, record)),
      unconcerned: records.map(({ values }) => unconcernedIn(definition, values)),
    }
  })
  const created = new Date(now()).toISOString()
  const [moment, name] = [longDateTime(created), agency.value.name ?? '']
  const plurals = asked.value.map(({ plural }) => plural)
  const [only] = plurals
  const what = plurals.length === 1 && only !== undefined ? only : texts.name
  return ok({
    book: {
      file: texts.fileName(what, agency.value.short || name, dayInWib(now())),
      marker: marker(''),
      agency: name,
      city,
      moment,
      facts: factsOf(input, agency.value, plurals, city, moment),
      sheets,
      created,
      paper,
    },
    seen: { ...seen },
    head,
  })
}
