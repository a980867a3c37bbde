// biome-ignore-all lint/a11y/useSemanticElements: a virtual list has no table element; it carries the grid roles
import { type MouseEvent, memo } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import styles from './RecordList.module.css'
import type { ListColumn, ListRow } from './RecordList.tsx'

type Props<Row extends ListRow> = {
  id: string
  top: number
  index: number
  row: Row
  columns: readonly ListColumn<Row>[]
  label: (row: Row) => string
  open: boolean
  cursor: boolean
  /** null: the list has no selection. */
  selected: boolean | null
  onOpen: (index: number, alone: boolean) => void
  onToggle: (index: number) => void
}

const Cell = <Row extends ListRow>({ column, row }: { column: ListColumn<Row>; row: Row }) => (
  // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names the row
  <div role="gridcell" className={styles.cell} data-align={column.align} title={column.title?.(row)}>
    {column.lines === 2 ? <span className={styles.twoLines}>{column.render(row)}</span> : column.render(row)}
  </div>
)

const Row = <R extends ListRow>({
  id,
  top,
  index,
  row,
  columns,
  label,
  open,
  cursor,
  selected,
  onOpen,
  onToggle,
}: Props<R>) => {
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest('a, button, input, label')) return
    onOpen(index, event.ctrlKey || event.metaKey)
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus (aria-activedescendant)
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles Enter for the row under the cursor
    <div
      id={id}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected ?? open}
      className={styles.row}
      style={{ top }}
      data-open={open || undefined}
      data-cursor={cursor || undefined}
      data-selected={selected || undefined}
      onClick={onClick}
    >
      {selected === null ? null : (
        // biome-ignore lint/a11y/useFocusableInteractive: the box is reached by the space bar of the list
        <div role="gridcell" className={styles.check}>
          <input
            type="checkbox"
            className={styles.box}
            tabIndex={-1}
            checked={selected}
            aria-label={uiTexts.list.selectRow(label(row))}
            onChange={() => onToggle(index)}
          />
        </div>
      )}
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} />
      ))}
    </div>
  )
}

/** One row; drawn again only when something of its own changed. */
export const ListRowView = memo(Row) as typeof Row

/** A row that is still on its way; its shape is known. */
export const SkeletonRow = ({
  top,
  index,
  columns,
  selectable,
}: {
  top: number
  index: number
  columns: number
  selectable: boolean
}) => (
  <div data-index={index} className={styles.row} style={{ top }} aria-hidden="true">
    {selectable ? <div /> : null}
    {Array.from({ length: columns }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no other identity
      <div key={at} className={styles.cell}>
        <span className={styles.bar} data-width={(index * 3 + at * 5) % 4} />
      </div>
    ))}
  </div>
)
