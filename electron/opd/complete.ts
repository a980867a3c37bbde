import type { Seen } from '../../shared/commit/header.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { standingFirst } from '../../shared/rules/opd/living.ts'
import { opdTexts } from '../../shared/texts/opd.ts'
import type { CommandContext, QueryContext } from '../feature.ts'
import { officerName, vectorOf } from '../records/index.ts'
import type { Reader } from '../store/reader.ts'

const { refusal, reason } = opdTexts

/** What was last said about the list; devices that each said it first leave two records, the newer one holds. */
const declaration = (reader: Reader) => reader.where('opdList', {}).at(-1) ?? null

const activeOpds = (reader: Reader): number =>
  reader.row<{ n: number }>('select count(*) as n from opd where _deleted = 0 and active is not 0')?.n ?? 0

const codelessOpds = (reader: Reader): number =>
  reader.row<{ n: number }>(
    `select count(*) as n from opd where _deleted = 0 and active is not 0 and coalesce(code, '') = ''`,
  )?.n ?? 0

export const registerOf = ({ reader }: QueryContext) => {
  const said = declaration(reader)
  return ok({
    opds: standingFirst(reader.where('opd', {})).map(({ id, code, name, short, head, active }) => ({
      id,
      code: code ?? '',
      name: name ?? '',
      short: short ?? '',
      head: head ?? '',
      active: active !== false,
    })),
    complete: said?.complete === true,
    by: said?.by ? officerName(reader, said.by) : '',
    at: said?.at ?? '',
    active: activeOpds(reader),
    codeless: codelessOpds(reader),
    seen: vectorOf(reader),
  })
}

/** Errors: `NothingChanged`, `Empty`, `Stale`, `Forbidden`. */
export const declareList = (
  { store, reader, actor, session, now }: CommandContext,
  { complete, seen }: { readonly complete: boolean; readonly seen: Seen },
): Result<{ commit: string; seq: number }> => {
  const said = declaration(reader)
  if ((said?.complete === true) === complete) return fail('NothingChanged', refusal.already)
  const count = activeOpds(reader)
  if (complete && count === 0) return fail('Empty', refusal.empty)
  const values = { complete, by: session.officer, at: new Date(now()).toISOString(), count }
  const done = store.commit(
    actor,
    complete ? reason.complete(count) : reason.incomplete,
    (tx) => {
      if (said === null) tx.create('opdList', values)
      else tx.update('opdList', said.id, values)
    },
    seen,
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}
