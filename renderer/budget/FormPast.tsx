import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { budgetHistory, type FormStep } from '../../shared/contract/budget.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { useAnswer, useClient } from '../app/client.tsx'
import { undoCommit } from '../app/commit.ts'
import { useOnce } from '../app/once.ts'
import { ErrorText, formatWhole, History, type HistoryEntry, ThinBar } from '../ui/index.ts'
import type { OpenForm } from './useFormSheet.ts'

const texts = budgetWindowTexts.form
const words = texts.past
type Change = FormStep['changes'][number]
type Told = HistoryEntry['changes'][number]

const placeOf = ({ row, number, label }: Change): string => {
  if (number !== null) return words.place(formatWhole(number), label)
  return row === null ? label : words.gone(label)
}

const told = (change: Change): Told => {
  const { kind, before, after } = change
  if (kind === 'changed') return { field: placeOf(change), before, after }
  if (kind === 'settled')
    return {
      field: placeOf(change) || words.wholeForm,
      before: null,
      after: words.settled(before),
      plain: true,
    }
  if (kind === 'corrected') {
    const after = change.label === '' ? words.ownRow : words.corrected(before, change.after)
    return { field: placeOf(change), before: null, after, plain: true }
  }
  if (kind === 'refused')
    return { field: words.wholeForm, before: null, after: words.refused(before), plain: true }
  const place = placeOf(change) || words.rows
  return kind === 'added'
    ? { field: place, before: null, after: words.added(after), plain: true }
    : { field: place, before: null, after: words.removed(before), plain: true }
}

const entryOf = (step: FormStep, canUndo: boolean): HistoryEntry => ({
  id: step.commit,
  who: [step.officer, step.capacity].filter(Boolean).join(', '),
  at: Date.parse(step.time),
  summary: step.reason,
  changes: [
    ...step.changes.map(told),
    ...(step.more > 0
      ? [{ field: words.others, before: null, after: words.more(formatWhole(step.more)), plain: true }]
      : []),
  ],
  canUndo,
})

const Steps = ({ form, row, mayUndo }: { form: string; row: string | null; mayUndo: boolean }) => {
  const client = useClient()
  const { once, busy } = useOnce()
  const { data, failure, isPending } = useAnswer(
    budgetHistory,
    { form, row },
    { records: ['budgetForm', 'budgetRow'], keep: true },
  )
  // Only the newest change can be undone here: what stands on it would be lost.
  const entries = useMemo(
    () => (data?.steps ?? []).map((step, at) => entryOf(step, at === 0 && mayUndo)),
    [data, mayUndo],
  )
  if (isPending) return <ThinBar />
  if (failure) return <ErrorText message={failure.message} />
  const undo = ({ id }: HistoryEntry) => void once(() => undoCommit(client, id))
  return <History entries={entries} onUndo={undo} busy={busy} />
}

export type PastRow = { readonly id: string; readonly number: number; readonly stored: boolean }

/** What became of the form and its rows, or of the row with the frame. */
export const FormPast = ({ form, row }: { form: OpenForm; row: PastRow | null }) => {
  const [of, setOf] = useState<'form' | 'row'>('form')
  const ofRow = of === 'row' && row !== null && row.stored
  return (
    <>
      {row?.stored ? (
        <SegmentedControl
          size="sm"
          transitionDuration={0}
          aria-label={texts.tabs.riwayat}
          data={[
            { value: 'form', label: texts.historyOf.form },
            { value: 'row', label: texts.historyOf.row(formatWhole(row.number)) },
          ]}
          value={ofRow ? 'row' : 'form'}
          onChange={(value) => setOf(value === 'row' ? 'row' : 'form')}
        />
      ) : null}
      <Steps
        key={ofRow ? row.id : form.form.id}
        form={form.form.id}
        row={ofRow ? row.id : null}
        mayUndo={Object.values(form.may).some(Boolean)}
      />
    </>
  )
}
