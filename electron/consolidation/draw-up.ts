import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { consolidationTexts } from '../../shared/texts/consolidation.ts'
import type { CommandContext } from '../feature.ts'
import { totalsOfYear } from './summary.ts'

type Drawn = { readonly commit: string; readonly seq: number; readonly id: string }

/** Keeps which version of each form the consolidation held, with its sums, so that later changes show. Always over all OPDs. */
export const drawUp = (
  { store, reader, actor, session, now }: CommandContext,
  { year }: { readonly year: number },
): Result<Drawn> => {
  const { forms, all, byOpd } = totalsOfYear({ reader, session: { ...session, opds: null }, now }, year)
  if (forms.length === 0) return fail('NothingToConsolidate', consolidationTexts.refusal.nothing(year))
  const { seq } = store.head()
  const held = byOpd.map(({ form, opd, version, total, rows }) => ({ form, opd, version, total, rows, seq }))
  const values = {
    year,
    stage: 'usulan',
    drawnUp: new Date(now()).toISOString(),
    by: session.officer,
    total: all.total,
    rows: all.rows,
    forms: held,
  }
  const reason = consolidationTexts.reason.drawnUp(year, all.forms, all.total)
  const done = store.commit(actor, reason, (tx) => tx.create('consolidation', values))
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq, id: done.value.value }) : done
}
