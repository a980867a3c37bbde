import { Button, Group, Modal, Textarea } from '@mantine/core'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { budgetSetStatus, budgetUseVersion } from '../../shared/contract/budget.ts'
import type { Failure } from '../../shared/contract/result.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { useCommitNotice } from '../app/commit.ts'
import { useOnce } from '../app/once.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { useWork } from '../app/work.ts'
import { conflictAddress } from '../conflict/index.ts'
import { ErrorText, formatWhole } from '../ui/index.ts'
import styles from './form.module.css'
import type { FormTotals } from './formTotals.ts'
import type { FormState } from './states.ts'
import type { OpenForm } from './useFormSheet.ts'

const texts = budgetWindowTexts.form
type Asking = 'sendBack' | 'recommend'

type NoteProps = {
  kind: Asking
  totals: FormTotals
  failure: Failure | null
  busy: boolean
  dirty: boolean
  onConfirm: (note: string) => void
  onClose: () => void
}

const Before = ({ dirty }: { dirty: boolean }) =>
  dirty ? <p className={styles.attention}>{texts.dialog.saveFirst}</p> : null

const hintOf = (kind: Asking, { notes, marked }: FormTotals): string => {
  if (kind === 'sendBack')
    return notes > 0 ? texts.dialog.sendBack.rows(formatWhole(notes)) : texts.dialog.sendBack.rowsNone
  return marked > 0 ? texts.dialog.recommend.marks(formatWhole(marked)) : texts.dialog.recommend.hint
}

const NoteDialog = ({ kind, totals, failure, busy, dirty, onConfirm, onClose }: NoteProps) => {
  const [note, setNote] = useState('')
  const words = texts.dialog[kind]
  return (
    <Modal
      opened
      // Neither the second click of a double click nor one that missed loses what is written.
      closeOnClickOutside={false}
      onClose={onClose}
      title={words.title}
      size={520}
      closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
    >
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          onConfirm(note)
        }}
      >
        <p>{words.text}</p>
        <Before dirty={dirty} />
        <Textarea
          data-autofocus
          label={words.label}
          description={hintOf(kind, totals)}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {failure ? (
          <ErrorText
            message={failure.message}
            action={
              typeof failure['dispute'] === 'string' ? (
                <Link href={conflictAddress.open(failure['dispute'])}>
                  {conflictWindowTexts.mark.openCell}
                </Link>
              ) : null
            }
          />
        ) : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {uiTexts.actions.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {words.confirm}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

type Props = {
  form: OpenForm
  totals: FormTotals
  dirty: boolean
  /** Writes what is typed first; false where that failed. */
  onBefore: () => Promise<boolean>
}

const doneWords = (before: FormState, after: FormState): string =>
  before === 'dikunci' ? texts.done.unlocked : texts.done[after]

/** One step at a time, and none before the page shows what the last one made of the form. */
const useStep = ({ form: { status, current } }: OpenForm) => {
  const { once, busy } = useOnce()
  const shown = `${status} ${current}`
  const latest = useRef(shown)
  latest.current = shown
  const awaited = useRef<string | null>(null)
  useEffect(() => {
    if (awaited.current !== shown) awaited.current = null
  }, [shown])
  const step = async (act: () => Promise<boolean>): Promise<boolean> => {
    if (awaited.current === shown) return false
    const went = (await once(act)) === true
    if (went && latest.current === shown) awaited.current = shown
    return went
  }
  return { step, busy }
}

const useSteps = ({ form, onBefore }: Props) => {
  const status = useWork(budgetSetStatus)
  const version = useWork(budgetUseVersion)
  const tell = useCommitNotice()
  const { step, busy } = useStep(form)
  const { id } = form.form
  /** `failureSaid`: by the dialog that asked. */
  const go = (next: FormState, note: string, failureSaid = false): Promise<boolean> =>
    step(async () => {
      if (!(await onBefore())) return false
      const result = await status.run({ form: id, status: next, note, seen: form.seen })
      return tell(result, doneWords(form.form.status, next), { failureSaid })
    })
  const use = () =>
    step(async () =>
      tell(await version.run({ form: id, seen: form.seen }), texts.done.used(formatWhole(form.form.version))),
    )
  return { go, use, busy, failure: status.failure, forget: status.forget }
}

/** The second click of a double click would fall on whatever the first one put in the button's place. */
const onceClicked = (act: () => unknown) => (event: MouseEvent) => {
  if (event.detail < 2) void act()
}

/** The life of a form: what the officer's roles and its state allow now. Diskominfo recommends, it does not approve. */
export const FormActions = (props: Props) => {
  const { form, totals } = props
  const { may } = form
  const [asking, setAsking] = useState<Asking | null>(null)
  const { go, use, busy, failure, forget } = useSteps(props)
  const mayUse = useMayChange(budgetUseVersion.roles) && !form.form.current
  const ask = (kind: Asking) => {
    forget()
    setAsking(kind)
  }
  const confirm = async (note: string) => {
    // What stands in the way of saving is asked on the page itself.
    if (!(await props.onBefore())) return setAsking(null)
    if (await go(asking === 'sendBack' ? 'dikembalikan' : 'direkomendasikan', note, true)) setAsking(null)
  }
  return (
    <>
      {may.unlock ? (
        <Button
          variant="default"
          loading={busy}
          onClick={onceClicked(() => go('direkomendasikan', form.form.statusNote))}
        >
          {texts.actions.unlock}
        </Button>
      ) : null}
      {may.examine ? (
        <Button variant="default" loading={busy} onClick={onceClicked(() => go('diperiksa', ''))}>
          {form.form.status === 'diterima' ? texts.actions.examine : texts.actions.examineAgain}
        </Button>
      ) : null}
      {may.sendBack ? (
        <Button variant="default" onClick={onceClicked(() => ask('sendBack'))}>
          {texts.actions.sendBack}
        </Button>
      ) : null}
      {may.recommend ? (
        <Button onClick={onceClicked(() => ask('recommend'))}>{texts.actions.recommend}</Button>
      ) : null}
      {may.lock ? (
        <Button loading={busy} onClick={onceClicked(() => go('dikunci', form.form.statusNote))}>
          {texts.actions.lock}
        </Button>
      ) : null}
      {mayUse ? (
        <Button loading={busy} onClick={onceClicked(use)}>
          {texts.actions.use}
        </Button>
      ) : null}
      {asking ? (
        <NoteDialog
          kind={asking}
          totals={totals}
          failure={failure}
          busy={busy}
          dirty={props.dirty}
          onConfirm={(note) => void confirm(note)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  )
}
