import { auditTexts } from '../../shared/texts/audit.ts'
import { formatWhole } from '../ui/format.ts'

/** How many records an act wrote; “tidak ada” where it only took something, as an export does. */
export const changedData = (records: number): string =>
  records === 0 ? auditTexts.log.rowsNone : formatWhole(records)
