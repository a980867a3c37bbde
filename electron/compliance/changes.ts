import type { z } from 'zod'
import { cityReadsOf, directionOf, readsOf, toldApart } from '../../shared/compliance/compare.ts'
import { shifted } from '../../shared/compliance/facts.ts'
import type { Verdict } from '../../shared/compliance/state.ts'
import type * as contract from '../../shared/contract/compliance.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { Records } from '../../shared/records/index.ts'
import { complianceTexts } from '../../shared/texts/compliance.ts'
import { inTerms } from '../../shared/texts/terms.ts'
import type { QueryContext } from '../feature.ts'
import type { ComplianceBook } from './book.ts'
import { Causes } from './causes.ts'
import { beganOn, nameOf, type Opened, open } from './opened.ts'
import { shelfOf } from './shelf.ts'

type Item = z.input<typeof contract.complianceChanges.output>['items'][number]
type Sides = { readonly earlier: Opened; readonly present: Opened; readonly causes: Causes }

const mostItems = 1000
const usualDays = 30

/** By obligation; another regulation then had other duties, which cannot be held against those of now. */
const verdictsOf = (
  checks: readonly { readonly obligations: readonly string[] }[],
  verdicts: readonly Verdict[],
): ReadonlyMap<string, Verdict> =>
  new Map(checks.map(({ obligations }, n) => [obligations[0] ?? '', verdicts[n] as Verdict]))

const stepOf = (before: Verdict, after: Verdict) => ({
  before: before.state,
  after: after.state,
  direction: directionOf(before.state, after.state),
})

const itemsOf = (
  { earlier, present, causes }: Sides,
  opd: Records['opd'],
  before: Records['opd'],
): Item[] => {
  const [was, is] = [earlier.book.of(before), present.book.of(opd)]
  const verdicts = verdictsOf(earlier.book.checks, was.verdicts)
  return present.book.checks.flatMap((check, n) => {
    const [from, to] = [verdicts.get(check.obligations[0] ?? ''), is.verdicts[n] as Verdict]
    if (from === undefined || from.state === to.state) return []
    const read = readsOf(check, [was.agency, is.agency])
    return [
      {
        agency: nameOf(opd),
        obligation: check.obligations[0] ?? '',
        short: inTerms(check.short),
        ...stepOf(from, to),
        ...causes.of(read, opd.id, toldApart(from, to)),
      },
    ]
  })
}

const agenciesIn = (book: ComplianceBook) => book.agencies.map((opd) => book.of(opd).agency)

const itemsOfCity = ({ earlier, present, causes }: Sides): Item[] => {
  const verdicts = verdictsOf(earlier.book.cityChecks, earlier.book.ofCity())
  const all = present.book.ofCity()
  return present.book.cityChecks.flatMap((check, n) => {
    const [from, to] = [verdicts.get(check.obligations[0] ?? ''), all[n] as Verdict]
    if (from === undefined || from.state === to.state) return []
    const read = cityReadsOf(check, present.book.asCity, agenciesIn(present.book))
    return [
      {
        agency: null,
        obligation: check.obligations[0] ?? '',
        short: inTerms(check.short),
        ...stepOf(from, to),
        ...causes.of(read, null, toldApart(from, to)),
      },
    ]
  })
}

/**
 * Where OPDs stood at the end of a day, as the page showed it then, and where they stand now. Errors: `NotYet`, `BeforeBegin`,
 * `BeforeRegulation`.
 */
export const changes = (
  context: QueryContext,
  input: z.input<typeof contract.complianceChanges.input>,
): Result<z.input<typeof contract.complianceChanges.output>> => {
  const { session, reader } = context
  const usual = shifted(session.today, { amount: usualDays, unit: 'hari' }, -1)
  const began = beganOn(context)
  const since = input.since ?? [usual, began].toSorted().at(-1) ?? usual
  if (since > session.today) return fail('NotYet', complianceTexts.asOf.notYet)
  const [earlier, present] = [open(context, { day: since, known: since }), open(context, {})]
  if (!earlier.ok) return earlier
  if (!present.ok) return present
  const { known } = earlier.value
  const day = present.value.day
  // What was known today is what is known now.
  if (known === null) return ok({ since, day, items: [], more: 0, began: [], ended: [] })
  const shelf = shelfOf(reader)
  const causes = new Causes(context, shelf.knownRows(known), shelf.presentRows())
  const both: Sides = { earlier: earlier.value, present: present.value, causes }
  const before = new Map(earlier.value.agencies.map((opd) => [opd.id, opd]))
  const still = new Set(present.value.agencies.map(({ id }) => id))
  const items = [
    ...present.value.agencies.flatMap((opd) => {
      const was = before.get(opd.id)
      return was === undefined ? [] : itemsOf(both, opd, was)
    }),
    ...(session.opds === null ? itemsOfCity(both) : []),
  ]
  return ok({
    since,
    day,
    items: items.slice(0, mostItems),
    more: Math.max(0, items.length - mostItems),
    began: present.value.agencies.filter(({ id }) => !before.has(id)).map(nameOf),
    ended: earlier.value.agencies.filter(({ id }) => !still.has(id)).map(nameOf),
  })
}
