import type { z } from 'zod'
import { decodeClocks, dotsOf } from '../../shared/clock/dots.ts'
import { deletedKey } from '../../shared/commit/part.ts'
import type { recordBringBack, recordDeleted } from '../../shared/contract/restore.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { fromCells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import type { CommandContext, QueryContext, Session } from '../feature.ts'
import { CommitCache } from '../store/past.ts'
import type { Reader } from '../store/reader.ts'
import type { CurrentRow } from '../store/row.ts'
import { titleFor } from './editable.ts'
import { officerName, timeOf } from './history-view.ts'
import { restorable } from './restore.ts'
import { vectorOf } from './vector.ts'
import { isVisible } from './visible.ts'

type Told = z.input<typeof recordDeleted.output>['rows'][number] & { readonly hlc: number }

const mostRows = 200

const deletionsOf = (row: CurrentRow) => dotsOf(row.id, decodeClocks(row._clock), deletedKey)

const toldOf = (reader: Reader, commits: CommitCache, definition: AnyDefinition, row: CurrentRow): Told => {
  const [last, ...others] = deletionsOf(row)
  const by = last === undefined ? null : commits.applied(last)
  return {
    id: row.id,
    title: titleFor(reader, definition, fromCells(definition, row)),
    time: timeOf(by?.hlc ?? 0),
    officer: officerName(reader, by?.officer ?? ''),
    reason: by?.reason ?? '',
    disputed: others.length > 0,
    hlc: by?.hlc ?? 0,
  }
}

const rowsOf = (reader: Reader, definition: AnyDefinition, session: Session): CurrentRow[] =>
  reader
    .rows<CurrentRow>(`select * from "${definition.type}" where _deleted = 1`)
    .filter((row) => isVisible(definition, row, session))

export const deletedRecords = (
  { reader, session }: QueryContext,
  { type, search }: z.output<typeof recordDeleted.input>,
): Result<z.input<typeof recordDeleted.output>> => {
  const found = restorable(reader, type)
  if (!found.ok) return found
  const commits = new CommitCache(reader)
  const words = search.toLocaleLowerCase('id')
  const all = rowsOf(reader, found.value, session)
    .map((row) => toldOf(reader, commits, found.value, row))
    .filter(({ title }) => title.toLocaleLowerCase('id').includes(words))
    .toSorted((a, b) => b.hlc - a.hlc)
  return ok({
    rows: all.slice(0, mostRows).map(({ hlc: _hlc, ...row }) => row),
    more: Math.max(0, all.length - mostRows),
    seen: vectorOf(reader),
  })
}

/** A deleted record of the register as it was. */
export const bringBack = (
  { store, actor, session }: CommandContext,
  { type, id, seen }: z.output<typeof recordBringBack.input>,
): Result<z.input<typeof recordBringBack.output>> => {
  const reader = store.readerFor(type)
  const found = restorable(reader, type)
  if (!found.ok) return found
  const definition = found.value
  const row = reader.row<CurrentRow>(`select * from "${type}" where id = ? and _deleted = 1`, id)
  if (row === undefined || !isVisible(definition, row, session))
    return fail('NotFound', recordsTexts.restore.notDeleted, { record: id })
  if (deletionsOf(row).length > 1) return fail('Disputed', recordsTexts.restore.disputed)
  const title = titleFor(reader, definition, fromCells(definition, row))
  const done = store.commit(
    actor,
    recordsTexts.restore.broughtBack(definition.label, title),
    (tx) => tx.restore(type, id, { [deletedKey]: 0 }),
    seen,
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}
