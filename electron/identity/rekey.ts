import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { SessionFacts } from '../../shared/contract/session.ts'
import type { SessionService } from './session-service.ts'
import { readSlots, type SlotFile } from './slots.ts'

const longest = 60 * 60 * 1000
const megabytes = 512

/** A code whose public half is not kept cannot be sealed to: it would end with the key, so the key stays until there is a new one. */
const mayChange = (now: SlotFile, next: SlotFile): boolean => now.recovery === null || next.recovery !== null

const isOnDisk = (workspace: string, slots: SlotFile): boolean =>
  isDeepStrictEqual(readSlots(workspace), slots)

/**
 * An officer's slot was dropped since the last unlock: the database gets another key, so that a copy of the old slots opens it no
 * more. Before the first screen, when nothing else works with the data; where another process has it open, at a later unlock.
 */
export const rekeyWhenDue = async (session: SessionService, facts: SessionFacts): Promise<void> => {
  const { writer, reader, jobs } = session.parts
  if (!(await writer.isRekeyDue())) return
  const now = session.here.read()
  const officers = await reader.officers()
  const isKnown = officers.some(({ nip, account }) => nip === facts.nip && account !== null)
  if (!now.ok || now.value === null || !isKnown) return
  const newKey = new Uint8Array(randomBytes(32))
  const slots = await session.keeper.slotsFor(newKey)
  if (!mayChange(now.value, slots)) return
  const { workspace } = session
  await session.alone(async (key) => {
    const order = { workspace, key: Uint8Array.from(key), newKey, slots }
    await jobs.run('identity/job', order, { timeoutMs: longest, limitMegabytes: megabytes })
    session.here.settle()
    // Whatever became of the job: the slots say which key it is.
    if (isOnDisk(workspace, slots)) session.takeKey(newKey)
  })
}
