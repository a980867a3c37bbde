import { ok, type Result } from '../../shared/contract/result.ts'
import type { LogHead } from '../../shared/rules/audit/head.ts'
import { questionnaireTexts } from '../../shared/texts/questionnaire.ts'
import { takenFacts } from '../document/index.ts'
import type { CommandContext } from '../feature.ts'

/** Name of the internal write. */
export const sentName = 'questionnaire.sent'

/** Files that leave for OPDs. */
export type Sent = {
  readonly format: 'xlsx' | 'zip'
  /** SHA-256 of the whole, hex. */
  readonly digest: string
  readonly what: string
  readonly agencies: string
  /** Names of the registers. */
  readonly about: string
  /** Their types. */
  readonly registers: readonly string[]
  readonly due: string | null
  /** ISO moment. */
  readonly made: string
  readonly head: LogHead
  readonly items: readonly {
    readonly opd: string
    readonly code: string
    readonly seen: Readonly<Record<string, number>>
  }[]
}

/** One record for each file, with what it showed: what comes back is held against this and not against what the file says of itself. */
export const writeSent = (
  { store, actor }: CommandContext,
  sent: Sent,
): Result<{ readonly commit: string; readonly seq: number }> => {
  const { what, agencies, format, digest, about, registers, due, made, items, head } = sent
  const reason = questionnaireTexts.sent(what, agencies, format, digest)
  const done = store.commit(actor, reason, (tx) => {
    Object.assign(tx.facts, takenFacts({ format, digest, head, certificate: null }))
    for (const { opd, code, seen } of items)
      tx.create('questionnaire', { opd, code, about, made, due, registers: [...registers], seen })
  })
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}
