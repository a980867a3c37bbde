import { randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { officerKeysFrom, publicBytes } from '../store/keys.ts'
import { weakPassword } from './password-rules.ts'
import { makeFirstPassword, makeRecoveryCode } from './recovery-code.ts'
import type { Open, SessionService } from './session-service.ts'
import { changeSlots, type SlotFile, withOfficer, withRecovery, wrapSeed } from './slots.ts'

export type NewOfficer = {
  readonly nip: string
  readonly name: string
  readonly position: string
  readonly rank: string
  readonly password: string
  readonly grants: SessionFacts['grants']
}

type Present = Pick<Open, 'facts' | 'seed' | 'key'> & { readonly slots: SlotFile }

/** Copies of the keys: those of the session are overwritten when it ends, which may be while this still works. */
const present = (session: SessionService): Result<Present> => {
  const slots = session.here.read()
  if (!slots.ok) return slots
  const open = session.opened()
  if (open === null || slots.value === null) return fail('NeedsLogin', coreTexts.needsLogin)
  const { facts, seed, key } = open
  return ok({ facts, seed: Uint8Array.from(seed), key: Uint8Array.from(key), slots: slots.value })
}

const changeTo = async (
  session: SessionService,
  current: string,
  next: string,
): Promise<Result<{ commit: string; seq: number }>> => {
  const found = present(session)
  if (!found.ok) return found
  const { facts, seed, key, slots } = found.value
  const weak = weakPassword(next, [facts.nip, facts.name, slots.city])
  if (weak !== null) return weak
  const checked = await session.checkPassword(current)
  if (!checked.ok) return checked
  if (next.normalize('NFC') === current.normalize('NFC')) return fail('WeakPassword', coreTexts.samePassword)
  const wrapped = await wrapSeed(seed, next)
  const done = await session.parts.writer.rewrap(facts, wrapped)
  if (!done.ok) return done
  changeSlots(session.workspace, await withOfficer(slots, facts.nip, seed, wrapped, key))
  await session.fresh()
  return done
}
export const changePassword = (session: SessionService, current: string, next: string) =>
  session.inTurn(() => changeTo(session, current, next))

type WriteOfficer = (name: string, input: unknown) => Promise<Result<{ id: string; commit: string }>>

const add = async (
  session: SessionService,
  officer: NewOfficer,
  write: WriteOfficer,
): Promise<Result<{ id: string; commit: string }>> => {
  const found = present(session)
  if (!found.ok) return found
  const { key, slots } = found.value
  const weak = weakPassword(officer.password, [officer.nip, officer.name, slots.city])
  if (weak !== null) return weak
  const seed = randomBytes(32)
  const keys = officerKeysFrom(seed)
  const wrapped = await wrapSeed(seed, officer.password)
  const { password: _password, ...shown } = officer
  const input = { ...shown, signKey: publicBytes(keys.signing), boxKey: publicBytes(keys.boxing), wrapped }
  const written = await write('officer.write', input)
  if (written.ok) changeSlots(session.workspace, await withOfficer(slots, officer.nip, seed, wrapped, key))
  return written
}
export const addOfficer = (session: SessionService, officer: NewOfficer, write: WriteOfficer) =>
  session.inTurn(() => add(session, officer, write))

type WriteReset = (name: string, input: unknown) => Promise<Result<{ nip: string; commit: string }>>

/** New keys for the officer: the old ones are sealed with a password that nobody knows any more. */
const reset = async (
  session: SessionService,
  officer: string,
  password: string,
  write: WriteReset,
): Promise<Result<{ firstPassword: string; commit: string }>> => {
  const checked = await session.checkPassword(password)
  if (!checked.ok) return checked
  const found = present(session)
  if (!found.ok) return found
  const { facts, key, slots } = found.value
  if (officer === facts.officer) return fail('OwnPassword', coreTexts.ownPassword)
  const firstPassword = makeFirstPassword(randomBytes)
  const seed = randomBytes(32)
  const keys = officerKeysFrom(seed)
  const wrapped = await wrapSeed(seed, firstPassword)
  const input = { officer, signKey: publicBytes(keys.signing), boxKey: publicBytes(keys.boxing), wrapped }
  const written = await write('officer.reset', input)
  if (!written.ok) return written
  const { nip, commit } = written.value
  changeSlots(session.workspace, await withOfficer(slots, nip, seed, wrapped, key))
  await session.mayTryAgain(nip)
  return ok({ firstPassword, commit })
}
export const resetPassword = (
  session: SessionService,
  officer: string,
  password: string,
  write: WriteReset,
) => session.inTurn(() => reset(session, officer, password, write))

type WriteCode = (name: string, input: unknown) => Promise<Result<{ commit: string }>>

const renewCode = async (
  session: SessionService,
  password: string,
  write: WriteCode,
): Promise<Result<{ recoveryCode: string }>> => {
  const checked = await session.checkPassword(password)
  if (!checked.ok) return checked
  const found = present(session)
  if (!found.ok) return found
  const { code, known } = await makeRecoveryCode()
  const written = await write('recovery.write', known)
  if (!written.ok) return written
  changeSlots(session.workspace, withRecovery(known, found.value.key))
  return ok({ recoveryCode: code })
}
/** An entry of the log: devices that learn of it take the new code and no other. */
export const newRecoveryCode = (session: SessionService, password: string, write: WriteCode) =>
  session.inTurn(() => renewCode(session, password, write))
