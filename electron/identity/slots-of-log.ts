import type { KnownOfficer } from './credentials.ts'
import type { Labels } from './labels.ts'
import type { PublicCode } from './recovery-code.ts'
import { officerSlot, type SlotFile, withRecovery } from './slots.ts'

/** All slots for a key, from what the log knows alone: no password, no printed code. */
export const slotsOfLog = async (
  { city, labelSalt }: Pick<SlotFile, 'city' | 'labelSalt'>,
  officers: readonly KnownOfficer[],
  code: PublicCode | null,
  key: Uint8Array,
  labels: Labels,
): Promise<SlotFile> => {
  const empty: SlotFile = { format: 1, city, labelSalt, officers: [], recovery: null }
  const slots = await Promise.all(
    officers.map(async ({ nip, account }) =>
      account === null
        ? []
        : [officerSlot(await labels.of(empty, nip), account.wrapped, account.boxKey, key)],
    ),
  )
  const all = { ...empty, officers: slots.flat() }
  return code === null ? all : withRecovery(code, key)(all)
}
