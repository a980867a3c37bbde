import { fail, ok } from '../../shared/contract/result.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { actingPlace } from '../core/capacities.ts'
import { actingFacts } from '../core/session-facts.ts'
import type { CommandContext } from '../feature.ts'
import { forgetDraft, keepDraft } from '../store/drafts.ts'

/** A choice of this device, no entry of the log: each entry that follows says as what its officer acted. */
export const actAs = (
  { store, reader, session, now }: CommandContext,
  { capacity }: { capacity: string | null },
) => {
  if (capacity !== null && !session.capacities.some(({ id }) => id === capacity))
    return fail('NotHeld', coreTexts.notHeld)
  if (capacity === null) forgetDraft(store.db, session.officer, actingPlace)
  else keepDraft(store.db, session.officer, actingPlace, capacity, now())
  const facts = actingFacts(reader, reader.find('officer', session.officer), now())
  return facts === null ? fail('NoRole', coreTexts.noRole) : ok(facts)
}
