import { recordGet } from '../../shared/contract/records.ts'
import { grantsOn } from '../../shared/rules/access/index.ts'
import { useAnswer } from '../app/client.tsx'
import { today, useSession } from '../app/session.ts'

/** The OPD that an officer keeps who keeps one alone; null for all others, and until it is read. */
export const useOwnOpd = (): { readonly id: string; readonly title: string } | null => {
  const { session } = useSession()
  const opds = new Set(grantsOn(session.grants, today()).map(({ opd }) => opd))
  const [only = null] = opds.size === 1 ? opds : []
  const { data } = useAnswer(
    recordGet,
    { type: 'opd', id: only ?? '' },
    { records: ['opd'], enabled: only !== null },
  )
  return only === null || data === undefined ? null : { id: only, title: data.title }
}
