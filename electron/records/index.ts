import { recordRead } from '../../shared/contract/import.ts'
import * as contract from '../../shared/contract/records.ts'
import * as restoreContract from '../../shared/contract/restore.ts'
import { fail, ok } from '../../shared/contract/result.ts'
import { recordExport, recordMany, recordSaveMany } from '../../shared/contract/sheet.ts'
import { fromCells } from '../../shared/records/cell.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import { type CommandContext, type Feature, onCommand, onQuery, onTask, type Session } from '../feature.ts'
import { disputedFields } from '../store/disputes.ts'
import type { Reader } from '../store/reader.ts'
import { attachmentHandlers } from './attachments.ts'
import { bringBack, deletedRecords } from './deleted.ts'
import { editable, titleFor } from './editable.ts'
import { exportList } from './export.ts'
import { findingsOf } from './findings.ts'
import { historyRows } from './history-view.ts'
import { definitionFor, listRecords, recordRowOf } from './list.ts'
import { manyRecords, saveMany } from './many.ts'
import { planSheet, readSheet, recordPlan } from './read.ts'
import { restorePlan, restoreRecord } from './restore.ts'
import { searchEverything } from './search.ts'
import { recordSheet, sheetPage } from './sheet.ts'
import { vectorOf } from './vector.ts'
import { viewHandlers } from './views.ts'
import { rowFor } from './visible.ts'

const getRecord = (reader: Reader, session: Session, type: string, id: string) => {
  const definition = definitionFor(reader, type)
  if (!definition.ok) return definition
  const row = rowFor(reader, definition.value, id, session)
  if (row === null) return fail('NotFound', recordsTexts.notFound, { record: id })
  return ok({
    ...recordRowOf(reader, definition.value, row),
    seen: vectorOf(reader),
    findings: findingsOf(reader, definition.value, row),
    disputed: disputedFields(reader, id),
  })
}

type SaveInput = {
  type: string
  id: string | null
  values: Record<string, unknown>
  seen: Record<string, number> | null
}

const saveRecord = ({ store, actor, session }: CommandContext, input: SaveInput) => {
  const reader = store.readerFor(input.type)
  const definition = editable(reader, input.type)
  if (!definition.ok) return definition
  const { label } = definition.value
  const before = input.id === null ? null : rowFor(reader, definition.value, input.id, session)
  if (input.id !== null && before === null)
    return fail('NotFound', recordsTexts.notFound, { record: input.id })
  const known = before === null ? {} : fromCells(definition.value, before)
  const title = titleFor(reader, definition.value, { ...known, ...input.values })
  const reason =
    input.id === null ? recordsTexts.savedNew(label, title) : recordsTexts.savedChange(label, title)
  const saved = store.commit(
    actor,
    reason,
    (tx) => {
      if (input.id === null) return tx.create(input.type, input.values)
      tx.update(input.type, input.id, input.values)
      return input.id
    },
    input.seen ?? undefined,
  )
  if (!saved.ok) return saved
  const row = rowFor(reader, definition.value, saved.value.value, session)
  const findings = row === null ? [] : findingsOf(reader, definition.value, row)
  return ok({ commit: saved.value.commit, seq: saved.value.seq, id: saved.value.value, findings })
}

const removeRecord = (
  { store, actor, session }: CommandContext,
  input: { type: string; id: string; seen: Record<string, number> },
) => {
  const reader = store.readerFor(input.type)
  const definition = editable(reader, input.type)
  if (!definition.ok) return definition
  const row = rowFor(reader, definition.value, input.id, session)
  if (row === null) return fail('NotFound', recordsTexts.notFound, { record: input.id })
  const title = titleFor(reader, definition.value, fromCells(definition.value, row))
  const removed = store.commit(
    actor,
    recordsTexts.removed(definition.value.label, title),
    (tx) => tx.remove(input.type, input.id),
    input.seen,
  )
  return removed.ok ? ok({ commit: removed.value.commit, seq: removed.value.seq }) : removed
}

const optionsFor = (reader: Reader, session: Session, type: string, text: string) => {
  const input = { type, search: text, filters: {}, sort: null, after: null, limit: 50 }
  const found = listRecords(reader, session, input)
  return found.ok ? ok({ options: found.value.rows.map(({ id, title }) => ({ id, title })) }) : found
}

export { attachmentOfItsOpd } from './attachment-rule.ts'

export const recordsFeature: Feature = {
  name: 'records',
  handlers: [
    onQuery(contract.recordList, ({ reader, session }, input) => listRecords(reader, session, input)),
    onQuery(contract.recordGet, ({ reader, session }, { type, id }) => getRecord(reader, session, type, id)),
    onQuery(contract.recordOptions, ({ reader, session }, { type, text }) =>
      optionsFor(reader, session, type, text),
    ),
    onQuery(contract.searchAll, ({ reader, session }, { text, limit }) =>
      searchEverything(reader, session, text, limit),
    ),
    onQuery(contract.recordHistory, ({ reader, session }, { type, id }) => {
      const found = getRecord(reader, session, type, id)
      return found.ok ? ok({ steps: historyRows(reader, reader.definition(type), id) }) : found
    }),
    onCommand(contract.recordSave, saveRecord),
    onCommand(contract.recordRemove, removeRecord),
    onQuery(recordMany, manyRecords),
    onCommand(recordSaveMany, saveMany),
    onQuery(recordSheet, sheetPage),
    onTask(recordExport, exportList),
    onQuery(restoreContract.recordRestorePlan, restorePlan),
    onCommand(restoreContract.recordRestore, restoreRecord),
    onQuery(restoreContract.recordDeleted, deletedRecords),
    onCommand(restoreContract.recordBringBack, bringBack),
    onQuery(recordPlan, planSheet),
    onTask(recordRead, readSheet),
    ...attachmentHandlers,
    ...viewHandlers,
  ],
}

export { storedPaper } from './attachment-write.ts'
export { titleFor } from './editable.ts'
export { officerName, shownCell, timeOf } from './history-view.ts'
export { recordRowOf } from './list.ts'
export { settleRows, writeRows } from './many.ts'
export { headOf } from './own-head.ts'
export { asTyped, namesIn } from './read.ts'
export { vectorOf } from './vector.ts'
export { papersOf, rowsOfOpd } from './visible.ts'
