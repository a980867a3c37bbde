import { millisecondsOf } from '../../shared/clock/hlc.ts'
import { decodeHeader } from '../../shared/commit/header.ts'
import { parseRecordId } from '../../shared/commit/id.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { dayInWib } from '../../shared/format/date.ts'
import { roleLabels } from '../../shared/records/core.ts'
import type { Records } from '../../shared/records/index.ts'
import { type Grant, grantsOn, visibleOpds } from '../../shared/rules/access/index.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import type { Session } from '../feature.ts'
import { currentCredential } from '../identity/index.ts'
import { recoveryEvent } from '../store/judging/recovery.ts'
import { officerKeysFrom, publicBytes } from '../store/keys.ts'
import { commitAt } from '../store/log.ts'
import type { Reader } from '../store/reader.ts'

export const todayIn = dayInWib

const grantOf = ({ role, opd, from, until }: Records['role']): Grant[] =>
  role === null ? [] : [{ role, opd, from, until }]

const capacityOf = (roles: readonly Records['role'][]): string => {
  const acting = roles.flatMap(({ actingFor }) =>
    actingFor === null || actingFor === '' ? [] : [`Plt. ${actingFor}`],
  )
  const names = roles.flatMap(({ role }) => (role === null ? [] : [roleLabels[role]]))
  return [...new Set([...acting, ...names])].join(', ')
}

const toldFor = 30 * 24 * 60 * 60 * 1000

/** When the keys in use were made with the recovery code, told for a month: whoever did it, the officer shall know. */
const recoveredAt = (reader: Reader, credential: string, now: number): string | null => {
  const id = parseRecordId(credential)
  const made = id === null ? null : commitAt(reader.statements, id.device, id.seq)
  if (made === null || now - millisecondsOf(made.hlc) > toldFor) return null
  if (decodeHeader(made.header).facts['event'] !== recoveryEvent) return null
  return new Date(millisecondsOf(made.hlc)).toISOString()
}

/** The officer as the log knows them now; null where unknown or no longer on duty. */
export const factsOf = (
  reader: Reader,
  officer: Records['officer'] | null,
  now: number,
): SessionFacts | null => {
  if (officer === null || officer.active === false) return null
  const roles = reader.where('role', { officer: officer.id })
  const credentials = reader.where('credential', { officer: officer.id })
  const today = todayIn(now)
  const current = roles.filter((role) => grantOf(role).some((grant) => grantsOn([grant], today).length > 0))
  return {
    officer: officer.id,
    nip: officer.nip ?? '',
    name: officer.name ?? '',
    position: officer.position ?? '',
    capacity: capacityOf(current),
    grants: roles.flatMap(grantOf).map((grant) => ({ ...grant })),
    mustChangePassword: credentials.some(({ mustChange }) => mustChange),
    recovered: recoveredAt(reader, currentCredential(reader, officer.id)?.id ?? '', now),
    regulation: reader.where('workspace', {})[0]?.regulation ?? 'prabumulih',
  }
}

const noKey = new Uint8Array()

/** The officer's keys were opened by the slot; here they must be the newest that the log knows: a reset ends earlier ones. */
export const identify = (
  reader: Reader,
  nip: string,
  seed: Uint8Array,
  now: number,
): Result<SessionFacts> => {
  const facts = factsOf(reader, reader.where('officer', { nip })[0] ?? null, now)
  const signKey = publicBytes(officerKeysFrom(seed).signing)
  const known = facts !== null && signKey.equals(currentCredential(reader, facts.officer)?.signKey ?? noKey)
  if (facts === null || !known) return fail('WrongLogin', coreTexts.wrongLogin)
  return sessionAt(facts, now).grants.length === 0 ? fail('NoRole', coreTexts.noRole) : ok(facts)
}

/** The session at a moment: only grants that hold today. */
export const sessionAt = (facts: SessionFacts, now: number): Session => {
  const today = todayIn(now)
  const grants = grantsOn(facts.grants, today)
  return { ...facts, grants: grants.map((grant) => ({ ...grant })), today, opds: visibleOpds(grants) }
}
