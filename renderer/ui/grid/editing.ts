import { editText, parseCell } from './cell.ts'
import { matchingChoices } from './choices.ts'
import type { Desk } from './desk.ts'
import type { Mode } from './keys.ts'
import { setPatch, valueAt } from './model.ts'
import type { Range } from './types.ts'

/** Typing in the active cell: how it begins, is taken over, or is given up. */
export const makeEditing = ({ now, range, active, activeRow, activeColumn, select, act }: Desk) => {
  const rest = () => {
    const { editor } = now()
    if (editor) editor.value = ''
    now().wantsFocus = true
    now().setView((view) => ({ ...view, mode: 'ready', choice: null }))
  }

  /** What stands in the editor, or the choice that is marked there. */
  const editedText = (): string => {
    const { editor, view } = now()
    const column = activeColumn()
    if (view.choice && column && view.choice.at >= 0)
      return matchingChoices(column, view.choice.text)[view.choice.at]?.label ?? editor?.value ?? ''
    return editor?.value ?? ''
  }
  const commitText = (text: string, target: Range) => {
    const [rows, column] = [now().sheet.rows(), activeColumn()]
    if (!column || column.readOnly) return
    const { value, doubt } = parseCell(column, text)
    const targets = rows.slice(target.top, target.bottom + 1)
    const doubts = doubt ? targets.map(({ id }) => ({ row: id, column: column.key, message: doubt })) : []
    act(
      'edit',
      targets.flatMap((row) => setPatch(row, column.key, value)),
      doubts,
    )
  }
  const commit = () => {
    if (now().view.mode === 'ready') return
    const { row, column } = active()
    const text = editedText()
    rest()
    commitText(text, { top: row, bottom: row, left: column, right: column })
  }

  const begin = (mode: Mode, text?: string) => {
    const [{ editor }, row, column] = [now(), activeRow(), activeColumn()]
    if (!editor || !row || !column || column.readOnly) return
    if (text !== undefined || now().view.mode === 'ready')
      editor.value = text ?? editText(column, valueAt(row, column.key))
    editor.focus({ preventScroll: true })
    editor.setSelectionRange(editor.value.length, editor.value.length)
    const choice = column.kind === 'choice' ? { text: mode === 'typing' ? editor.value : '', at: -1 } : null
    now().setView((view) => ({ ...view, mode, choice }))
  }
  /** A key put text into the editor; at rest this begins a new text, and the first key is never lost. */
  const typed = (text: string) => {
    const column = activeColumn()
    const choosing = column?.kind === 'choice'
    if (now().view.mode !== 'ready' && !choosing) return
    const at = choosing && text !== '' && matchingChoices(column, text).length > 0 ? 0 : -1
    now().setView((view) => ({
      ...view,
      mode: view.mode === 'ready' ? 'typing' : view.mode,
      choice: choosing ? { text, at } : null,
    }))
  }
  const moveChoice = (by: number) =>
    now().setView((view) => {
      const column = activeColumn()
      const count = column && view.choice ? matchingChoices(column, view.choice.text).length : 0
      if (!view.choice || count === 0) return view
      return { ...view, choice: { ...view.choice, at: (view.choice.at + by + count) % count } }
    })
  const pickChoice = (label: string) => {
    const { row, column } = active()
    rest()
    commitText(label, { top: row, bottom: row, left: column, right: column })
  }

  const cancel = (): boolean => {
    if (now().view.mode === 'ready') {
      now().released = true
      return false
    }
    rest()
    return true
  }
  const commitAll = () => {
    if (now().view.mode === 'ready') return
    const [text, target, { selection }] = [editedText(), range(), now().view]
    rest()
    commitText(text, target)
    select(selection)
  }
  return { begin, typed, moveChoice, pickChoice, commit, commitAll, cancel }
}
export type Editing = ReturnType<typeof makeEditing>
