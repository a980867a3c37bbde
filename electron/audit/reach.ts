import type { RowChange } from '../../shared/commit/part.ts'
import { ok } from '../../shared/contract/result.ts'
import { asksBeforeUndo } from '../../shared/rules/audit/undo.ts'
import { commitAt } from '../store/log.ts'
import { CommitCache } from '../store/past.ts'
import type { Reader } from '../store/reader.ts'

const changesIn = (reader: Reader, cache: CommitCache, commit: string): readonly RowChange[] => {
  const [device = '', seq = ''] = commit.split('.')
  const stored = commitAt(reader.statements, device, Number(seq))
  return stored === null ? [] : cache.read(stored).changes
}

/** What there are fewest of first: forms before their rows. */
const byLabel = (reader: Reader, types: ReadonlyMap<string, string>) => {
  const shown = [...types.values()].flatMap((type) => {
    const definition = reader.catalogue.get(type)
    return definition === undefined || definition.internal || definition.isSealed ? [] : [definition]
  })
  return [...Map.groupBy(shown, ({ label }) => label)]
    .map(([label, { length: records }]) => ({ label, records }))
    .sort((a, b) => a.records - b.records)
}

/** A row that was made under a form of the same commits goes with the form. */
const isWithin = (reader: Reader, { type, cells }: RowChange, made: ReadonlyMap<string, string>): boolean => {
  const under = reader.catalogue.get(type)?.heading?.under
  return under !== undefined && made.has(String(cells[under]))
}

/** What an undo of these commits would touch, counted by kind of record, without a word of what stands in them. */
export const reachOf = (reader: Reader, commits: readonly string[]) => {
  const cache = new CommitCache(reader)
  const changes = [...new Set(commits)].flatMap((commit) => changesIn(reader, cache, commit))
  const created = changes.filter(({ operation }) => operation === 'create')
  const made = new Map(created.map(({ id, type }) => [id, type]))
  const changed = new Map(changes.flatMap(({ id, type }) => (made.has(id) ? [] : [[id, type] as const])))
  const alone = created.filter((change) => !isWithin(reader, change, made)).length + changed.size
  const asks = asksBeforeUndo({ commits: new Set(commits).size, alone })
  return ok({ made: byLabel(reader, made), changed: byLabel(reader, changed), asks })
}
