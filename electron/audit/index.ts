import * as contract from '../../shared/contract/records.ts'
import { ok } from '../../shared/contract/result.ts'
import { draftGet, draftPut } from '../../shared/contract/session.ts'
import { type Feature, onCommand, onQuery, type Session } from '../feature.ts'
import { officerName, timeOf } from '../records/index.ts'
import type { StoredCommit } from '../store/log.ts'
import type { Reader } from '../store/reader.ts'
import { undo } from '../store/undo.ts'

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

/** Reasons name forms and amounts: an officer of some OPDs sees the own entries, one of all OPDs sees every entry. */
const listLog = (reader: Reader, session: Session, before: number | null, limit: number) => {
  const own = session.opds === null ? '' : 'officer = @officer and '
  const given = { before: before ?? Number.MAX_SAFE_INTEGER, limit: limit + 1, officer: session.officer }
  const rows = reader.statements
    .get(`select * from _log where ${own} arrival < @before order by arrival desc limit @limit`)
    .all(given) as StoredCommit[]
  const page = rows.slice(0, limit)
  const { total } = reader.statements
    .get(`select count(*) as total from _log where ${own} arrival < @before`)
    .get({ ...given, before: Number.MAX_SAFE_INTEGER }) as { total: number }
  return ok({
    entries: page.map((stored) => entryOf(reader, stored)),
    next: rows.length > limit ? (page.at(-1)?.arrival ?? null) : null,
    total,
  })
}

type Draft = { readonly value: string; readonly saved: string }

export const auditFeature: Feature = {
  name: 'audit',
  handlers: [
    onQuery(contract.logList, ({ reader, session }, { before, limit }) =>
      listLog(reader, session, before, limit),
    ),
    onCommand(contract.commitUndo, ({ store, actor }, { commit }) => {
      const done = undo(store, actor, commit)
      return done.ok
        ? ok({ commit: done.value.commit, seq: done.value.seq, records: done.value.value })
        : done
    }),
    onQuery(draftGet, ({ reader, session }, { place }) => {
      const draft = reader.row<Draft>(
        'select value, saved from _localDraft where officer = ? and place = ?',
        session.officer,
        place,
      )
      return ok({ value: draft?.value ?? null, saved: draft?.saved ?? null })
    }),
    onCommand(draftPut, ({ store, session, now }, { place, value }) => {
      if (value === null)
        store.db
          .prepare('delete from _localDraft where officer = ? and place = ?')
          .run(session.officer, place)
      else {
        const sql =
          'insert into _localDraft (officer, place, value, saved) values (?, ?, ?, ?) on conflict (officer, place) do update set value = excluded.value, saved = excluded.saved'
        store.db.prepare(sql).run(session.officer, place, value, new Date(now()).toISOString())
      }
      return ok({})
    }),
  ],
}
