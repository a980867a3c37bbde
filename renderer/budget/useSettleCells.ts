import { useEffect, useRef } from 'react'
import { budgetSettleCells } from '../../shared/contract/budget.ts'
import type { InputOf } from '../../shared/contract/call.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { useCommitNotice } from '../app/commit.ts'
import { useOnce } from '../app/once.ts'
import { useWork } from '../app/work.ts'
import { formatWhole, type KeyGroup } from '../ui/index.ts'
import { cellOfColumn } from './formColumns.ts'
import type { Sheet } from './sheet.ts'
import type { OpenForm } from './useFormSheet.ts'

const texts = budgetWindowTexts.form

type Input = InputOf<typeof budgetSettleCells>
export type CellMark = Input['marks'][number]

/** Keys of the form's page beside those of the grid. */
export const formKeys: KeyGroup = {
  title: texts.keys,
  lines: [{ keys: ['F9'], label: texts.whole.settleKey }],
}

/** Open doubts of a row as they are named to the core. */
export const marksOfRow = ({ marks }: Pick<Sheet, 'marks'>, row: string): readonly CellMark[] =>
  (marks.get(row) ?? []).map(({ column, type, found }) => ({ row, column, type, found }))

/** Open doubts about one cell of the grid. */
export const doubtsAt = (sheet: Pick<Sheet, 'marks'>, row: string, column: string): readonly CellMark[] =>
  marksOfRow(sheet, row).filter((mark) => cellOfColumn(mark.column) === column)

/** “Sudah benar” for doubts about cells, with Urungkan; what is typed is written first, since the doubts rest on it. */
export const useSettleCells = (
  form: OpenForm,
  onBefore: () => Promise<boolean>,
  seen: () => Input['seen'],
) => {
  const { run } = useWork(budgetSettleCells)
  const tell = useCommitNotice()
  const { once } = useOnce()
  const settle = (marks: readonly CellMark[]): void => {
    if (marks.length === 0) return
    void once(async () => {
      if (!(await onBefore())) return false
      const result = await run({ form: form.form.id, marks: [...marks], seen: seen() })
      const { settled, settledMany } = texts.whole
      return tell(result, marks.length === 1 ? settled : settledMany(formatWhole(marks.length)))
    })
  }
  return settle
}

/** F9, beside F8 that goes to the next doubt. */
export const useSettleKey = (settle: () => void): void => {
  const latest = useRef(settle)
  latest.current = settle
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F9' || event.repeat || event.defaultPrevented) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
