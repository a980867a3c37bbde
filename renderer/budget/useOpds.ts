import { useMemo } from 'react'
import type { z } from 'zod'
import { recordList, type recordRow } from '../../shared/contract/records.ts'
import type { Client } from '../app/bridge.ts'
import { useAnswer } from '../app/client.tsx'
import type { KnownOpd } from './guessOpd.ts'

const all = { type: 'opd', limit: 500 } as const
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const knownOf = ({ id, values }: z.output<typeof recordRow>): KnownOpd => ({
  id,
  code: text(values.code),
  name: text(values.name) || text(values.code),
  short: text(values.short),
})
const inOrder = (opds: readonly KnownOpd[]) =>
  [...opds].sort(
    (a, b) =>
      Number(a.code === '') - Number(b.code === '') ||
      a.code.localeCompare(b.code, 'id', { numeric: true }) ||
      a.name.localeCompare(b.name, 'id'),
  )

/** Every OPD of the register, by code, those without one last; a city has some sixty. */
export const useOpds = (): readonly KnownOpd[] => {
  const { data } = useAnswer(recordList, all, { records: ['opd'], keep: true })
  return useMemo(() => inOrder((data?.rows ?? []).map(knownOf)), [data])
}

export const fetchOpds = async (client: Client): Promise<readonly KnownOpd[]> => {
  const answer = await client.call(recordList, all)
  return answer.ok ? inOrder(answer.value.rows.map(knownOf)) : []
}
