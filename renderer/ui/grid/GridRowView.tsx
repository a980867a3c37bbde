// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table element; it carries the grid roles
// biome-ignore-all lint/a11y/useFocusableInteractive: the editor in the active cell holds the focus
import { memo } from 'react'
import { CellEditor } from './CellEditor.tsx'
import { formatCell, hintOf, isNumeric, linesIn } from './cell.ts'
import type { Controller } from './controller.ts'
import styles from './Grid.module.css'
import type { Mode } from './keys.ts'
import { type Doubts, markAt } from './marks.ts'
import { valueAt } from './model.ts'
import type { CellValue, Columns, GridColumn, GridRow, Mark, Marks, RowStatus } from './types.ts'

export type RowProps = {
  index: number
  top: number
  row: GridRow
  columns: Columns
  frozen: number
  marks: Marks[string] | undefined
  doubts: Doubts[string] | undefined
  status: RowStatus | undefined
  /** −1: the frame is in another row. */
  activeColumn: number
  mode: Mode
  /** −2: no list of choices is open; −1: none is marked. */
  choiceAt: number
  /** Selected columns; −1: none. `edge`: 1 top row of the selection, 2 bottom row, 3 both. */
  left: number
  right: number
  edge: number
  fillLeft: number
  fillRight: number
  fillEdge: number
  measure: (element: HTMLDivElement | null) => void
  controller: Controller
}

const glyphs = { doubt: '?', error: '!', changed: '', disputed: '≠' } as const

const MarkGlyph = ({ mark }: { mark: Mark }) => (
  <span className={styles.mark} data-kind={mark.kind} aria-hidden="true">
    {glyphs[mark.kind]}
  </span>
)

const edges = (column: number, left: number, right: number, edge: number) => {
  if (column < left || column > right || left < 0) return undefined
  return (
    [column === left ? 'l' : '', column === right ? 'r' : '', edge & 1 ? 't' : '', edge & 2 ? 'b' : ''].join(
      '',
    ) || 'in'
  )
}

type CellProps = {
  column: GridColumn
  at: number
  row: number
  value: CellValue
  frozen: boolean
  mark: Mark | undefined
  /** null: the frame is elsewhere. */
  mode: Mode | null
  choiceAt: number
  chosen: string | undefined
  filled: string | undefined
  /** Holds the fill handle. */
  handle: boolean
  controller: Controller
}

const CellView = ({
  column,
  at,
  row,
  value,
  frozen,
  mark,
  mode,
  choiceAt,
  chosen,
  filled,
  handle,
  controller,
}: CellProps) => {
  const text = formatCell(column, value)
  const lines = linesIn(column)
  return (
    <div
      role="gridcell"
      className={styles.cell}
      aria-colindex={at + 2}
      aria-selected={chosen !== undefined}
      aria-readonly={column.readOnly ?? undefined}
      aria-invalid={mark?.kind === 'error' || undefined}
      data-row={row}
      data-column={at}
      data-kind={column.kind}
      data-numeric={isNumeric(column) && typeof value !== 'string' ? true : undefined}
      data-frozen={frozen || undefined}
      data-readonly={column.readOnly || undefined}
      data-chosen={chosen}
      data-fill-range={filled}
      data-active={mode ?? undefined}
      data-mark={mark?.kind}
      title={hintOf(column, text, mark?.message)}
      style={frozen ? { left: `var(--left-${at})` } : undefined}
    >
      <span
        className={styles.text}
        style={lines > 1 ? { WebkitLineClamp: lines } : undefined}
        data-lines={lines > 1 || undefined}
      >
        {text}
      </span>
      {mark ? <MarkGlyph mark={mark} /> : null}
      {mode !== null ? (
        <CellEditor
          column={column}
          row={row}
          text={text}
          mark={mark}
          mode={mode}
          choiceAt={choiceAt}
          controller={controller}
        />
      ) : null}
      {handle ? <span data-fill className={styles.handle} aria-hidden="true" /> : null}
    </div>
  )
}

/** Drawn again only when something of its own changed: a move of the frame draws two cells, not two rows. */
const Cell = memo(CellView)

const cellProps = (column: GridColumn, at: number, props: RowProps): CellProps => {
  const { row, index, marks, doubts, mode, left, right, edge, fillLeft, fillRight, fillEdge } = props
  const value = valueAt(row, column.key)
  const isActive = at === props.activeColumn
  return {
    column,
    at,
    row: index,
    value,
    frozen: at < props.frozen,
    mark: markAt(marks, doubts, column.key, value),
    mode: isActive ? mode : null,
    choiceAt: isActive ? props.choiceAt : -2,
    chosen: edges(at, left, right, edge),
    filled: edges(at, fillLeft, fillRight, fillEdge),
    handle: at === right && (edge & 2) === 2 && mode === 'ready' && !column.readOnly,
    controller: props.controller,
  }
}

const Row = (props: RowProps) => {
  const { index, top, columns, status, left, right, measure } = props
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={styles.row}
      style={{ top }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={styles.gutter}
        data-gutter={index}
        data-on={left >= 0 || undefined}
        data-whole={(left === 0 && right === columns.length - 1) || undefined}
        title={status?.label}
      >
        {status ? (
          <span className={styles.status} data-tone={status.tone} role="img" aria-label={status.label} />
        ) : null}
        {index + 1}
      </div>
      {columns.map((column, at) => (
        <Cell key={column.key} {...cellProps(column, at, props)} />
      ))}
    </div>
  )
}

/** One row of the sheet; drawn again only when something of its own changed. */
export const GridRowView = memo(Row)
