// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid has no table element; it carries the grid roles
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useCallback, useMemo, useRef } from 'react'
import { ChoiceList } from './ChoiceList.tsx'
import styles from './Grid.module.css'
import { GridEmpty } from './GridEmpty.tsx'
import { GridHead } from './GridHead.tsx'
import { GridMenu } from './GridMenu.tsx'
import { GridRowView } from './GridRowView.tsx'
import { GridTotals } from './GridTotals.tsx'
import {
  frozenLefts,
  guessHeight,
  headHeight,
  rowHeight,
  sheetWidth,
  template,
  type Widths,
} from './layout.ts'
import type { GridProps } from './props.ts'
import { StatusLine } from './StatusLine.tsx'
import { rangeOf } from './selection.ts'
import type { Columns, GridRow, Range, Rows } from './types.ts'
import { useGrid } from './useGrid.ts'
import { useGridEvents } from './useGridEvents.ts'

const sameOrder = (a: Rows, b: Rows) => a.length === b.length && a.every(({ id }, at) => id === b[at]?.id)

/** The id of a row by its place; another function only where the order changed, else all places would be reckoned anew. */
const useRowKeys = (rows: Rows) => {
  const ordered = useRef(rows)
  if (ordered.current !== rows && !sameOrder(ordered.current, rows)) ordered.current = rows
  const order = ordered.current
  return useCallback((index: number) => order[index]?.id ?? index, [order])
}

/**
 * Guessed once for each row and never again, whatever becomes of the columns: a row whose height was found to be the guess
 * is not kept as measured, so that another guess would put the rows below it into wrong places. `room` costs a layout.
 */
const useGuesses = (columns: Columns, widths: Widths) => {
  const known = useRef(new Map<string, number>())
  return (row: GridRow | undefined, room: () => number): number => {
    if (!row) return rowHeight
    const guess = known.current.get(row.id) ?? guessHeight(row, columns, widths, room())
    known.current.set(row.id, guess)
    return guess
  }
}

/** Only the rows on the screen are drawn, and always the one under the frame: it holds the focus. */
const useVirtualRows = (
  rows: Rows,
  columns: Columns,
  widths: Widths,
  active: number,
  scroller: { readonly current: HTMLDivElement | null },
) => {
  const shown = useRef(active)
  shown.current = active
  const getItemKey = useRowKeys(rows)
  const guess = useGuesses(columns, widths)
  return useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guess(rows[index], () => scroller.current?.clientWidth ?? 0),
    getItemKey,
    overscan: 3,
    scrollMargin: headHeight,
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      const pinned = shown.current
      return pinned >= range.count || seen.includes(pinned) ? seen : [...seen, pinned].sort((a, b) => a - b)
    },
  })
}

const variables = (columns: Columns, widths: Widths, frozen: number) =>
  ({
    '--template': template(columns, widths),
    '--sheet': `${sheetWidth(columns, widths)}px`,
    ...Object.fromEntries(
      frozenLefts(columns, frozen, widths).map((left, at) => [`--left-${at}`, `${left}px`]),
    ),
  }) as CSSProperties

const part = (range: Range | null, row: number) => {
  if (!range || row < range.top || row > range.bottom) return { left: -1, right: -1, edge: 0 }
  return {
    left: range.left,
    right: range.right,
    edge: (row === range.top ? 1 : 0) + (row === range.bottom ? 2 : 0),
  }
}

/** A sheet that an Excel user feels at home in. Fills its place; keys and props stand in keyHelp.ts and props.ts. */
export const Grid = (props: GridProps) => {
  const { label, rows, marks, rowStatus, frozen = 1, totals = true } = props
  const { sheet, view, columns, controller, widths, setWidths, live } = useGrid(props)
  const scroller = useRef<HTMLDivElement | null>(null)
  const { active } = view.selection
  const virtual = useVirtualRows(rows, columns, widths, active.row, scroller)
  const events = useGridEvents(live, controller)
  const style = useMemo(() => variables(columns, widths, frozen), [columns, widths, frozen])
  const keepScroller = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element
      live.current.scroller = element
    },
    [live],
  )
  const range = rangeOf(view.selection)
  if (rows.length === 0)
    return (
      <GridEmpty
        label={label}
        controller={controller}
        canAdd={props.newRow !== undefined && !props.readOnly}
      />
    )
  return (
    <div className={styles.whole}>
      <div
        ref={keepScroller}
        className={styles.scroller}
        style={style}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1 + (totals ? 1 : 0)}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-readonly={props.readOnly ?? false}
        {...events}
      >
        <GridHead
          columns={columns}
          frozen={frozen}
          widths={widths}
          onWidths={setWidths}
          left={range.left}
          right={range.right}
          whole={range.top === 0 && range.bottom === rows.length - 1}
        />
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (!row) return null
            const [chosen, filled] = [part(range, index), part(view.fill, index)]
            const isActive = index === active.row
            return (
              <GridRowView
                key={row.id}
                index={index}
                top={start - headHeight}
                row={row}
                columns={columns}
                frozen={frozen}
                marks={marks?.[row.id]}
                doubts={sheet.doubts[row.id]}
                status={rowStatus?.[row.id]}
                activeColumn={isActive ? active.column : -1}
                mode={isActive ? view.mode : 'ready'}
                choiceAt={isActive && view.choice ? view.choice.at : -2}
                left={chosen.left}
                right={chosen.right}
                edge={chosen.edge}
                fillLeft={filled.left}
                fillRight={filled.right}
                fillEdge={filled.edge}
                measure={virtual.measureElement}
                controller={controller}
              />
            )
          })}
        </div>
        {totals ? <GridTotals rows={rows} columns={columns} frozen={frozen} /> : null}
      </div>
      <StatusLine
        rows={rows}
        columns={columns}
        selection={view.selection}
        marks={marks}
        toCheck={props.toCheck}
        doubts={sheet.doubts}
        said={view.said}
        refused={view.refused}
        controller={controller}
      />
      <GridMenu
        at={view.menu}
        range={range}
        canAdd={props.newRow !== undefined && !props.readOnly}
        readOnly={props.readOnly ?? false}
        controller={controller}
      />
      {view.choice ? (
        <ChoiceList
          scroller={scroller}
          spot={active}
          column={columns[active.column]}
          choice={view.choice}
          onPick={controller.pickChoice}
        />
      ) : null}
    </div>
  )
}
