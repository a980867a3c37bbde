import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { appTexts } from '../../shared/texts/app.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { useOnlyRead } from '../app/useOnlyRead.ts'
import { conflictAddress } from '../conflict/index.ts'
import { formatWhole } from '../ui/index.ts'
import styles from './form.module.css'
import { wrongWords } from './moneyCell.ts'
import type { OpenForm, useFormSheet } from './useFormSheet.ts'

const texts = budgetWindowTexts.form

export const whyReadOnly = ({ form, may }: OpenForm, busy: boolean, isOnlyRead: boolean): string => {
  const words = texts.readOnly
  if (may.edit) return busy ? words.saving : ''
  if (isOnlyRead) return appTexts.onlyRead
  if (!form.current) return words.notInUse
  return form.status === 'direkomendasikan' || form.status === 'dikunci' ? words[form.status] : words.role
}

type Props = {
  form: OpenForm
  sheet: ReturnType<typeof useFormSheet>
  onSave: () => void
  onDiscard: () => void
  onGo: (row: string, column: string) => void
  /** The cell with the frame is in doubt and may be found right; null: it is not. */
  onSettle: (() => void) | null
  /** Row of the cell with the frame where that was filled in differently elsewhere; null: it was not. */
  disputed: string | null
}

const Decide = ({ disputed }: Pick<Props, 'disputed'>) =>
  disputed === null ? null : (
    <Button component={Link} variant="default" href={conflictAddress.open(disputed)}>
      {conflictWindowTexts.mark.openCell}
    </Button>
  )

/** Under the rows: what is saved, what holds Simpan back, and what can be done with the cell in doubt. */
export const FormFoot = ({ form, sheet, onSave, onDiscard, onGo, onSettle, disputed }: Props) => {
  const { wrong } = sheet
  const isOnlyRead = useOnlyRead()
  if (!form.may.edit)
    return (
      <div className={styles.foot}>
        <span className={styles.state}>{whyReadOnly(form, false, isOnlyRead)}</span>
        <Decide disputed={disputed} />
      </div>
    )
  return (
    <div className={styles.foot}>
      <span className={styles.state} data-tone={sheet.dirty ? 'warn' : undefined} role="status">
        {sheet.dirty ? texts.unsaved(formatWhole(sheet.changes)) : texts.allSaved}
      </span>
      {wrong ? (
        <button type="button" className={styles.wrong} onClick={() => onGo(wrong.row, wrong.column)}>
          {wrongWords(wrong)}
        </button>
      ) : null}
      <Decide disputed={disputed} />
      {onSettle ? (
        <Button variant="default" title="F9" disabled={sheet.busy} onClick={onSettle}>
          {budgetWindowTexts.import.doubts.accept}
        </Button>
      ) : null}
      {sheet.dirty ? (
        <Button variant="default" disabled={sheet.busy} onClick={onDiscard}>
          {texts.discard}
        </Button>
      ) : null}
      <Button title="Ctrl+S" disabled={!sheet.dirty} loading={sheet.busy} onClick={onSave}>
        {texts.save}
      </Button>
    </div>
  )
}
