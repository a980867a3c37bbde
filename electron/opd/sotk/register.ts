import { fail, type Result } from '../../../shared/contract/result.ts'
import type { Records } from '../../../shared/records/index.ts'
import { type SotkChange, sotkFault } from '../../../shared/rules/opd/sotk-change.ts'
import type { Reader } from '../../store/reader.ts'

export type Opds = ReadonlyMap<string, Records['opd']>

export const opdsOf = (reader: Reader): Opds => new Map(reader.where('opd', {}).map((opd) => [opd.id, opd]))

export const nameOf = (opds: Opds, id: string): string => opds.get(id)?.name || opds.get(id)?.code || ''

/** The OPDs that a lawful change is about; else why it is refused. */
export const checkedOpds = (reader: Reader, change: SotkChange, today: string): Result<Opds> => {
  const opds = opdsOf(reader)
  const fault = sotkFault(change, { opds, successions: reader.where('opdSuccession', {}) }, today)
  return fault === null ? { ok: true, value: opds } : fail(fault.type, fault.message, { field: fault.field })
}

/** Name of each OPD that takes over. */
export const heirsOf = ({ to }: SotkChange, opds: Opds): string[] =>
  to.map(({ id, name }) => (id === null ? name.trim() : nameOf(opds, id)))
