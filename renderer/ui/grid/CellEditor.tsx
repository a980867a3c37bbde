import { type FormEvent, useId } from 'react'
import { gridTexts } from '../../../shared/texts/ui.ts'
import type { Controller } from './controller.ts'
import styles from './Grid.module.css'
import type { Mode } from './keys.ts'
import type { GridColumn, Mark } from './types.ts'

export const choiceListId = 'pilihan-sel'

type Props = {
  column: GridColumn
  row: number
  /** What the cell shows. */
  text: string
  mark: Mark | undefined
  mode: Mode
  choiceAt: number
  controller: Controller
}

const combobox = (choiceAt: number) =>
  choiceAt === -2
    ? {}
    : {
        role: 'combobox',
        'aria-expanded': true,
        'aria-controls': choiceListId,
        'aria-autocomplete': 'list' as const,
        ...(choiceAt >= 0 ? { 'aria-activedescendant': `${choiceListId}-${choiceAt}` } : {}),
      }

/**
 * The text field of the active cell. It is there and holds the focus before anything is typed, so that neither the
 * first key nor an input method's first letter is lost; at rest it is empty and cannot be seen.
 */
export const CellEditor = ({ column, row, text, mark, mode, choiceAt, controller }: Props) => {
  const about = useId()
  const label = gridTexts.cell(column.heading, row + 1)
  return (
    <>
      <textarea
        ref={controller.keepEditor}
        className={styles.editor}
        data-mode={mode}
        rows={1}
        spellCheck={false}
        readOnly={column.readOnly ?? false}
        aria-label={mode === 'ready' && text !== '' ? `${label}: ${text}` : label}
        aria-describedby={mark ? about : undefined}
        {...combobox(choiceAt)}
        onInput={(event: FormEvent<HTMLTextAreaElement>) => controller.typed(event.currentTarget.value)}
        onCompositionStart={() => controller.typed('')}
      />
      <span className={styles.frame} aria-hidden="true" />
      {mark ? (
        <span id={about} className={styles.hidden}>
          {gridTexts.mark[mark.kind]}: {mark.message}
        </span>
      ) : null}
    </>
  )
}
