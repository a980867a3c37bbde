import * as contract from '../../shared/contract/records.ts'
import { ok } from '../../shared/contract/result.ts'
import { draftGet, draftPut } from '../../shared/contract/session.ts'
import { type Feature, onCommand, onInternal, onQuery } from '../feature.ts'
import { draftAt, forgetDraft, keepDraft } from '../store/drafts.ts'
import type { Reader } from '../store/reader.ts'
import { undo } from '../store/undo.ts'
import { exportedName, writeExported } from './exported.ts'
import { listLog } from './log-list.ts'
import { reachOf } from './reach.ts'

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
      const draft = draftAt(reader, session.officer, place)
      return ok({ value: draft?.value ?? null, saved: draft?.saved ?? null })
    }),
    onCommand(draftPut, ({ store, reader, session, now }, { place, value }) => {
      // The database opens for every officer of this device: what is sealed is not kept in it by half either.
      if (value === null || isSealedPlace(reader, place)) forgetDraft(store.db, session.officer, place)
      else keepDraft(store.db, session.officer, place, value, now())
      return ok({})
    }),
  ],
}

export { answerTo, claimIn } from './against.ts'
export { type Exported, exportedName } from './exported.ts'
