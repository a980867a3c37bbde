import type { KnownOfficer } from './credentials.ts'
import { Labels } from './labels.ts'
import type { PublicCode } from './recovery-code.ts'
import type { SessionService } from './session-service.ts'
import {
  changeSlots,
  type OfficerSlot,
  officerSlot,
  type SlotFile,
  withOfficers,
  withoutOfficers,
  withRecovery,
} from './slots.ts'
import { slotsOfLog } from './slots-of-log.ts'

type Change = { readonly fresh: readonly OfficerSlot[]; readonly gone: ReadonlySet<string> }

/** Keeps the slots of this computer what the log says: whoever wrote it, on whatever device. */
export class SlotKeeper {
  private readonly session: SessionService
  private readonly labels = new Labels()

  constructor(session: SessionService) {
    this.session = session
  }

  /**
   * A new officer, a password that was changed or given anew elsewhere, an officer who came back, a new printed code: each has a slot here, without
   * a password, since the database key is sealed to the public half. Whoever ended has none. Call it within `inTurn`.
   */
  async follow(): Promise<void> {
    const slots = this.session.here.read()
    const open = this.session.opened()
    if (open === null || this.session.isBusy || !slots.ok || slots.value === null) return
    const key = Uint8Array.from(open.key)
    const officers = await this.session.parts.reader.officers()
    if (!officers.some(({ nip, account }) => nip === open.facts.nip && account !== null)) return
    const { fresh, gone } = await this.changeOf(slots.value, officers, key)
    if (gone.size > 0) await this.session.parts.writer.markRekey()
    const changes = fresh.length + gone.size > 0 ? [withoutOfficers(gone), withOfficers(fresh)] : []
    const code = await this.session.parts.reader.recoveryCode()
    if (code !== null && !isOfCode(slots.value, code)) changes.push(withRecovery(code, key))
    key.fill(0)
    if (changes.length > 0) changeSlots(this.session.workspace, ...changes)
  }

  /** Slots of all officers on duty for another key than this computer's. Throws without a session. */
  async slotsFor(key: Uint8Array): Promise<SlotFile> {
    const slots = this.session.here.read()
    if (!slots.ok || slots.value === null) throw new TypeError('the workspace has no slots')
    const { reader } = this.session.parts
    const [officers, code] = await Promise.all([reader.officers(), reader.recoveryCode()])
    return slotsOfLog(slots.value, officers, code, key, this.labels)
  }

  /** Names by the labels of attempts; none for a NIP that the log does not know. */
  async namesByLabel(): Promise<ReadonlyMap<string, string>> {
    const slots = this.session.here.read()
    if (!slots.ok || slots.value === null) return new Map()
    const { value } = slots
    const officers = await this.session.parts.reader.officers()
    return new Map(
      await Promise.all(
        officers.map(async ({ nip, name }) => [await this.labels.of(value, nip), name] as const),
      ),
    )
  }

  private async changeOf(
    slots: SlotFile,
    officers: readonly KnownOfficer[],
    key: Uint8Array,
  ): Promise<Change> {
    const present = new Map(slots.officers.map((slot) => [slot.label, slot]))
    const fresh: OfficerSlot[] = []
    const kept = new Set<string>()
    for (const { nip, account } of officers) {
      if (account === null) continue
      const label = await this.labels.of(slots, nip)
      kept.add(label)
      const slot = present.get(label)
      if (slot === undefined || !sameWrapping(slot, account.wrapped))
        fresh.push(officerSlot(label, account.wrapped, account.boxKey, key))
    }
    return { fresh, gone: new Set([...present.keys()].filter((label) => !kept.has(label))) }
  }
}

const isOfCode = ({ recovery }: SlotFile, { salt }: PublicCode): boolean =>
  recovery !== null && recovery.box !== undefined && recovery.salt === Buffer.from(salt).toString('base64')

/** A nonce of its own goes into each wrapping. */
const sameWrapping = ({ seed }: OfficerSlot, wrapped: OfficerSlot['seed']): boolean =>
  seed.sealed === wrapped.sealed && seed.salt === wrapped.salt
