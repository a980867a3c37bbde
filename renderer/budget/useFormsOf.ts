import { useCallback, useEffect, useState } from 'react'
import { budgetForms, type FormSummary } from '../../shared/contract/budget.ts'
import { useChanges, useClient } from '../app/client.tsx'

const none: readonly FormSummary[] = []

/** The forms in use of each of these years, and of each change of them; none where they are not known yet. */
export const useFormsOf = (years: readonly number[]): ((year: number) => readonly FormSummary[]) => {
  const client = useClient()
  const changes = useChanges(['budgetForm', 'budgetRow', 'opd'])
  const [forms, setForms] = useState<ReadonlyMap<number, readonly FormSummary[]>>(new Map())
  const key = [...new Set(years)].sort().join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after every change
  useEffect(() => {
    let here = true
    const wanted = key === '' ? [] : key.split(' ').map(Number)
    void Promise.all(
      wanted.map(async (year) => {
        const answer = await client.call(budgetForms, { year })
        return [year, answer.ok ? answer.value.forms : none] as const
      }),
    ).then((found) => {
      if (here) setForms(new Map(found))
    })
    return () => {
      here = false
    }
  }, [client, key, changes])
  return useCallback((year: number) => forms.get(year) ?? none, [forms])
}
