import { useCallback, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type Controller, makeController } from './controller.ts'
import type { Live } from './desk.ts'
import type { Mode } from './keys.ts'
import { frozenWidth, type Widths } from './layout.ts'
import type { GridProps } from './props.ts'
import { clampSelection, type Selection, selectSpot } from './selection.ts'
import type { Columns, Range } from './types.ts'
import { useSheet } from './useSheet.ts'

/** `choice`: what is typed in a cell with choices, and which of the fitting ones is marked (−1: none). */
export type View = {
  readonly selection: Selection
  readonly mode: Mode
  readonly choice: { readonly text: string; readonly at: number } | null
  readonly fill: Range | null
  readonly menu: { readonly x: number; readonly y: number } | null
  /** Last thing said to a screen reader. */
  readonly said: string
  /** Why nothing came of what was just tried in the active cell; ''. */
  readonly refused: string
}

const first: View = {
  selection: selectSpot({ row: 0, column: 0 }),
  mode: 'ready',
  choice: null,
  fill: null,
  menu: null,
  said: '',
  refused: '',
}

const lockAll = (columns: Columns, readOnly: boolean): Columns =>
  readOnly ? columns.map((column) => ({ ...column, readOnly: true })) : columns

/** All state of one grid, and the controller that acts on it; the controller keeps its identity. */
export const useGrid = (props: GridProps) => {
  const sheet = useSheet(props)
  const [view, setView] = useState(first)
  const [ownWidths, setOwnWidths] = useState<Widths>({})
  const columns = useMemo(
    () => lockAll(props.columns, props.readOnly ?? false),
    [props.columns, props.readOnly],
  )
  const size = { rows: props.rows.length, columns: columns.length }
  const selection = useMemo(
    () => clampSelection(view.selection, { rows: size.rows, columns: size.columns }),
    [view.selection, size.rows, size.columns],
  )
  const shown = useMemo(() => ({ ...view, selection }), [view, selection])
  const live = useRef<Live>(null as unknown as Live)
  const before = live.current
  live.current = {
    scroller: before?.scroller ?? null,
    editor: before?.editor ?? null,
    wantsFocus: before?.wantsFocus ?? false,
    released: before?.released ?? false,
    columns,
    sheet,
    props,
    view: shown,
    frozenWidth: frozenWidth(columns, props.frozen ?? 1, props.widths ?? ownWidths),
    setView: (change) => {
      live.current.view = change(live.current.view)
      setView(live.current.view)
    },
  }
  const controller: Controller = useMemo(() => makeController(live), [])
  useImperativeHandle(props.handle, () => controller.handle, [controller])
  const { active } = selection
  const { onActive } = props
  useLayoutEffect(() => controller.afterDraw())
  useLayoutEffect(() => onActive?.(active), [onActive, active])
  const { onWidths } = props
  const setWidths = useCallback(
    (widths: Widths) => {
      setOwnWidths(widths)
      onWidths?.(widths)
    },
    [onWidths],
  )
  return { sheet, view: shown, columns, controller, widths: props.widths ?? ownWidths, setWidths, live }
}
