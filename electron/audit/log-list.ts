import type { z } from 'zod'
import { hlcFrom } from '../../shared/clock/hlc.ts'
import type { logList } from '../../shared/contract/records.ts'
import { fail, ok } from '../../shared/contract/result.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import type { Session } from '../feature.ts'
import { officerName, timeOf } from '../records/index.ts'
import type { StoredCommit } from '../store/log.ts'
import type { Reader } from '../store/reader.ts'

type Input = z.output<typeof logList.input>
type Condition = { readonly sql: string; readonly values: readonly (string | number)[] }

const day = 86_400_000
/** Midnight in western Indonesia (UTC+7) as a clock of the log. */
const hlcAt = (date: string, later = 0): number => hlcFrom(Date.parse(`${date}T00:00:00+07:00`) + later)

const mostWords = 8
const pattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`
const holds = (search: string): Condition[] =>
  search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => ({ sql: `reason like ? escape '\\'`, values: [pattern(word)] }))

/** Records made by a commit carry its name in their id; later changes are indexed. */
const touches = (type: string): Condition => ({
  sql: `(arrival in (select t.arrival from "${type}" r join _touch t on t.record = r.id)
    or exists (select 1 from "${type}" r where r.id >= device || '.' || seq || '.' and r.id < device || '.' || seq || '/'))`,
  values: [],
})

/** Reasons name forms and amounts: an officer of some OPDs sees the own entries, one of all OPDs sees every entry. */
const conditions = (session: Session, { search, officer, record, from, until }: Input): Condition[] => [
  ...(session.opds === null ? [] : [{ sql: 'officer = ?', values: [session.officer] }]),
  ...(officer === null ? [] : [{ sql: 'officer = ?', values: [officer] }]),
  ...(from === null ? [] : [{ sql: 'hlc >= ?', values: [hlcAt(from)] }]),
  ...(until === null ? [] : [{ sql: 'hlc < ?', values: [hlcAt(until, day)] }]),
  ...holds(search),
  ...(record === null ? [] : [touches(record)]),
]

const entryOf = (reader: Reader, stored: StoredCommit) => ({
  arrival: stored.arrival,
  commit: `${stored.device}.${stored.seq}`,
  device: stored.device,
  seq: stored.seq,
  time: timeOf(stored.hlc),
  officer: officerName(reader, stored.officer),
  capacity: stored.capacity,
  reason: stored.reason,
  rows: stored.rows,
  hash: Buffer.from(stored.hash).toString('hex'),
})

const isListed = (reader: Reader, type: string): boolean => {
  const definition = reader.catalogue.get(type)
  return definition !== undefined && !definition.internal && !definition.isSealed
}

/** The log, newest first, by words, officer, type of record and days. */
export const listLog = (reader: Reader, session: Session, input: Input) => {
  const { before, limit, record } = input
  if (record !== null && !isListed(reader, record))
    return fail('UnknownType', recordsTexts.unknownType, { record })
  const found = conditions(session, input)
  const where = found.map(({ sql }) => ` and ${sql}`).join('')
  const values = found.flatMap((condition) => condition.values)
  const rows = reader.rows<StoredCommit>(
    `select * from _log where arrival < ?${where} order by arrival desc limit ?`,
    before ?? Number.MAX_SAFE_INTEGER,
    ...values,
    limit + 1,
  )
  const total = reader.row<{ total: number }>(
    `select count(*) as total from _log where true${where}`,
    ...values,
  )
  const page = rows.slice(0, limit)
  return ok({
    entries: page.map((stored) => entryOf(reader, stored)),
    next: rows.length > limit ? (page.at(-1)?.arrival ?? null) : null,
    total: total?.total ?? 0,
  })
}
