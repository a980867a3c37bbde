import { covers } from '../../shared/clock/dots.ts'
import type { Seen } from '../../shared/commit/header.ts'
import { parseRecordId } from '../../shared/commit/id.ts'
import { deletedKey } from '../../shared/commit/part.ts'
import type { Cells } from '../../shared/records/cell.ts'
import { isAsKnown, mergedAsOf } from './as-of.ts'
import { cellsOfMerged } from './merge.ts'
import { CommitCache, type Lookup, pastOf } from './past.ts'
import type { Reader } from './reader.ts'
import type { CurrentRow } from './row.ts'

type Light = Pick<CurrentRow, 'id' | '_deleted' | '_clock'>

/** A live record as it was; `cells` null: as it stands now. */
export type RowThen = { readonly id: string; readonly cells: Cells | null }

/** What came later would count for nothing (`mergedAsOf`): it is not even read. */
const partOf = (reader: Reader, commits: CommitCache, known: Seen): Lookup => {
  const later = Object.keys(reader.vector()).flatMap((device) =>
    reader.rows<{ arrival: number }>(
      'select arrival from _log where device = ? and seq > ?',
      device,
      known[device] ?? 0,
    ),
  )
  const outside = new Set(later.map(({ arrival }) => arrival))
  return {
    applied: (dot) => commits.applied(dot),
    arrived: (arrival) => (outside.has(arrival) ? null : commits.arrived(arrival)),
  }
}

/** Live records of types as they were for whoever knew this much, and with each commit all that its author knew (`Recorded`); each type oldest first; a commit is unpacked once for all. */
export const rowsThen = (
  reader: Reader,
  types: readonly string[],
  known: Seen,
): Map<string, readonly RowThen[]> => {
  const commits = new CommitCache(reader)
  const past = pastOf(reader, commits, partOf(reader, commits, known))
  const ofType = (type: string): RowThen[] => {
    const definition = reader.definition(type)
    const rows: RowThen[] = []
    for (const row of reader.rows<Light>(`select id, _deleted, _clock from "${type}" order by _row`)) {
      const { id } = row
      if (!covers(known, parseRecordId(id) ?? { device: '', seq: 1 })) continue
      const isSame = isAsKnown(row, known)
      const cells = isSame ? null : cellsOfMerged(mergedAsOf(reader, past, definition, id, known))
      if ((isSame ? row._deleted : cells?.[deletedKey]) === 0)
        rows.push({ id, cells: cells === null ? null : { ...cells, id } })
    }
    return rows
  }
  return new Map(types.map((type) => [type, ofType(type)]))
}
