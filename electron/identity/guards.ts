import { deletedKey } from '../../shared/commit/part.ts'
import { fail } from '../../shared/contract/result.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { todayIn } from '../core/session-facts.ts'
import type { Reader } from '../store/reader.ts'
import type { Guard } from '../store/transaction.ts'

/** An officer's slot is found by the NIP: under another one the password would open nothing. */
export const nipStays: Guard = ({ definition, row, cells }) =>
  definition.type === 'officer' && row !== null && row['nip'] !== null && 'nip' in cells
    ? fail('NipFixed', coreTexts.nipFixed).error
    : null

/** A city has one profile: a second one would leave it open which stands on the letterhead. */
export const oneWorkspace: Guard = ({ definition, row, cells, reader }) => {
  if (definition.type !== 'workspace') return null
  if (row !== null)
    return cells[deletedKey] === 1 ? fail('OneWorkspace', coreTexts.workspaceStays).error : null
  return reader.where('workspace', {}).length > 0 ? fail('OneWorkspace', coreTexts.oneWorkspace).error : null
}

const adminsSql = `
  select role.id as role, officer.id as officer, role.until as until from role join officer on officer.id = role.officer
  where role._deleted = 0 and officer._deleted = 0 and role.role = 'admin' and role.opd is null
    and (role."from" is null or role."from" <= ?) and (role.until is null or role.until >= ?)
    and (officer.active is null or officer.active = 1)
    and exists (select 1 from credential where credential.officer = officer.id and credential._deleted = 0)`
type Admin = { readonly role: string; readonly officer: string; readonly until: string | null }

/** Roles as admin for all OPDs that hold on a day (ISO date), of officers on duty who have keys. */
export const wholeAdmins = (reader: Reader, day: string): Admin[] => reader.rows<Admin>(adminsSql, day, day)

const remains = (reader: Reader, day: string, gone: (admin: Admin) => boolean): boolean => {
  const admins = wholeAdmins(reader, day).filter(({ until }) => until === null)
  return !admins.some(gone) || admins.some((admin) => !gone(admin))
}

/** Somebody must be left who can give roles; the recovery code serves admins only. */
export const adminStays: Guard = ({ definition, row, cells, reader, now }) => {
  if (row === null) return null
  const lost = cells[deletedKey] === 1
  const ended = definition.type === 'officer' && (lost || cells['active'] === 0)
  const narrowed =
    definition.type === 'role' &&
    (lost || ['role', 'opd', 'from', 'until', 'officer'].some((key) => key in cells))
  if (!ended && !narrowed) return null
  const gone = ended ? ({ officer }: Admin) => officer === row.id : ({ role }: Admin) => role === row.id
  return remains(reader, todayIn(now), gone) ? null : fail('LastAdmin', coreTexts.lastAdmin).error
}
