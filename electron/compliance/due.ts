import { millisecondsOf } from '../../shared/clock/hlc.ts'
import {
  type Due,
  dueOfAgency,
  dueOfCity,
  duePaper,
  lastDueDay,
  type Window,
} from '../../shared/compliance/due.ts'
import type * as contract from '../../shared/contract/compliance.ts'
import { ok } from '../../shared/contract/result.ts'
import { dayInWib } from '../../shared/format/date.ts'
import { fromCells } from '../../shared/records/cell.ts'
import type { Records } from '../../shared/records/index.ts'
import { versionsOf } from '../../shared/rules/records/attachments.ts'
import type { QueryContext } from '../feature.ts'
import { recordFor } from '../records/index.ts'
import { type In, nameOf, type Out, open } from './answers.ts'

type Item = Due & { readonly isPaper: boolean; readonly agency: contract.AgencyName | null }

const mostDue = 500

/** The day of the first commit of the workspace. */
const beganOn = ({ reader }: QueryContext): string => {
  const first = reader.row<{ hlc: number | null }>('select min(hlc) as hlc from _log')?.hlc ?? null
  return first === null ? '' : dayInWib(millisecondsOf(first))
}

/** Records with a paper that ends within the window, whose papers are then asked for versions. */
const endingSql = `select distinct owner from attachment where _deleted = 0 and expires between ? and ?`

const paperItem = (
  { reader, session }: QueryContext,
  paper: Records['attachment'],
  window: Window,
): Item | null => {
  const due = duePaper(paper, window)
  const found = due === null ? null : recordFor(reader, paper.owner ?? '', session)
  if (due === null || found === null) return null
  const { definition, row } = found
  const title = `${due.title} · ${reader.titleOf(definition, fromCells(definition, row))}`
  const opd = paper.opd === null ? null : reader.find('opd', paper.opd)
  return {
    ...due,
    title,
    type: definition.type,
    id: row.id,
    isPaper: true,
    agency: opd === null ? null : nameOf(opd),
  }
}

/** Papers of records that the officer may see; one that a newer version stands for ends unnoticed. */
const duePapers = (context: QueryContext, window: Window): Item[] =>
  context.reader
    .rows<{ owner: string }>(endingSql, window.began, lastDueDay(window.day))
    .flatMap(({ owner }) => versionsOf(context.reader.where('attachment', { owner })))
    .flatMap(({ paper }) => paperItem(context, paper, window) ?? [])

export const due = (
  context: QueryContext,
  input: In<typeof contract.complianceDue>,
): Out<typeof contract.complianceDue> => {
  const { book, agencies, day } = open(context, input.day)
  const window = { day, began: beganOn(context) }
  const ofAgencies = agencies.flatMap((opd) =>
    dueOfAgency(book.of(opd).agency.rows, window).map((one) => ({ ...one, agency: nameOf(opd) })),
  )
  const ofCity = context.session.opds === null ? dueOfCity(book.cityRows, window) : []
  const registers = [...ofAgencies, ...ofCity.map((one) => ({ ...one, agency: null }))]
  const all = [...registers.map((one) => ({ ...one, isPaper: false })), ...duePapers(context, window)].sort(
    (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
  )
  return ok({ day, items: all.slice(0, mostDue), more: Math.max(0, all.length - mostDue) })
}
