import { parseRecordId } from '../../shared/commit/id.ts'
import type { WrappedSeed } from '../../shared/records/core.ts'
import type { Records } from '../../shared/records/index.ts'
import { commitAt } from '../store/log.ts'
import type { Reader } from '../store/reader.ts'
import type { Transaction } from '../store/transaction.ts'
import type { PublicCode } from './recovery-code.ts'

/** X25519. */
const boxKeyLength = 32

/** The officer's password is one they chose, or has given way to a newer one: none of their keys waits for a change any more. */
export const ownPasswordChosen = (tx: Transaction, officer: string): void => {
  for (const { id, mustChange } of tx.read.where('credential', { officer }))
    if (mustChange) tx.update('credential', id, { mustChange: false })
}

/** When a record was made, by the clock of its commit and then by its device: the same on every device. */
const madeAt = (reader: Reader, id: string): readonly [number, string] => {
  const { device, seq } = parseRecordId(id) ?? { device: '', seq: 0 }
  return [commitAt(reader.statements, device, seq)?.hlc ?? 0, device]
}

/** The newest of these records. */
export const newestOf = <R extends { readonly id: string }>(
  reader: Reader,
  records: readonly R[],
): R | null => {
  const dated = records.map((record) => ({ record, made: madeAt(reader, record.id) }))
  dated.sort((a, b) => a.made[0] - b.made[0] || (a.made[1] < b.made[1] ? -1 : 1))
  return dated.at(-1)?.record ?? null
}

/** The keys with which an officer logs in: a reset or the recovery code ends earlier ones. */
export const currentCredential = (reader: Reader, officer: string): Records['credential'] | null =>
  newestOf(reader, reader.where('credential', { officer }))

/** The printed code that holds. */
export const currentCode = (reader: Reader): PublicCode | null => {
  const { salt, signKey, boxKey } = newestOf(reader, reader.where('recoveryKey', {})) ?? {}
  return salt && signKey && boxKey ? { salt, signKey, boxKey } : null
}

/** An officer as the log knows them; `account`: what a slot is made of, null for one who is no longer on duty, has no role left, or whose credential makes none. */
export type KnownOfficer = {
  readonly nip: string
  readonly name: string
  readonly account: { readonly wrapped: WrappedSeed; readonly boxKey: Uint8Array } | null
}

const officersSql = `
  select id, nip, name, (active is null or active = 1) and _deleted = 0 and exists (
    select 1 from role where role.officer = officer.id and role._deleted = 0 and role.role is not null
      and (role.until is null or role.until >= ?)) as present
  from officer where nip is not null`
type Row = {
  readonly id: string
  readonly nip: string
  readonly name: string | null
  readonly present: 0 | 1
}

/** `today`: ISO date; a role that begins later counts. */
export const knownOfficers = (reader: Reader, today: string): KnownOfficer[] =>
  reader.rows<Row>(officersSql, today).map(({ id, nip, name, present }) => {
    const { wrapped, boxKey } = (present === 1 ? currentCredential(reader, id) : null) ?? {}
    const account = wrapped && boxKey?.length === boxKeyLength ? { wrapped, boxKey } : null
    return { nip, name: name ?? nip, account }
  })
