import { useState } from 'react'
import { recordRestore } from '../../shared/contract/restore.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { recordsRestoreTexts as texts } from '../../shared/texts/records-restore.ts'
import { useClient } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { showNotice } from '../ui/index.ts'
import type { RestorePlan } from './RestoreDialog.tsx'
import { resolved } from './stale.ts'
import { useStale } from './useStale.ts'

/** Brings fields of a record back; where that would overwrite what the officer had not seen, asks as a save does. */
export const useRestore = (definition: AnyDefinition, id: string, commit: string) => {
  const client = useClient()
  const notice = useCommitNotice()
  const stale = useStale(definition, id)
  const [state, setState] = useState<{ busy: boolean; failure: string | null }>({
    busy: false,
    failure: null,
  })
  const { type, label } = definition

  const write = async (
    plan: RestorePlan,
    fields: readonly string[],
    seen: RestorePlan['seen'],
  ): Promise<string | null> => {
    const result = await client.call(recordRestore, { type, id, commit, fields: [...fields], seen })
    if (notice(result, texts.saved(label, plan.title), { failureSaid: true }) || result.ok) return null
    const mine = Object.fromEntries(fields.map((field) => [field, plan.values[field] as never]))
    const settled = result.error.type === 'Stale' ? await stale.settle(mine, result.error, plan.titles) : null
    if (settled === null) return result.error.message
    const rest = Object.keys(resolved(mine, settled.picks))
    if (rest.length > 0) return write(plan, rest, settled.present.seen)
    showNotice({ message: recordsTexts.stale.resolved })
    return null
  }
  /** Whether it is done. */
  const restore = async (plan: RestorePlan, fields: readonly string[]): Promise<boolean> => {
    setState({ busy: true, failure: null })
    const failure = await write(plan, fields, plan.seen)
    setState({ busy: false, failure })
    return failure === null
  }
  return { ...state, restore, stale }
}
