import { dueOfAgency, dueOfCity } from '../../shared/compliance/due.ts'
import type * as contract from '../../shared/contract/compliance.ts'
import { ok } from '../../shared/contract/result.ts'
import type { QueryContext } from '../feature.ts'
import { beganOn, type In, nameOf, type Out, open } from './opened.ts'
import { duePapers } from './papers.ts'

const mostDue = 500

export const due = (
  context: QueryContext,
  input: In<typeof contract.complianceDue>,
): Out<typeof contract.complianceDue> => {
  const opened = open(context, input)
  if (!opened.ok) return opened
  const { book, agencies, day, known } = opened.value
  const window = { day, began: beganOn(context) }
  const ofAgencies = agencies.flatMap((opd) =>
    dueOfAgency(book.of(opd).agency.rows, window).map((one) => ({ ...one, agency: nameOf(opd) })),
  )
  const ofCity = context.session.opds === null ? dueOfCity(book.asCity.rows, window) : []
  const registers = [...ofAgencies, ...ofCity.map((one) => ({ ...one, agency: null }))]
  const papers = duePapers(context, window, known)
  const all = [...registers.map((one) => ({ ...one, isPaper: false })), ...papers].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  )
  return ok({ day, known, items: all.slice(0, mostDue), more: Math.max(0, all.length - mostDue) })
}
