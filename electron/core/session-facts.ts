import { millisecondsOf } from '../../shared/clock/hlc.ts'
import { decodeHeader } from '../../shared/commit/header.ts'
import { parseRecordId } from '../../shared/commit/id.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { dayInWib } from '../../shared/format/date.ts'
import type { Records } from '../../shared/records/index.ts'
import { grantsOn, visibleOpds } from '../../shared/rules/access/index.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import type { Session } from '../feature.ts'
import { currentCredential } from '../identity/index.ts'
import { recoveryEvent } from '../store/judging/recovery.ts'
import { officerKeysFrom, publicBytes } from '../store/keys.ts'
import { commitAt } from '../store/log.ts'
import type { Reader } from '../store/reader.ts'
import { acted, allWords, type Capacity, capacitiesOn, grantOf, rolesOn } from './capacities.ts'

export const todayIn = dayInWib

const toldFor = 30 * 24 * 60 * 60 * 1000

/** When the keys in use were made with the recovery code, told for a month: whoever did it, the officer shall know. */
const recoveredAt = (reader: Reader, credential: string, now: number): string | null => {
  const id = parseRecordId(credential)
  const made = id === null ? null : commitAt(reader.statements, id.device, id.seq)
  if (made === null || now - millisecondsOf(made.hlc) > toldFor) return null
  if (decodeHeader(made.header).facts['event'] !== recoveryEvent) return null
  return new Date(millisecondsOf(made.hlc)).toISOString()
}

type Known = { readonly facts: SessionFacts; readonly capacities: readonly Capacity[] }

const knownOf = (reader: Reader, officer: Records['officer'], now: number): Known => {
  const roles = reader.where('role', { officer: officer.id })
  const credentials = reader.where('credential', { officer: officer.id })
  const today = todayIn(now)
  const capacities = capacitiesOn(reader, officer, roles, today)
  const facts = {
    officer: officer.id,
    nip: officer.nip ?? '',
    name: officer.name ?? '',
    position: officer.position ?? '',
    capacity: allWords(rolesOn(roles, today)),
    capacities: capacities.map(({ id, words }) => ({ id, words })),
    actingAs: null,
    grants: roles.flatMap(grantOf).map((grant) => ({ ...grant })),
    mustChangePassword: credentials.some(({ mustChange }) => mustChange),
    recovered: recoveredAt(reader, currentCredential(reader, officer.id)?.id ?? '', now),
    regulation: reader.where('workspace', {})[0]?.regulation ?? 'prabumulih',
  } as const
  return { facts, capacities }
}

const isOnDuty = (officer: Records['officer'] | null): officer is Records['officer'] =>
  officer !== null && officer.active !== false

/** The officer as the log knows them now, with all roles; null where unknown or no longer on duty. */
export const factsOf = (
  reader: Reader,
  officer: Records['officer'] | null,
  now: number,
): SessionFacts | null => (isOnDuty(officer) ? knownOf(reader, officer, now).facts : null)

/** The same as what the officer chose to act; null also without a role that holds today. */
export const actingFacts = (
  reader: Reader,
  officer: Records['officer'] | null,
  now: number,
): SessionFacts | null => {
  if (!isOnDuty(officer)) return null
  const { facts, capacities } = knownOf(reader, officer, now)
  return sessionAt(facts, now).grants.length === 0 ? null : acted(reader, facts, capacities)
}

const noKey = new Uint8Array()

/** The officer's keys were opened by the slot; here they must be the newest that the log knows: a reset ends earlier ones. */
export const identify = (
  reader: Reader,
  nip: string,
  seed: Uint8Array,
  now: number,
): Result<SessionFacts> => {
  const officer = reader.where('officer', { nip })[0] ?? null
  const facts = factsOf(reader, officer, now)
  const signKey = publicBytes(officerKeysFrom(seed).signing)
  const known = facts !== null && signKey.equals(currentCredential(reader, facts.officer)?.signKey ?? noKey)
  if (facts === null || !known) return fail('WrongLogin', coreTexts.wrongLogin)
  const acting = actingFacts(reader, officer, now)
  return acting === null ? fail('NoRole', coreTexts.noRole) : ok(acting)
}

/** The session at a moment: only grants that hold today. */
export const sessionAt = (facts: SessionFacts, now: number): Session => {
  const today = todayIn(now)
  const grants = grantsOn(facts.grants, today)
  return { ...facts, grants: grants.map((grant) => ({ ...grant })), today, opds: visibleOpds(grants) }
}
