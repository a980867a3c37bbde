import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { sweepLeftovers } from '../store/upkeep/leftovers.ts'
import { isHalfway, type Settled, settleSwap } from '../store/upkeep/swap-in.ts'
import { dropPending } from './device-request.ts'
import { readSlots, type SlotFile } from './slots.ts'

/** What lies in the folder before anybody is logged in: nothing yet, slots, or a swap of files that was cut off. */
export class WorkspaceSlots {
  readonly workspace: string
  /** What became of a restore that was cut off before this start. */
  readonly settledAtStart: Settled

  constructor(workspace: string, now: number) {
    this.workspace = workspace
    this.settledAtStart = this.settle()
    try {
      if (readSlots(workspace) !== null) dropPending(workspace)
      sweepLeftovers(workspace, now)
    } catch {
      // What cannot be removed now is tried at the next start.
    }
  }

  /** Ends a restore that was cut off. A failure leaves it halfway, which `read` tells. */
  settle(): Settled {
    try {
      return settleSwap(this.workspace)
    } catch {
      return null
    }
  }

  /** Null where nothing has begun. Errors: `RestoreUnfinished`, `DamagedSlots`. */
  read(): Result<SlotFile | null> {
    if (isHalfway(this.workspace)) this.settle()
    if (isHalfway(this.workspace)) return fail('RestoreUnfinished', coreTexts.restoreUnfinished)
    try {
      return ok(readSlots(this.workspace))
    } catch {
      return fail('DamagedSlots', coreTexts.damagedSlots)
    }
  }

  /** Those of a workspace that has begun. Errors: `NoWorkspace` and those of `read`. */
  begun(): Result<SlotFile> {
    const slots = this.read()
    if (!slots.ok) return slots
    return slots.value === null ? fail('NoWorkspace', coreTexts.noWorkspace) : ok(slots.value)
  }

  /** Somebody can log in here. Of keys that do not read nobody can, so that a restore is the only way on. */
  isBegun(): boolean {
    const slots = this.read()
    return slots.ok ? slots.value !== null : slots.error.type !== 'DamagedSlots'
  }
}
