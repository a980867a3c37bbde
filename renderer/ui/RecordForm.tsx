import { Button } from '@mantine/core'
import {
  type FormEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { Link } from 'wouter'
import { uiTexts } from '../../shared/texts/ui.ts'
import { ErrorText } from './ErrorText.tsx'
import { FieldInput } from './FieldInput.tsx'
import type { Chip, Field, FieldErrors, FieldGroup, FieldValue, FormValues } from './formFields.ts'
import { Question } from './Question.tsx'
import styles from './RecordForm.module.css'
import { type FormOptions, useRecordForm } from './useRecordForm.ts'

const texts = uiTexts.form

type Props = FormOptions & {
  groups: readonly FieldGroup[]
  /** Closes the form: button Batal and Esc. With unsaved work the officer is asked first. */
  onCancel?: () => void
  /** “Simpan” if not given. */
  saveLabel?: string
  readOnly?: boolean
  /** Errors from outside (import, stale record), by field. */
  errors?: FieldErrors
  /** What is said under a field, by its name; keep the identity. */
  notes?: Readonly<Record<string, ReactNode>>
  /** Beside the buttons, left. */
  footer?: ReactNode
  /** The first field takes the focus. */
  autoFocus?: boolean
  /** Accessible name of the form. */
  label: string
}

type CellProps = {
  field: Field
  value: FieldValue
  error: string | undefined
  note: ReactNode
  set: (name: string, value: FieldValue) => void
}

const Chips = ({ chips }: { chips: readonly Chip[] }) => (
  <ul className={styles.chips} aria-label={texts.chips}>
    {chips.map(({ short, label, href }) => (
      <li key={href}>
        <Link
          className={styles.chip ?? ''}
          href={href}
          title={label}
          aria-label={`${short}, ${label}`}
          tabIndex={-1}
        >
          {short}
        </Link>
      </li>
    ))}
  </ul>
)

const Cell = memo(({ field, value, error, note, set }: CellProps) => (
  <div
    className={styles.cell}
    data-field={field.name}
    data-wide={field.wide || field.kind === 'longText' || undefined}
  >
    {(field.chips ?? []).length > 0 ? <Chips chips={field.chips ?? []} /> : null}
    <FieldInput
      field={field}
      value={value}
      error={error || undefined}
      onChange={(next) => set(field.name, next)}
    />
    {note}
  </div>
))

const AskDiscard = ({
  opened,
  onKeep,
  onDiscard,
}: {
  opened: boolean
  onKeep: () => void
  onDiscard: () => void
}) => (
  <Question
    opened={opened}
    title={texts.discardTitle}
    onClose={onKeep}
    answers={
      <>
        <Button variant="default" onClick={onDiscard}>
          {texts.discard}
        </Button>
        <Button data-autofocus onClick={onKeep}>
          {texts.keep}
        </Button>
      </>
    }
  >
    <p>{texts.discardText}</p>
  </Question>
)

/** Of two forms on a page, one within what the other is about, Ctrl+S means the one that has the focus. */
const isInAnother = (target: EventTarget | null, form: HTMLFormElement | null): boolean => {
  const focused = target instanceof Element ? target.closest('form[data-saves]') : null
  return focused !== null && focused !== form
}

const useSaveKey = (form: RefObject<HTMLFormElement | null>, save: () => void) => {
  const latest = useRef(save)
  latest.current = save
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || event.defaultPrevented)
        return
      if (isInAnother(event.target, form.current)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [form])
}

const isOpenPopup = (target: EventTarget) =>
  target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true'

/** Focus goes to the first field with an error once errors have arrived. */
const useErrorFocus = (errors: FieldErrors) => {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.values(errors).some(Boolean))
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])
  return form
}

const merged = (outer: FieldErrors | undefined, inner: FieldErrors): FieldErrors => ({ ...outer, ...inner })

const Fields = ({
  groups,
  values,
  errors,
  notes,
  set,
  readOnly,
}: {
  groups: readonly FieldGroup[]
  values: FormValues
  errors: FieldErrors
  notes: Props['notes']
  set: CellProps['set']
  readOnly: boolean
}) =>
  groups.map((group, at) => (
    <fieldset className={styles.group} key={group.title ?? at}>
      {group.title ? <legend className={styles.title}>{group.title}</legend> : null}
      <div className={styles.cells}>
        {group.fields.map((field) => (
          <Cell
            key={field.name}
            field={readOnly ? { ...field, readOnly } : field}
            value={values[field.name] ?? null}
            error={errors[field.name]}
            note={notes?.[field.name]}
            set={set}
          />
        ))}
      </div>
    </fieldset>
  ))

/** Leaves at once, after the save that is under way, or by a question where something would be lost. */
const useLeave = (dirty: boolean, busy: boolean, ask: () => void, onCancel: (() => void) | undefined) => {
  const [waiting, setWaiting] = useState(false)
  const now = () => (dirty ? ask() : onCancel?.())
  useEffect(() => {
    if (!waiting || busy) return
    setWaiting(false)
    now()
  })
  return () => (busy && !waiting ? setWaiting(true) : now())
}

/** A form from field descriptors: errors beside the field, Ctrl+S saves, Esc asks if something would be lost. */
export const RecordForm = ({
  groups,
  onCancel,
  saveLabel,
  readOnly = false,
  errors,
  notes,
  footer,
  autoFocus = false,
  label,
  ...options
}: Props) => {
  const { values, set, save, dirty, busy, outcome } = useRecordForm(options)
  const [asking, setAsking] = useState(false)
  const form = useErrorFocus(outcome.errors)
  useSaveKey(form, () => !readOnly && void save())
  useEffect(() => {
    if (autoFocus) form.current?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea')?.focus()
  }, [autoFocus, form])
  const leave = useLeave(dirty, busy, () => setAsking(true), onCancel)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isOpenPopup(event.target) || !onCancel) return
    event.preventDefault()
    leave()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <>
      <form
        ref={form}
        className={styles.form}
        aria-label={label}
        data-saves
        noValidate
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
      >
        <Fields
          groups={groups}
          values={values}
          errors={merged(errors, outcome.errors)}
          notes={notes}
          set={set}
          readOnly={readOnly}
        />
        {outcome.message ? <ErrorText message={outcome.message} detail={outcome.detail} /> : null}
        {readOnly ? null : (
          <div className={styles.footer}>
            <div className={styles.state}>{footer ?? (dirty ? texts.unsaved : null)}</div>
            {onCancel ? (
              <Button variant="default" onClick={leave}>
                {uiTexts.actions.cancel}
              </Button>
            ) : null}
            <Button type="submit" loading={busy} title="Ctrl+S">
              {saveLabel ?? uiTexts.actions.save}
            </Button>
          </div>
        )}
      </form>
      <AskDiscard
        opened={asking}
        onKeep={() => setAsking(false)}
        onDiscard={() => {
          setAsking(false)
          onCancel?.()
        }}
      />
    </>
  )
}
