import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import {
  changedNames,
  type FieldErrors,
  type FieldValue,
  type FormValues,
  pick,
  type SaveOutcome,
} from './formFields.ts'

export type FormOptions = {
  /** What stands in the store; a new object with other values replaces what was not edited. */
  initial: FormValues
  /** `changed` holds only the fields that differ from `initial`. */
  onSave: (values: FormValues, changed: FormValues) => Promise<SaveOutcome>
  onDirty?: ((dirty: boolean) => void) | undefined
  /** Edits to begin with: a draft that was left unsaved. */
  edits?: FormValues | undefined
  /** Told of what differs from `initial` after every change, so that it can be kept as a draft. */
  onEdits?: ((changed: FormValues) => void) | undefined
}

type Outcome = {
  readonly message: string | null
  readonly detail: string | undefined
  readonly errors: FieldErrors
}
const fine: Outcome = { message: null, detail: undefined, errors: {} }
const failed: Outcome = { message: uiTexts.error.fallback, detail: undefined, errors: {} }

const read = (outcome: SaveOutcome): Outcome =>
  outcome.ok
    ? fine
    : { message: outcome.message ?? null, detail: outcome.detail, errors: outcome.fields ?? {} }

const useEdits = (initial: FormValues, begun: FormValues) => {
  const [base, setBase] = useState(initial)
  const [edits, setEdits] = useState<FormValues>(begun)
  useEffect(() => setBase(initial), [initial])
  const values = useMemo(() => ({ ...base, ...edits }), [base, edits])
  const changed = useMemo(() => changedNames(base, values), [base, values])
  const settle = (saved: FormValues) => {
    setBase(saved)
    setEdits((now) => pick(now, changedNames(saved, { ...saved, ...now })))
  }
  return { values, changed, setEdits, settle }
}

/** State of a form: edits over the stored values, errors by field, one save at a time. */
export const useRecordForm = ({ initial, onSave, onDirty, edits = {}, onEdits }: FormOptions) => {
  const { values, changed, setEdits, settle } = useEdits(initial, edits)
  const [outcome, setOutcome] = useState<Outcome>(fine)
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const dirty = changed.length > 0
  useEffect(() => onDirty?.(dirty), [dirty, onDirty])
  useEffect(() => onEdits?.(pick(values, changed)), [values, changed, onEdits])

  const set = useCallback(
    (name: string, value: FieldValue) => {
      setEdits((now) => ({ ...now, [name]: value }))
      setOutcome((now) => (now.errors[name] ? { ...now, errors: { ...now.errors, [name]: '' } } : now))
    },
    [setEdits],
  )
  const save = async () => {
    if (running.current) return
    running.current = true
    setBusy(true)
    const result = await onSave(values, pick(values, changed)).catch(() => null)
    setOutcome(result ? read(result) : failed)
    if (result?.ok) settle(values)
    running.current = false
    setBusy(false)
  }
  return { values, set, save, dirty, busy, outcome }
}
