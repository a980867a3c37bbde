import type { z } from 'zod'
import type { auditVerify } from '../../shared/contract/records.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { type AtPlace, heldAgainst, type LogHead, parseHead } from '../../shared/rules/audit/head.ts'
import { anchorTexts } from '../../shared/texts/anchor.ts'
import { documentJob, type Printed } from '../document/index.ts'
import type { TaskContext } from '../feature.ts'
import { outcomeOf } from '../signature/outcome.ts'

type Input = z.output<typeof auditVerify.input>
type Output = z.input<typeof auditVerify.output>
/** A head from elsewhere, and what the signatures of the PDF say that named it (null: it was given as text). */
export type Claim = {
  readonly head: LogHead
  readonly signed: {
    readonly verdict: ReturnType<typeof outcomeOf>['verdict']
    readonly headline: string
  } | null
}

const limits = { timeoutMs: 60_000, limitMegabytes: 500 }

/** Null where nothing was given to hold the log against. Errors: `NoLogHead`, and those of a PDF that cannot be read. */
export const claimIn = async (
  { jobs, signal, now }: TaskContext,
  { against, head }: Input,
): Promise<Result<Claim | null>> => {
  const typed = head === null ? null : parseHead(head)
  if (typed !== null) return ok({ head: typed, signed: null })
  if (against === null) return ok(null)
  const order = { kind: 'printed', pdf: against.bytes, now: new Date(now()) }
  const read = await jobs.run<Printed>(documentJob, order, { ...limits, signal })
  if (!read.ok) return read
  if (read.value.head === null) return fail('NoLogHead', anchorTexts.noLogHead)
  const { verdict, headline } = outcomeOf(ok(read.value.report))
  return ok({ head: read.value.head, signed: { verdict, headline } })
}

/** Whether the log still holds what was claimed. */
export const answerTo = ({ head, signed }: Claim, here: AtPlace): NonNullable<Output['against']> => {
  const found = heldAgainst(head, here)
  const name = `${head.device}.${head.seq}`
  return {
    head: { ...head },
    found,
    last: here.last,
    here: here.hash,
    message: {
      same: anchorTexts.holds(name),
      shorter: anchorTexts.shorter(name, here.last),
      differs: anchorTexts.differs(name),
    }[found],
    signed,
  }
}
