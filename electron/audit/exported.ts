import { ok, type Result } from '../../shared/contract/result.ts'
import { headText } from '../../shared/rules/audit/head.ts'
import { auditTexts } from '../../shared/texts/audit.ts'
import type { CommandContext } from '../feature.ts'

/** Name of the internal write. */
export const exportedName = 'audit.exported'
/** `head`: the entry itself, as the stand-alone verifier takes it; `last`: what has arrived with it. */
export type Exported = { readonly head: string; readonly last: number }

/** Who took the whole log out: an entry of the log without rows, and the last one of what is taken. */
export const writeExported = ({ store, actor }: CommandContext): Result<Exported> => {
  const done = store.commit(actor, auditTexts.exported, (tx) => {
    tx.facts['event'] = 'log-export'
  })
  if (!done.ok) return done
  const { device, seq, hash } = store.head()
  return ok({
    head: headText({ device, seq, hash: Buffer.from(hash).toString('hex') }),
    last: store.log.nextArrival - 1,
  })
}
