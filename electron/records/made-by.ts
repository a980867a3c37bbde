import { parseRecordId } from '../../shared/commit/id.ts'
import { commitAt } from '../store/log.ts'
import type { Reader } from '../store/reader.ts'
import { officerName, timeOf } from './history-view.ts'

/** When and by whom a record was made: its id names the commit. */
export const madeBy = (reader: Reader, id: string): { readonly added: string; readonly by: string } => {
  const named = parseRecordId(id)
  const made = named === null ? null : commitAt(reader.statements, named.device, named.seq)
  return made === null
    ? { added: '', by: '' }
    : { added: timeOf(made.hlc), by: officerName(reader, made.officer) }
}
