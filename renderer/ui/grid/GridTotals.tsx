// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table element; it carries the grid roles
// biome-ignore-all lint/a11y/useFocusableInteractive: totals are read, not edited
import { memo, useMemo } from 'react'
import { gridTexts } from '../../../shared/texts/ui.ts'
import { formatWhole } from '../format.ts'
import { formatCell, isNumeric } from './cell.ts'
import styles from './Grid.module.css'
import { totalsOf } from './summary.ts'
import type { Columns, Rows } from './types.ts'

type Props = { rows: Rows; columns: Columns; frozen: number }

const Totals = ({ rows, columns, frozen }: Props) => {
  const totals = useMemo(() => totalsOf(rows, columns), [rows, columns])
  const labelAt = columns.findIndex(({ key }) => totals[key] === undefined)
  return (
    <div role="rowgroup" className={styles.foot} data-foot>
      <div role="row" aria-rowindex={rows.length + 2} className={styles.headRow}>
        <div role="rowheader" aria-colindex={1} className={styles.corner}>
          <span className={styles.hidden}>{gridTexts.totals}</span>
        </div>
        {columns.map((column, at) => {
          const total = totals[column.key]
          const label =
            at === labelAt ? `${gridTexts.totals} · ${gridTexts.rows(formatWhole(rows.length))}` : ''
          return (
            <div
              key={column.key}
              role="gridcell"
              aria-colindex={at + 2}
              className={styles.total}
              data-numeric={isNumeric(column) || undefined}
              data-frozen={at < frozen || undefined}
              data-total={total === undefined ? undefined : column.key}
              style={at < frozen ? { left: `var(--left-${at})` } : undefined}
            >
              {total === undefined ? label : formatCell(column, total)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The row of sums; always true to what the cells hold now. */
export const GridTotals = memo(Totals)
