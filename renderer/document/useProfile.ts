import { useMemo } from 'react'
import { recordGet, recordList, recordSave } from '../../shared/contract/records.ts'
import { useAnswer, useClient } from '../app/client.tsx'
import { useMayChange } from '../app/useOnlyRead.ts'
import { profileOf, type Signer } from './signer.ts'

const blank: Readonly<Record<string, unknown>> = {}

/** The profile of the city: who signs, where; and a way to remember another signer, for those who may. */
export const useProfile = (enabled: boolean) => {
  const client = useClient()
  const { data, isPending } = useAnswer(
    recordList,
    { type: 'workspace', limit: 1 },
    { records: ['workspace'], enabled },
  )
  const row = data?.rows[0]
  const mayRemember = useMayChange(['admin'])
  const values = useMemo(() => row?.values ?? blank, [row])
  const remember = async (signer: Signer): Promise<boolean> => {
    if (row === undefined) return false
    const present = await client.call(recordGet, { type: 'workspace', id: row.id })
    if (!present.ok) return false
    const saved = await client.call(recordSave, {
      type: 'workspace',
      id: row.id,
      values: { ...profileOf(signer) },
      seen: present.value.seen,
    })
    return saved.ok
  }
  return { values, ready: !isPending, mayRemember: mayRemember && row !== undefined, remember }
}
