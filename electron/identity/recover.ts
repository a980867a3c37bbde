import { randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { nipDigits } from '../../shared/format/nip.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { weakPassword } from './password-rules.ts'
import type { SessionService } from './session-service.ts'
import { changeSlots, openRecoverySlot, type SlotFile, withOfficer, wrapSeed } from './slots.ts'
import { accountLabels } from './tell-attempts.ts'

type OpenedByCode = { readonly databaseKey: Uint8Array; readonly secret: Uint8Array }

const enterWith = async (
  session: SessionService,
  slots: SlotFile,
  nip: string,
  password: string,
  { databaseKey: key, secret }: OpenedByCode,
): Promise<Result<SessionFacts>> => {
  const { writer } = session.parts
  const seed = randomBytes(32)
  const wrapped = await wrapSeed(seed, password)
  await session.logout()
  if (session.damaged.known !== null) return session.lockedOut(key)
  const opened = await session.openWriter(key)
  if (!opened.ok) return session.isDamage(opened.error) ? session.lockedOut(key) : opened
  const facts = await writer.recover(nip, seed, wrapped, secret)
  if (facts.ok) changeSlots(session.workspace, await withOfficer(slots, nip, seed, wrapped, key))
  return session.entered(facts, seed, key)
}

const tryCode = async (
  session: SessionService,
  code: string,
  nip: string,
  password: string,
): Promise<Result<SessionFacts>> => {
  const slots = session.here.begun()
  if (!slots.ok) return slots
  const weak = weakPassword(password, [nip, slots.value.city])
  if (weak !== null) return weak
  const opened = await session.attempt(accountLabels.recovery, 'WrongRecoveryCode', async () => {
    const found = await openRecoverySlot(slots.value, code)
    return found === null ? fail('WrongRecoveryCode', coreTexts.wrongRecovery) : ok(found)
  })
  if (!opened.ok) return opened
  await session.mayTryAgain(nip)
  return enterWith(session, slots.value, nip, password, opened.value)
}

/** The printed code opens the data and gives an admin of all OPDs a new password. Errors: `WrongRecoveryCode`, `Wait`, `WeakPassword`, `NotAdmin`, `UnknownOfficer`. */
export const recover = (session: SessionService, code: string, nip: string, password: string) =>
  session.inTurn(() => tryCode(session, code, nipDigits(nip), password))
