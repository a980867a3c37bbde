import { applyPatches, invert } from './model.ts'
import type { Patches, Rows } from './types.ts'

/** What was done, newest last, and what was undone, newest last. */
export type EditHistory = { readonly past: readonly Patches[]; readonly future: readonly Patches[] }
export type Sheet = { readonly rows: Rows; readonly history: EditHistory }
export type SheetAction =
  | { readonly type: 'do'; readonly patches: Patches }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
export type Step = {
  readonly sheet: Sheet /** what happened to the rows; empty where nothing did */
  readonly patches: Patches
}

const deepest = 300
export const noHistory: EditHistory = { past: [], future: [] }

const step = ({ rows, history }: Sheet, patches: Patches, next: EditHistory): Step =>
  patches.length === 0
    ? { sheet: { rows, history }, patches }
    : { sheet: { rows: applyPatches(rows, patches), history: next }, patches }

const undo = (sheet: Sheet): Step => {
  const { past, future } = sheet.history
  const last = past.at(-1)
  return last
    ? step(sheet, invert(last), { past: past.slice(0, -1), future: [...future, last] })
    : { sheet, patches: [] }
}

const redo = (sheet: Sheet): Step => {
  const { past, future } = sheet.history
  const last = future.at(-1)
  return last
    ? step(sheet, last, { past: [...past, last], future: future.slice(0, -1) })
    : { sheet, patches: [] }
}

/** Pure: rows and history after one act; an act that changes nothing leaves both as they were. */
export const sheetStep = (sheet: Sheet, action: SheetAction): Step => {
  if (action.type === 'undo') return undo(sheet)
  if (action.type === 'redo') return redo(sheet)
  return step(sheet, action.patches, {
    past: [...sheet.history.past, action.patches].slice(-deepest),
    future: [],
  })
}
