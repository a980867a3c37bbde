import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type HistoryStepRow, recordHistory } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { useAnswer, useClient } from '../app/client.tsx'
import { undoCommit } from '../app/commit.ts'
import { ErrorText, History, type HistoryEntry, ThinBar } from '../ui/index.ts'
import { RestoreDialog } from './RestoreDialog.tsx'
import styles from './records.module.css'
import { useMayWrite } from './useMayWrite.ts'

const entryOf = (step: HistoryStepRow, mayUndo: boolean, isNewest: boolean): HistoryEntry => ({
  id: step.commit,
  who: [step.officer, step.capacity].filter(Boolean).join(', '),
  at: Date.parse(step.time),
  summary:
    step.reason ||
    (step.operation === 'create' ? recordsTexts.history.created : recordsTexts.history.changed),
  changes: step.fields.map(({ label, before, after }) => ({ field: label, before, after })),
  canUndo: mayUndo,
  canRestore: mayUndo && !isNewest && !step.deletes,
})

/** Who changed what and when, each undone where nothing later stands on it; and the record as it was after each. */
export const HistoryTab = ({ definition, id }: { definition: AnyDefinition; id: string }) => {
  const client = useClient()
  const mayUndo = useMayWrite(definition) && definition.undoable
  const [busy, setBusy] = useState(false)
  const [restoring, setRestoring] = useState<HistoryEntry | null>(null)
  const { type } = definition
  const { data, failure, isPending, retry } = useAnswer(
    recordHistory,
    { type, id },
    { records: [type], keep: true },
  )
  const entries = useMemo(
    () => (data?.steps ?? []).map((step, at) => entryOf(step, mayUndo, at === 0)),
    [data, mayUndo],
  )
  const undo = async ({ id: commit }: HistoryEntry) => {
    setBusy(true)
    await undoCommit(client, commit)
    setBusy(false)
  }
  if (isPending) return <ThinBar />
  if (failure)
    return (
      <div className={styles.message}>
        <ErrorText
          message={failure.message}
          action={<Button onClick={retry}>{uiTexts.actions.retry}</Button>}
        />
      </div>
    )
  return (
    <div className={styles.fields}>
      <History entries={entries} onUndo={(entry) => void undo(entry)} onRestore={setRestoring} busy={busy} />
      {restoring === null ? null : (
        <RestoreDialog definition={definition} id={id} entry={restoring} onClose={() => setRestoring(null)} />
      )}
    </div>
  )
}
