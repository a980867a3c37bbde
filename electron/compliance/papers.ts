import { type Due, duePaper, lastDueDay, type Window } from '../../shared/compliance/due.ts'
import { onDay } from '../../shared/compliance/on-day.ts'
import type * as contract from '../../shared/contract/compliance.ts'
import { fromCells } from '../../shared/records/cell.ts'
import type { Records } from '../../shared/records/index.ts'
import { versionsOf } from '../../shared/rules/records/attachments.ts'
import type { QueryContext } from '../feature.ts'
import { papersOf } from '../records/index.ts'
import type { KnownRows } from './known-rows.ts'
import { isSeen, nameOf } from './opened.ts'
import { shelfOf } from './shelf.ts'

type Paper = Records['attachment']
type Item = Due & { readonly isPaper: boolean; readonly agency: contract.AgencyName | null }
type Owner = { readonly type: string; readonly title: string }

const titledOwner = (
  { reader }: QueryContext,
  type: string,
  values: Readonly<Record<string, unknown>>,
): Owner => ({ type, title: reader.titleOf(reader.definition(type), values) })

/** The record of a paper, where the officer may see it. */
const ownerNow = (context: QueryContext, id: string): Owner | null => {
  const found = papersOf(context.reader, id, context.session)
  if (found === null) return null
  const { definition, row } = found
  return titledOwner(context, definition.type, fromCells(definition, row))
}

/** As it was known; of a register that no check reads, as it is. */
const ownerThen = (context: QueryContext, then: KnownRows, id: string): Owner | null => {
  for (const [type, rows] of then.rows) {
    const row = rows.get(id)
    const { scope } = context.reader.definition(type)
    if (row === undefined) continue
    return scope === null || isSeen(context, row[scope] as string | null)
      ? titledOwner(context, type, row)
      : null
  }
  return ownerNow(context, id)
}

/** Papers of records of which one ends within the window: asked for with all their versions. */
const papersNow = ({ reader }: QueryContext, { began, day }: Window): Paper[][] => {
  const sql = 'select distinct owner from attachment where _deleted = 0 and expires between ? and ?'
  return reader
    .rows<{ owner: string }>(sql, began, lastDueDay(day))
    .map(({ owner }) => reader.where('attachment', { owner }))
}

const papersThen = (then: KnownRows): Paper[][] => [
  ...Map.groupBy(then.also('attachment') as unknown as Paper[], ({ owner }) => owner).values(),
]

/** Papers of records that the officer may see; one that a newer version stands for ends unnoticed. `known`: as in `Asked`. */
export const duePapers = (context: QueryContext, window: Window, known: string | null): Item[] => {
  const then = known === null ? null : shelfOf(context.reader).knownRows(known)
  const itemOf = (paper: Paper): Item[] => {
    const due = duePaper(paper, window)
    const id = paper.owner ?? ''
    const owner = due === null ? null : then === null ? ownerNow(context, id) : ownerThen(context, then, id)
    if (due === null || owner === null) return []
    const opd = paper.opd === null ? null : context.reader.find('opd', paper.opd)
    const title = `${due.title} · ${owner.title}`
    return [{ ...due, title, type: owner.type, id, isPaper: true, agency: opd === null ? null : nameOf(opd) }]
  }
  return (then === null ? papersNow(context, window) : papersThen(then))
    .flatMap((papers) => versionsOf(onDay('attachment', papers, window.day)))
    .flatMap(({ paper }) => itemOf(paper))
}
