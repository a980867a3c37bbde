import { fail, ok } from '../../shared/contract/result.ts'
import { type SessionFacts, sessionActAs } from '../../shared/contract/session.ts'
import type { WrappedSeed } from '../../shared/records/core.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { type CommandContext, type Feature, onCommand, onInternal } from '../feature.ts'
import { actAs } from './act-as.ts'
import { ownPasswordChosen } from './credentials.ts'
import { deviceHandlers } from './devices.ts'
import type { PublicCode } from './recovery-code.ts'

type NewKeys = {
  readonly signKey: Uint8Array
  readonly boxKey: Uint8Array
  readonly wrapped: WrappedSeed
}
type OfficerWrite = NewKeys & {
  readonly nip: string
  readonly name: string
  readonly position: string
  readonly rank: string
  readonly grants: SessionFacts['grants']
}

const writeOfficer = ({ store, reader, actor }: CommandContext, input: OfficerWrite) => {
  const { nip, name, position, rank, grants, signKey, boxKey, wrapped } = input
  if (reader.where('officer', { nip }).length > 0)
    return fail('OfficerExists', coreTexts.officerExists, { nip })
  const done = store.commit(actor, coreTexts.officerAdded(name), (tx) => {
    const officer = tx.create('officer', { nip, name, position, rank, active: true })
    tx.create('credential', { officer, signKey, boxKey, wrapped, mustChange: true })
    for (const { role, opd, from, until } of grants) tx.create('role', { officer, role, opd, from, until })
    return officer
  })
  return done.ok ? ok({ id: done.value.value, commit: done.value.commit }) : done
}

/** The officer's earlier keys stay in the record: older commits are signed with them. */
const resetOfficer = ({ store, reader, actor }: CommandContext, input: NewKeys & { officer: string }) => {
  const { officer, signKey, boxKey, wrapped } = input
  const found = reader.find('officer', officer)
  if (found === null || found.nip === null || found.active === false)
    return fail('UnknownOfficer', coreTexts.officerUnknown)
  const done = store.commit(actor, coreTexts.passwordReset(found.name ?? found.nip), (tx) => {
    ownPasswordChosen(tx, officer)
    tx.create('credential', { officer, signKey, boxKey, wrapped, mustChange: true })
  })
  return done.ok ? ok({ nip: found.nip, commit: done.value.commit }) : done
}

/** A new printed code: the ones before open nothing any more, on every device that learns of it. */
const writeCode = ({ store, actor }: CommandContext, code: PublicCode) => {
  const done = store.commit(actor, coreTexts.newCode, (tx) => tx.create('recoveryKey', code))
  return done.ok ? ok({ commit: done.value.commit }) : done
}

/** Writes of accounts; the keys and slots beside them are the session service's. */
export const identityFeature: Feature = {
  name: 'identity',
  handlers: [
    onCommand(sessionActAs, actAs),
    onInternal('officer.write', writeOfficer),
    onInternal('officer.reset', resetOfficer),
    onInternal('recovery.write', writeCode),
    ...deviceHandlers,
  ],
}

export {
  currentCode,
  currentCredential,
  type KnownOfficer,
  knownOfficers,
  ownPasswordChosen,
} from './credentials.ts'
export { adminStays, nipStays, oneWorkspace, wholeAdmins } from './guards.ts'
export type { PublicCode } from './recovery-code.ts'
export type { SessionService } from './session-service.ts'
export { openOfficerSlot, readSlots, slotsPath } from './slots.ts'
