import type { z } from 'zod'
import { alikeAmong } from '../../shared/compliance/alike.ts'
import type { Verdict } from '../../shared/compliance/state.ts'
import type * as contract from '../../shared/contract/compliance.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { Records } from '../../shared/records/index.ts'
import { regulationOf } from '../../shared/regulation/index.ts'
import { complianceTexts } from '../../shared/texts/compliance.ts'
import { inTerms } from '../../shared/texts/terms.ts'
import type { QueryContext } from '../feature.ts'
import { bookOf, type ComplianceBook } from './book.ts'

export type In<C extends { input: z.ZodType }> = z.output<C['input']>
export type Out<C extends { output: z.ZodType }> = Result<z.input<C['output']>>

/** Records that one answer names; the register shows the rest. */
const mostBehind = 200

const shown = ({ state, words, behind }: Verdict): contract.ShownVerdict => ({
  state,
  words,
  behind: behind.slice(0, mostBehind),
  more: Math.max(0, behind.length - mostBehind),
})

export const nameOf = ({ id, name, short, code }: Records['opd']): contract.AgencyName => ({
  id,
  name: name ?? '',
  short: short ?? '',
  code: code ?? '',
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

export const open = ({ reader, session }: QueryContext, day: string | null) => {
  const at = day ?? session.today
  const book = bookOf(reader, at)
  const agencies = book.agencies.filter(({ id }) => session.opds === null || session.opds.includes(id))
  return { book, agencies, day: at }
}

export const matrix = (
  context: QueryContext,
  input: In<typeof contract.complianceMatrix>,
): Out<typeof contract.complianceMatrix> => {
  const { book, agencies, day } = open(context, input.day)
  const [workspace] = context.reader.where('workspace', {})
  return ok({
    regulation: regulationOf(workspace?.regulation ?? null).short,
    day,
    duties: book.checks.map(dutyOf),
    agencies: agencies.map((opd) => ({
      ...nameOf(opd),
      states: book.of(opd).verdicts.map(({ state }) => state),
    })),
  })
}

export const agency = (
  context: QueryContext,
  input: In<typeof contract.complianceAgency>,
): Out<typeof contract.complianceAgency> => {
  const { book, agencies, day } = open(context, input.day)
  const opd = agencies.find(({ id }) => id === input.opd)
  if (opd === undefined) return fail('NotFound', complianceTexts.noAgency)
  const { verdicts } = book.of(opd)
  return ok({
    agency: nameOf(opd),
    day,
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
  const { book, agencies, day } = open(context, input.day)
  const at = book.checks.findIndex(({ obligations }) => obligations.includes(input.obligation))
  const check = book.checks[at]
  if (check === undefined) return fail('NotFound', complianceTexts.noDuty)
  return ok({
    duty: dutyOf(check),
    day,
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
  const { book, day } = open(context, input.day)
  const verdicts = book.ofCity()
  return ok({
    day,
    duties: book.cityChecks.map((check, n) => ({
      ...dutyOf(check),
      bearer: inTerms(check.bearer),
      register: check.register,
      verdict: shown(verdicts[n] as Verdict),
    })),
  })
}

const mostPairs = 100

export const alike = (context: QueryContext): Out<typeof contract.complianceAlike> => {
  const { reader, session } = context
  const isSeen = (opd: string | null): boolean =>
    session.opds === null || (opd !== null && session.opds.includes(opd))
  const datasets = reader.where('dataset', {})
  const byId = new Map(datasets.map((one) => [one.id, one]))
  const told = new Set(
    reader
      .where('datasetTwin', {})
      .flatMap(({ first, second }) => [`${first} ${second}`, `${second} ${first}`]),
  )
  const named = (id: string) => {
    const { name, opd } = byId.get(id) as Records['dataset']
    return { id, title: name ?? '', agency: opd === null ? '' : (reader.find('opd', opd)?.name ?? '') }
  }
  const pairs = alikeAmong(datasets).filter(
    ({ first, second }) =>
      !told.has(`${first} ${second}`) && [first, second].some((id) => isSeen(byId.get(id)?.opd ?? null)),
  )
  return ok({
    pairs: pairs
      .slice(0, mostPairs)
      .map(({ first, second, why }) => ({ first: named(first), second: named(second), why })),
    more: Math.max(0, pairs.length - mostPairs),
  })
}
