import type { Ref } from 'react'
import type { Columns, GridChange, GridRow, Marks, RowStatus, Rows, Spot } from './types.ts'

export type GridHandle = {
  /** Puts the frame on a cell and the focus into the grid. */
  readonly goTo: (row: string, column: string) => void
  /** Puts the focus into the grid, where the frame stands; not out of a dialog or a field that has it. */
  readonly focus: () => void
  /** Takes over what is being typed, before a save. */
  readonly commit: () => void
  /** Puts a table at the frame, whatever `holdPaste` says. */
  readonly paste: (html: string, text: string) => void
  readonly undo: () => void
  readonly redo: () => void
}

export type GridProps = {
  /** Accessible name: “Baris anggaran Dinas Kesehatan”. */
  label: string
  columns: Columns
  /** Kept by the caller; rows that did not change keep their identity. */
  rows: Rows
  onChange: (change: GridChange) => void
  marks?: Marks
  /** What the caller counts as still to be checked, so that one number stands everywhere; else the marked cells. */
  toCheck?: number
  /** By id of the row. */
  rowStatus?: Readonly<Record<string, RowStatus>>
  /** An empty row for position `index`, with a new id; without it rows are neither added nor removed. */
  newRow?: (index: number) => GridRow
  /** Columns that stay at the left; 1 if not given. */
  frozen?: number
  /** Row of totals; true if not given. */
  totals?: boolean
  readOnly?: boolean
  /** Said where an officer types all the same: why, and what to do. */
  whyReadOnly?: string
  /** Widths that the officer chose, by key of the column; remembered by the caller. */
  widths?: Readonly<Record<string, number>>
  onWidths?: (widths: Readonly<Record<string, number>>) => void
  /** The cell under the frame, by position. */
  onActive?: (spot: Spot) => void
  handle?: Ref<GridHandle>
  /** Says whether a table on its way in is held back, for the caller to ask about. */
  holdPaste?: (html: string, text: string) => boolean
}
