import { recordList } from '../../shared/contract/records.ts'
import { type Regulation, regulationOf } from '../../shared/regulation/index.ts'
import { useAnswer } from '../app/client.tsx'

/** The regulation by which this city is judged; null until it is known. */
export const useOwnRegulation = (): Regulation | null => {
  const { data } = useAnswer(
    recordList,
    { type: 'workspace', limit: 1 },
    { records: ['workspace'], keep: true },
  )
  const id = data?.rows[0]?.values['regulation']
  return data === undefined ? null : regulationOf(typeof id === 'string' ? id : null)
}
