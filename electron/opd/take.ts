import type { Seen } from '../../shared/commit/header.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { opdTexts } from '../../shared/texts/opd.ts'
import type { CommandContext } from '../feature.ts'

export type TakenOpd = {
  readonly id: string | null
  readonly code: string
  readonly name: string
  readonly short: string
  readonly head: string
}
type Input = { readonly rows: readonly TakenOpd[]; readonly seen: Seen }
type Taken = {
  readonly commit: string
  readonly seq: number
  readonly created: number
  readonly changed: number
}

const { refusal, reason } = opdTexts
const loose = (text: string): string => text.trim().toLowerCase()

/** Only what says something: an empty cell takes nothing away. */
const valuesOf = ({ code, name, short, head }: TakenOpd): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ code, name, short, head }).flatMap(([key, text]) =>
      text.trim() === '' ? [] : [[key, text.trim()]],
    ),
  )

/** A code that two OPDs would have after this, or null; one that is gone leaves its code to others. */
const sharedCode = ({ reader }: CommandContext, rows: readonly TakenOpd[]): string | null => {
  const taken = new Set(rows.map(({ id }) => id))
  const codes = new Set(
    reader
      .where('opd', {})
      .filter(({ id, active }) => !taken.has(id) && active !== false)
      .map(({ code }) => loose(code ?? '')),
  )
  for (const { code } of rows) {
    const key = loose(code)
    if (key === '') continue
    if (codes.has(key)) return code.trim()
    codes.add(key)
  }
  return null
}

/** A whole list of OPDs as one commit. Errors: `CodeTaken`, `NotFound`, `NothingChanged`, `Stale`, `Forbidden`. */
export const takeOpds = (context: CommandContext, { rows, seen }: Input): Result<Taken> => {
  const { store, reader, actor } = context
  if (rows.length === 0) return fail('NothingChanged', refusal.nothing)
  if (rows.some(({ id }) => id !== null && reader.find('opd', id) === null))
    return fail('NotFound', refusal.notFound)
  const code = sharedCode(context, rows)
  if (code !== null) return fail('CodeTaken', refusal.codeTaken(code))
  const fresh = rows.filter(({ id }) => id === null)
  const changed = rows.length - fresh.length
  const done = store.commit(
    actor,
    reason.taken(fresh.length, changed),
    (tx) => {
      for (const row of rows) {
        if (row.id === null) tx.create('opd', { ...valuesOf(row), active: true })
        else tx.update('opd', row.id, valuesOf(row))
      }
    },
    seen,
  )
  return done.ok
    ? ok({ commit: done.value.commit, seq: done.value.seq, created: fresh.length, changed })
    : done
}
