import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { type Ref, type Register, resolved } from '../../shared/demo/rows.ts'
import { demoCityTexts } from '../../shared/texts/demo-city.ts'
import type { Actor, Store } from '../store/store.ts'

type Filled = { readonly type: string; readonly label: string; readonly rows: number }
type Ids = Map<string, string>

const nameOf = (type: string, key: string): string => `${type}:${key}`

const fillRegister = (store: Store, actor: Actor, { type, rows }: Register, ids: Ids): Result<Filled> => {
  const { plural } = store.reader.definition(type)
  const idOf = ({ ref, key }: Ref) => ids.get(nameOf(ref, key))
  const done = store.commit(actor, demoCityTexts.reason(plural), (tx) => {
    for (const { key, values } of rows)
      ids.set(nameOf(type, key), tx.create<string>(type, resolved(values, idOf)))
  })
  return done.ok ? ok({ type, label: plural, rows: rows.length }) : done
}

/** One commit for each register that has rows; they are made only where they can be taken. Errors: `NotEmpty`, and those of a commit. */
export const fillStore = (
  store: Store,
  actor: Actor,
  registersOf: () => readonly Register[],
): Result<readonly Filled[]> => {
  if (store.reader.where('opd', {}).length > 0) return fail('NotEmpty', demoCityTexts.notEmpty)
  const ids: Ids = new Map()
  const filled: Filled[] = []
  for (const register of registersOf().filter(({ rows }) => rows.length > 0)) {
    const done = fillRegister(store, actor, register, ids)
    if (!done.ok) return done
    filled.push(done.value)
  }
  return ok(filled)
}
