import { ok, type Result } from '../../shared/contract/result.ts'
import type { ConsolidationReport } from '../../shared/rules/budget/report.ts'
import { documentTexts } from '../../shared/texts/document.ts'
import type { CommandContext } from '../feature.ts'
import type { Written } from './order.ts'

/** Name of the internal write. */
export const takenName = 'document.taken'
/** The fact by which a commit says that a document was made and handed out. */
const takenEvent = 'document'

/** A document that leaves Selaras. `head`: the entry of the log that it names as the state it shows. */
export type Taken = Pick<Written, 'digest' | 'certificate'> & {
  readonly format: 'pdf' | 'docx' | 'xlsx' | 'csv'
  /** Null where the document has no pages. */
  readonly paper: 'A4' | 'F4' | null
  readonly title: string
  readonly head: ConsolidationReport['log']
}

/** Facts of the commit that hands a document out. */
export const takenFacts = ({
  digest,
  certificate,
  format,
  head,
}: Pick<Taken, 'digest' | 'certificate' | 'head'> & { readonly format: string }): Record<string, string> => ({
  event: takenEvent,
  format,
  digest,
  head: `${head.device}.${head.seq}`,
  ...(certificate === null
    ? {}
    : { certificate: certificate.owner, issuer: certificate.issuer, serial: certificate.serial }),
})

/** Who took out which document: an entry of the log without rows, after the entry that the document names. */
export const writeTaken = (
  { store, actor }: CommandContext,
  taken: Taken,
): Result<{ readonly commit: string; readonly seq: number }> => {
  const { title, format, paper, certificate, digest } = taken
  const reason = documentTexts.taken(title, format, paper, certificate, digest)
  const done = store.commit(actor, reason, (tx) => {
    Object.assign(tx.facts, takenFacts(taken))
  })
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}
