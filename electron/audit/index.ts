import * as contract from '../../shared/contract/records.ts'
import { ok } from '../../shared/contract/result.ts'
import { draftGet, draftPut } from '../../shared/contract/session.ts'
import { type Feature, onCommand, onInternal, onQuery } from '../feature.ts'
import type { Reader } from '../store/reader.ts'
import { undo } from '../store/undo.ts'
import { exportedName, writeExported } from './exported.ts'
import { listLog } from './log-list.ts'
import { reachOf } from './reach.ts'

type Draft = { readonly value: string; readonly saved: string }

const isSealedPlace = (reader: Reader, place: string): boolean =>
  place.split(/[^A-Za-z0-9]/).some((word) => reader.catalogue.get(word)?.isSealed === true)

export const auditFeature: Feature = {
  name: 'audit',
  handlers: [
    onQuery(contract.logList, ({ reader, session }, input) => listLog(reader, session, input)),
    onQuery(contract.commitReach, ({ reader }, { commits }) => reachOf(reader, commits)),
    onInternal(exportedName, writeExported),
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
    onCommand(draftPut, ({ store, reader, session, now }, { place, value }) => {
      // The database opens for every officer of this device: what is sealed is not kept in it by half either.
      if (value === null || isSealedPlace(reader, place))
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

export { answerTo, claimIn } from './against.ts'
export { type Exported, exportedName } from './exported.ts'
