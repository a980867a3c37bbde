import { Button } from '@mantine/core'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { appTexts } from '../../shared/texts/app.ts'
import { useDraft } from '../app/draft.ts'
import { useUnsaved } from '../app/leave.tsx'
import {
  type FieldErrors,
  type FieldGroup,
  type FormValues,
  formatMoment,
  RecordForm,
  type SaveOutcome,
} from '../ui/index.ts'
import styles from './records.module.css'

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
const readValues = (value: unknown): FormValues | null =>
  z.record(z.string(), fieldValue).safeParse(value).data ?? null

type Props = {
  label: string
  /** Under this name what is typed survives a crash and the lock. */
  place: string
  groups: readonly FieldGroup[]
  initial: FormValues
  onSave: (values: FormValues, changed: FormValues) => Promise<SaveOutcome>
  onCancel?: () => void
  onDirty?: (dirty: boolean) => void
  errors?: FieldErrors
  notes?: Readonly<Record<string, ReactNode>>
  readOnly?: boolean
  autoFocus?: boolean
}

const Found = ({ when, onRestore, onDrop }: { when: string; onRestore: () => void; onDrop: () => void }) => (
  <div className={styles.draft} role="status">
    <span className={styles.draftWords}>{appTexts.draft.found(when)}</span>
    <Button variant="subtle" onClick={onDrop}>
      {appTexts.draft.drop}
    </Button>
    <Button variant="default" onClick={onRestore}>
      {appTexts.draft.restore}
    </Button>
  </div>
)

/** Keeps edits as a draft while there are any; the first, empty telling never wipes a draft that waits to be offered. */
const useKeeping = (keep: (value: FormValues | null) => void) => {
  const had = useRef(false)
  return useCallback(
    (changed: FormValues) => {
      const any = Object.keys(changed).length > 0
      if (any) keep(changed)
      else if (had.current) keep(null)
      had.current = any
    },
    [keep],
  )
}

/** A form whose unsaved work is kept, and offered back when it was left. */
export const DraftForm = ({ place, onDirty, ...props }: Props) => {
  const draft = useDraft(place, readValues)
  const [restored, setRestored] = useState<FormValues | null>(null)
  const [dismissed, setDismissed] = useState(false)
  const [dirty, setDirty] = useState(false)
  useUnsaved(dirty)
  const onEdits = useKeeping(draft.keep)
  const tellDirty = useCallback(
    (now: boolean) => {
      setDirty(now)
      onDirty?.(now)
    },
    [onDirty],
  )
  const offered = draft.found !== null && !dismissed && restored === null && !dirty && !props.readOnly
  const when = useMemo(
    () => (draft.savedAt === null ? '' : formatMoment(Date.parse(draft.savedAt))),
    [draft.savedAt],
  )
  const drop = () => {
    setDismissed(true)
    draft.keep(null)
  }
  return (
    <>
      {offered ? <Found when={when} onRestore={() => setRestored(draft.found)} onDrop={drop} /> : null}
      <RecordForm
        key={restored === null ? 'own' : 'restored'}
        {...props}
        edits={restored ?? undefined}
        onEdits={onEdits}
        onDirty={tellDirty}
      />
    </>
  )
}
