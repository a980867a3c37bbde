import { existsSync, renameSync } from 'node:fs'
import { databasePath } from '../core/writer-host.ts'
import { openKeychainSlot } from './keychain-slot.ts'
import { Labels } from './labels.ts'
import type { SessionService } from './session-service.ts'
import { emptySlots, slotsPath, writeSlots } from './slots.ts'
import { slotsOfLog } from './slots-of-log.ts'

const areGone = (session: SessionService): boolean => {
  const slots = session.here.read()
  return slots.ok ? slots.value === null : slots.error.type === 'DamagedSlots'
}

const write = async (session: SessionService, key: Uint8Array): Promise<void> => {
  const { writer, reader, now } = session.parts
  const { workspace } = session
  const opened = await writer.open(workspace, key)
  const reading = opened.ok ? await reader.open(workspace, key) : opened
  if (!reading.ok) return
  const [city, officers, code] = await Promise.all([reader.city(), reader.officers(), reader.recoveryCode()])
  const slots = await slotsOfLog(emptySlots(city), officers, code, key, new Labels())
  await writer.markMended()
  if (existsSync(slotsPath(workspace)))
    renameSync(slotsPath(workspace), `${slotsPath(workspace)}.rusak-${now()}`)
  writeSlots(workspace, slots)
}

/**
 * `slots.json` is gone or does not read, while the database is there: the key that the operating system keeps makes them anew from
 * the log, and the printed code can stay where it is. Nobody is logged in by it: each opens the new slot with the own password.
 */
export const mendSlots = async (session: SessionService): Promise<void> => {
  if (isDue(session)) await session.inTurn(() => mend(session))
}

const isDue = (session: SessionService): boolean =>
  session.opened() === null && existsSync(databasePath(session.workspace)) && areGone(session)

const mend = async (session: SessionService): Promise<void> => {
  const kept = isDue(session) ? await openKeychainSlot(session.workspace, session.parts.keychain) : null
  if (kept === null) return
  try {
    await write(session, kept.key)
  } finally {
    await session.logout()
  }
}
