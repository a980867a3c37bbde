// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table element; it carries the grid roles
// biome-ignore-all lint/a11y/useFocusableInteractive: the editor in the active cell holds the focus
import { memo, type PointerEvent, useRef } from 'react'
import { gridTexts } from '../../../shared/texts/ui.ts'
import { isNumeric } from './cell.ts'
import styles from './Grid.module.css'
import type { Widths } from './layout.ts'
import type { Columns, GridColumn } from './types.ts'

type Props = {
  columns: Columns
  frozen: number
  widths: Widths
  onWidths: (widths: Widths) => void
  /** Selected columns; `whole`: over all rows. */
  left: number
  right: number
  whole: boolean
}

const narrowest = 56

const Resizer = ({
  column,
  widths,
  onWidths,
}: { column: GridColumn } & Pick<Props, 'widths' | 'onWidths'>) => {
  const from = useRef({ x: 0, width: 0 })
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? column.width }
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const width = Math.max(narrowest, Math.round(from.current.width + event.clientX - from.current.x))
    onWidths({ ...widths, [column.key]: width })
  }
  return (
    <span
      className={styles.resizer}
      title={gridTexts.resize(column.heading)}
      aria-hidden="true"
      data-resize={column.key}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={(event) => event.stopPropagation()}
      onDoubleClick={() =>
        onWidths(Object.fromEntries(Object.entries(widths).filter(([key]) => key !== column.key)))
      }
    />
  )
}

const Head = ({ columns, frozen, widths, onWidths, left, right, whole }: Props) => (
  <div role="rowgroup" className={styles.head}>
    <div role="row" aria-rowindex={1} className={styles.headRow}>
      <div
        role="columnheader"
        aria-colindex={1}
        className={styles.corner}
        data-corner
        title={gridTexts.corner}
      >
        <span className={styles.hidden}>{gridTexts.rowNumber}</span>
      </div>
      {columns.map((column, at) => (
        <div
          key={column.key}
          role="columnheader"
          aria-colindex={at + 2}
          className={styles.heading}
          data-head={at}
          data-on={(at >= left && at <= right) || undefined}
          data-whole={(whole && at >= left && at <= right) || undefined}
          data-numeric={isNumeric(column) || undefined}
          data-frozen={at < frozen || undefined}
          title={column.heading}
          style={at < frozen ? { left: `var(--left-${at})` } : undefined}
        >
          <span className={styles.headingText}>
            {column.heading}
            {column.unit ? <span className={styles.unit}> ({column.unit})</span> : null}
          </span>
          <Resizer column={column} widths={widths} onWidths={onWidths} />
        </div>
      ))}
    </div>
  </div>
)

/** Headings that stay at the top; a press on one selects its column. */
export const GridHead = memo(Head)
