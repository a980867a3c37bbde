import { complianceTexts } from '../texts/compliance.ts'
import type { Agency, City, DeclaredRegister, Period, Subject } from './facts.ts'
import type { Behind, State, Verdict } from './state.ts'

const texts = complianceTexts

/**
 * What one record says of a duty. `lacks` and `partly` are recorded facts, `unknown` an empty field: nobody is accused of what nobody
 * was asked.
 */
export type Judged =
  | { readonly is: 'met' | 'notApplicable' }
  | { readonly is: 'partly' | 'lacks' | 'unknown'; readonly lacks: string }

export const met: Judged = { is: 'met' }
export const notApplicable: Judged = { is: 'notApplicable' }
export const lacks = (what: string): Judged => ({ is: 'lacks', lacks: what })
export const partly = (what: string): Judged => ({ is: 'partly', lacks: what })
export const unknown = (what: string): Judged => ({ is: 'unknown', lacks: what })

/** What only can be there or not be known: a number, a paper, a date. */
export const given = (word: string | null, what: string): Judged =>
  (word ?? '') === '' ? unknown(what) : met

/** Several judgements about one record: the worst, a fact before an empty field, with all that is amiss in that way. */
export const worstOf = (...all: readonly Judged[]): Judged => {
  const applicable = all.filter(({ is }) => is !== 'notApplicable')
  if (applicable.length === 0) return notApplicable
  for (const is of ['lacks', 'partly', 'unknown'] as const) {
    const amiss = applicable.flatMap((one) => (one.is === is ? [one.lacks] : []))
    if (amiss.length > 0) return { is, lacks: [...new Set(amiss)].join('; ') }
  }
  return met
}

export type Told<R> = {
  readonly type: string
  readonly rows: readonly R[]
  readonly title: (row: R) => string
  readonly judge: (row: R) => Judged
  /** “aplikasi”, and what those that are met have: “memiliki lima dokumen”. */
  readonly noun: string
  readonly has: string
  /** The register whose declaration tells that nothing is to be recorded. */
  readonly register: DeclaredRegister | null
}

const weight = { lacks: 0, partly: 1, unknown: 2, met: 3, notApplicable: 4 } as const

const stateOf = (counts: Readonly<Record<Judged['is'], number>>): State => {
  const { met, lacks, partly, unknown } = counts
  if (met + lacks + partly + unknown === 0) return 'tidak_berlaku'
  if (lacks + partly > 0) return met + partly > 0 ? 'sebagian' : 'belum_terpenuhi'
  return unknown > 0 ? 'belum_ada_data' : 'terpenuhi'
}

/** Who may have declared that there is nothing to record; null for the city as a whole. */
type Declarer = Pick<Agency, 'declared'> | null

const noRows = (by: Declarer, register: DeclaredRegister | null, noun: string): Verdict => {
  const declared = register === null ? undefined : by?.declared(register)
  return declared === undefined
    ? { state: 'belum_ada_data', words: texts.noneRecorded(noun), behind: [] }
    : {
        state: 'tidak_berlaku',
        words: texts.assessed(
          texts.noneDeclared(noun, declared.asOf ?? ''),
          (declared.decidedIn ?? '') === '' ? texts.byOfficer : '',
        ),
        behind: [{ type: 'declaration', id: declared.id, title: texts.declaration, lacks: '' }],
      }
}

/** What the records of one register say together. */
export const tally = <R extends { readonly id: string }>(by: Declarer, told: Told<R>): Verdict => {
  const { type, rows, title, judge, noun, has, register } = told
  if (rows.length === 0) return noRows(by, register, noun)
  const judged = rows.map((row) => ({ row, judged: judge(row) }))
  const counts = { met: 0, lacks: 0, partly: 0, unknown: 0, notApplicable: 0 }
  for (const { judged: one } of judged) counts[one.is] += 1
  const applicable = rows.length - counts.notApplicable
  const behind: Behind[] = judged
    .filter(({ judged: one }) => one.is !== 'notApplicable')
    .sort((a, b) => weight[a.judged.is] - weight[b.judged.is])
    .map(({ row, judged: one }) => ({
      type,
      id: row.id,
      title: title(row),
      lacks: 'lacks' in one ? one.lacks : '',
    }))
  const words =
    applicable === 0
      ? texts.noneApplicable(rows.length, noun)
      : texts.share(counts.met, applicable, noun, has, counts.unknown)
  const declared = register === null ? undefined : by?.declared(register)
  const doubt = declared?.state === 'nihil' ? texts.contradicts(declared.asOf ?? '') : ''
  return { state: stateOf(counts), words: `${words}${doubt}`, behind }
}

export const verdict = (state: State, words: string, behind: readonly Behind[] = []): Verdict => ({
  state,
  words,
  behind,
})

/** A duty whose ground does not exist: the gap is with whoever must create it. */
export const noGround = (words: string): Verdict => verdict('tidak_dapat_dinilai', words)

/** A verdict that rests on a number which the regulation does not give says whose number it is. */
export const settledBy = ({ amount, unit, paper }: Period, judged: Verdict): Verdict => ({
  ...judged,
  words: texts.ground.settled(judged.words, `${amount} ${unit.replace('_', ' ')}`, paper),
})

/** By a period that the city adopted, `what` it is for: before it did, nobody is late. */
export const byPeriod = (
  city: City,
  subject: Subject,
  what: string,
  judge: (period: Period) => Verdict,
): Verdict => {
  const period = city.period(subject)
  return period === null ? noGround(texts.ground.period(what)) : settledBy(period, judge(period))
}
