import { millisecondsOf } from '../../shared/clock/hlc.ts'
import { deletedKey } from '../../shared/commit/part.ts'
import type { HistoryStepRow } from '../../shared/contract/records.ts'
import { longDate, longDateTime } from '../../shared/format/date.ts'
import { rupiah } from '../../shared/format/money.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell, Field } from '../../shared/records/field.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import { type HistoryStep, history } from '../store/history.ts'
import type { Reader } from '../store/reader.ts'

export const timeOf = (hlc: number): string => new Date(millisecondsOf(hlc)).toISOString()

export const officerName = (reader: Reader, id: string): string => reader.find('officer', id)?.name ?? id

/** A cell in words; '' for nothing. `field` absent: the state of the record itself. */
export const shownCell = (reader: Reader, field: Field | undefined, cell: Cell): string => {
  if (cell === null) return ''
  if (field === undefined) return cell === 1 ? recordsTexts.deleted : recordsTexts.live
  const { kind, choices, target } = field.facts
  if (kind === 'boolean') return cell === 1 ? recordsTexts.yes : recordsTexts.no
  if (kind === 'choice') return choices[String(cell)] ?? String(cell)
  if (kind === 'money') return rupiah(Number(cell))
  if (kind === 'date' || kind === 'when') return longDate(String(cell))
  if (kind === 'time') return longDateTime(String(cell))
  if (kind === 'structure' || kind === 'bytes') return recordsTexts.structured
  if (kind !== 'reference') return String(cell)
  const definition = reader.catalogue.get(target)
  const found = definition === undefined ? null : reader.find(target, String(cell))
  return definition === undefined || found === null
    ? recordsTexts.goneReference
    : reader.titleOf(definition, found)
}

const stepRow = (reader: Reader, definition: AnyDefinition, step: HistoryStep): HistoryStepRow => ({
  commit: step.commit,
  device: step.device,
  time: timeOf(step.hlc),
  officer: officerName(reader, step.officer),
  capacity: step.capacity,
  reason: step.reason,
  operation: step.operation,
  deletes: step.cells.some(({ field, after }) => field === deletedKey && after === 1),
  fields: step.cells.flatMap(({ field, before, after }) => {
    const known = definition.fields[field] as Field | undefined
    if (known === undefined && field !== deletedKey) return []
    if (known !== undefined && (known.facts.isHidden || known.facts.isConfidential)) return []
    if (step.operation === 'create' && (after === null || after === '')) return []
    const label = known?.facts.label ?? recordsTexts.deletedState
    const [was, is] = [shownCell(reader, known, before), shownCell(reader, known, after)]
    // Fields of one unit are written together, also those that stay.
    return was === is ? [] : [{ field, label, before: was, after: is }]
  }),
})

/** The history of a record as an officer reads it, newest first. */
export const historyRows = (reader: Reader, definition: AnyDefinition, id: string): HistoryStepRow[] =>
  history(reader, id)
    .map((step) => stepRow(reader, definition, step))
    .reverse()
