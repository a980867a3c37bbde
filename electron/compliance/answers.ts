import type { Verdict } from '../../shared/compliance/state.ts'
import type * as contract from '../../shared/contract/compliance.ts'
import { fail, ok } from '../../shared/contract/result.ts'
import { complianceTexts } from '../../shared/texts/compliance.ts'
import { inTerms } from '../../shared/texts/terms.ts'
import type { QueryContext } from '../feature.ts'
import type { ComplianceBook } from './book.ts'
import { type In, isSeen, nameOf, type Out, open } from './opened.ts'

/** Records that one answer names; the register shows the rest. */
const mostBehind = 200

/** What of a verdict on the city an officer of some OPDs may see: the numbers, and the records of those OPDs. */
const seenBy = (context: QueryContext, { behind, ...said }: Verdict): Verdict =>
  context.session.opds === null
    ? { ...said, behind }
    : { ...said, behind: behind.filter(({ type, id }) => isOfSeen(context, type, id)) }

const isOfSeen = (context: QueryContext, type: string, id: string): boolean => {
  if (type === 'opd') return isSeen(context, id)
  const { scope } = context.reader.definition(type)
  const row =
    scope === null ? null : (context.reader.find(type, id) as Readonly<Record<string, unknown>> | null)
  return scope === null || (typeof row?.[scope] === 'string' && isSeen(context, row[scope]))
}

const shown = ({ state, words, behind }: Verdict): contract.ShownVerdict => ({
  state,
  words,
  behind: behind.slice(0, mostBehind),
  more: Math.max(0, behind.length - mostBehind),
})

const dutyOf = ({
  obligations,
  short,
  area,
}: ComplianceBook['checks'][number] | ComplianceBook['cityChecks'][number]) => ({
  obligation: obligations[0] ?? '',
  // Named when the checks were loaded, before anybody knew whose city it is.
  short: inTerms(short),
  area,
})

export const matrix = (
  context: QueryContext,
  input: In<typeof contract.complianceMatrix>,
): Out<typeof contract.complianceMatrix> => {
  const opened = open(context, input)
  if (!opened.ok) return opened
  const { book, agencies, ...asked } = opened.value
  return ok({
    regulation: book.regulation.short,
    ...asked,
    duties: book.checks.map(dutyOf),
    agencies: agencies.map((opd) => ({
      ...nameOf(opd),
      states: book.of(opd).verdicts.map(({ state }) => state),
    })),
  })
}

/** An OPD that is no more, or not yet, is not one that nobody may see. */
const notThere = (context: QueryContext, { opd }: In<typeof contract.complianceAgency>): string =>
  isSeen(context, opd) && context.reader.find('opd', opd) !== null
    ? complianceTexts.asOf.notThen
    : complianceTexts.noAgency

export const agency = (
  context: QueryContext,
  input: In<typeof contract.complianceAgency>,
): Out<typeof contract.complianceAgency> => {
  const opened = open(context, input)
  if (!opened.ok) return opened
  const { book, agencies, ...asked } = opened.value
  const opd = agencies.find(({ id }) => id === input.opd)
  if (opd === undefined) return fail('NotFound', notThere(context, input))
  const { verdicts } = book.of(opd)
  return ok({
    agency: nameOf(opd),
    ...asked,
    duties: book.checks.map((check, n) => ({
      ...dutyOf(check),
      register: check.register,
      verdict: shown(verdicts[n] as Verdict),
    })),
  })
}

export const duty = (
  context: QueryContext,
  input: In<typeof contract.complianceDuty>,
): Out<typeof contract.complianceDuty> => {
  const opened = open(context, input)
  if (!opened.ok) return opened
  const { book, agencies, ...asked } = opened.value
  const at = book.checks.findIndex(({ obligations }) => obligations.includes(input.obligation))
  const check = book.checks[at]
  if (check === undefined) return fail('NotFound', complianceTexts.noDuty)
  return ok({
    duty: dutyOf(check),
    ...asked,
    register: check.register,
    agencies: agencies.map((opd) => ({
      ...nameOf(opd),
      verdict: shown(book.of(opd).verdicts[at] as Verdict),
    })),
  })
}

export const city = (
  context: QueryContext,
  input: In<typeof contract.complianceCity>,
): Out<typeof contract.complianceCity> => {
  const opened = open(context, input)
  if (!opened.ok) return opened
  const { book, agencies: _seen, ...asked } = opened.value
  const verdicts = book.ofCity()
  return ok({
    ...asked,
    duties: book.cityChecks.map((check, n) => ({
      ...dutyOf(check),
      bearer: inTerms(check.bearer),
      register: check.register,
      verdict: shown(seenBy(context, verdicts[n] as Verdict)),
    })),
  })
}
