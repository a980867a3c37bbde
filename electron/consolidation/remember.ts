import type { QueryContext } from '../feature.ts'
import type { Reader } from '../store/reader.ts'

type Kept = { readonly arrival: number; readonly answers: Map<string, unknown> }
const kept = new WeakMap<Reader, Kept>()

/** The last answers of a connection, for as long as no commit has arrived: going back and forth on a screen costs nothing. */
export const remembered = <T>({ reader, session }: QueryContext, what: string, work: () => T): T => {
  const { arrival } = reader.row<{ arrival: number | null }>('select max(arrival) as arrival from _log') as {
    arrival: number | null
  }
  let own = kept.get(reader)
  if (own === undefined || own.arrival !== (arrival ?? 0)) {
    own = { arrival: arrival ?? 0, answers: new Map() }
    kept.set(reader, own)
  }
  const key = JSON.stringify([what, session.opds])
  if (!own.answers.has(key)) own.answers.set(key, work())
  return own.answers.get(key) as T
}
