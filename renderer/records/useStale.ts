import { useRef, useState } from 'react'
import { recordGet, recordHistory } from '../../shared/contract/records.ts'
import type { Failure } from '../../shared/contract/result.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { useClient } from '../app/client.tsx'
import type { FormValues } from '../ui/index.ts'
import type { Loaded } from './RecordFields.tsx'
import { type Decision, type Difference, readDifferences } from './stale.ts'

export type Picks = Readonly<Record<string, Decision>>
type Titles = Loaded['titles']

/** Where a save would overwrite what the officer had not seen: both values of each field, and what the officer decided. */
export const useStale = (definition: AnyDefinition, id: string) => {
  const client = useClient()
  const [asking, setAsking] = useState<readonly Difference[] | null>(null)
  const decide = useRef<(picks: Picks | null) => void>(() => {})
  const { type } = definition

  const ask = (differences: readonly Difference[]) =>
    new Promise<Picks | null>((resolve) => {
      decide.current = resolve
      setAsking(differences)
    })
  const answer = (picks: Picks | null) => {
    setAsking(null)
    decide.current(picks)
  }
  /** Null where nothing was decided. `mineTitles`: of records that `mine` names; null: as the record names them now. */
  const settle = async (
    mine: FormValues,
    failure: Failure,
    mineTitles: Titles | null = null,
  ): Promise<{ readonly picks: Picks; readonly present: Loaded } | null> => {
    const [present, history] = await Promise.all([
      client.call(recordGet, { type, id }),
      client.call(recordHistory, { type, id }),
    ])
    if (!present.ok) return null
    const steps = history.ok ? history.value.steps : []
    const titles = mineTitles ?? present.value.titles
    const differences = readDifferences(failure, definition, mine, titles, present.value, steps)
    const picks = differences.length === 0 ? null : await ask(differences)
    return picks === null ? null : { picks, present: present.value }
  }
  return { asking, answer, settle }
}
