// biome-ignore-all lint/a11y/useSemanticElements: a virtual list has no table element; it carries the grid roles
import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import { ErrorText } from './ErrorText.tsx'
import { ListRowView, SkeletonRow } from './ListRowView.tsx'
import { idsBetween, listMove, toggled } from './listKeys.ts'
import styles from './RecordList.module.css'
import type { ListRow, RecordListProps } from './RecordList.tsx'
import type { PagedRows } from './usePagedRows.ts'

type Props<Row extends ListRow> = RecordListProps<Row> & {
  id: string
  grid: RefObject<HTMLDivElement | null>
  paged: PagedRows<Row>
  cursor: number
  onCursor: (cursor: number) => void
  template: string
  head: ReactNode
  dense: boolean
}

const waiting = 12
const countRows = ({ rows, total, atEnd, phase }: PagedRows<unknown>) => {
  if (phase === 'first') return waiting
  return atEnd || phase === 'failed' ? rows.length : Math.max(total ?? 0, rows.length + waiting)
}

/** Height of a row as the style sheet says it (28, 32 or 40 px). */
const rowHeight = (dense: boolean) => {
  const height = getComputedStyle(document.documentElement).getPropertyValue(
    dense ? '--s-row-dense' : '--s-row',
  )
  return Number.parseInt(height, 10) || 32
}

const overscan = 6

/** Rows on the screen. A row's element is used again for another row (`pool` of them), which is what makes scrolling cheap. */
const useRows = <Row extends ListRow>({ paged, grid, dense }: Props<Row>) => {
  const height = useRef(0)
  height.current ||= rowHeight(dense)
  const virtual = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: countRows(paged),
    getScrollElement: () => grid.current,
    estimateSize: () => height.current,
    overscan,
    paddingStart: height.current,
    scrollPaddingStart: height.current,
  })
  const items = virtual.getVirtualItems()
  const pool = useRef(0)
  const fitting = Math.ceil((virtual.scrollRect?.height ?? 0) / height.current) + 1 + 2 * overscan
  pool.current = Math.max(pool.current, items.length, fitting)
  const last = items.at(-1)?.index ?? 0
  const { reach } = paged
  useEffect(() => reach(last), [reach, last])
  return { virtual, items, height: height.current, pool: pool.current }
}

/** Keys of the list; `anchor` is where a selection with Shift began. */
const useListKeys = <Row extends ListRow>(props: Props<Row>, scrollTo: (index: number) => void) => {
  const { paged, cursor, onCursor, onOpen, selected = new Set<string>(), onSelect } = props
  const anchor = useRef(-1)
  const move = (key: string, shift: boolean) => {
    const to = listMove(key, shift, cursor, paged.rows.length)
    if (!to) return false
    if (!to.extend || anchor.current < 0) anchor.current = to.extend ? Math.max(cursor, 0) : to.cursor
    if (to.extend) onSelect?.(new Set(idsBetween(paged.rows, anchor.current, to.cursor)))
    onCursor(to.cursor)
    scrollTo(to.cursor)
    return true
  }
  const act = (event: KeyboardEvent, row: Row | undefined): (() => void) | undefined => {
    if (event.key.toLowerCase() === 'a' && event.ctrlKey && onSelect)
      return () => onSelect(new Set(paged.rows.map(({ id }) => id)))
    if (event.key === 'Escape' && selected.size > 0 && !props.keepsTools) return () => onSelect?.(new Set())
    if (row && event.key === 'Enter' && onOpen) return () => onOpen(row, event.ctrlKey)
    if (row && event.key === ' ' && onSelect) return () => onSelect(toggled(selected, row.id))
    return undefined
  }
  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return
    const plain = !event.ctrlKey && !event.metaKey
    const wanted = act(event, paged.rows[cursor])
    wanted?.()
    if (wanted || (plain && move(event.key, event.shiftKey))) event.preventDefault()
  }
}

/** The rows that are on the screen, and what a key or a click does with them. */
export const ListBody = <Row extends ListRow>(props: Props<Row>) => {
  const {
    label,
    columns,
    paged,
    cursor,
    onCursor,
    template,
    head,
    dense,
    id,
    grid,
    selected,
    onSelect,
    onOpen,
    openId,
    rowLabel,
  } = props
  const { virtual, items, height, pool } = useRows(props)
  const onKeyDown = useListKeys(props, (index) => virtual.scrollToIndex(index))
  const rowId = (index: number) => `${id}-${index}`
  const latest = useRef<Acts<Row>>({ onCursor, onOpen, onSelect, selected, rows: paged.rows })
  latest.current = { onCursor, onOpen, onSelect, selected, rows: paged.rows }
  const { open, toggle } = useRowActs(latest)
  return (
    <div
      ref={grid}
      className={styles.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={paged.total === null ? -1 : paged.total + 1}
      aria-colcount={columns.length + (onSelect ? 1 : 0)}
      aria-multiselectable={onSelect ? true : undefined}
      aria-readonly
      aria-busy={paged.phase === 'first' || paged.phase === 'again'}
      aria-activedescendant={
        cursor >= 0 && items.some(({ index }) => index === cursor) ? rowId(cursor) : undefined
      }
      tabIndex={0}
      data-dense={dense || undefined}
      style={{ '--columns': template, '--row': `${height}px` } as CSSProperties}
      onKeyDown={onKeyDown}
      onFocus={(event) =>
        event.target === event.currentTarget && cursor < 0 && paged.rows.length > 0 && onCursor(0)
      }
    >
      {head}
      <div className={styles.rows} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = paged.rows[index]
          if (!row)
            return (
              <SkeletonRow
                key={index % pool}
                top={start}
                index={index}
                columns={columns.length}
                selectable={onSelect !== undefined}
              />
            )
          return (
            <ListRowView
              key={index % pool}
              id={rowId(index)}
              top={start}
              index={index}
              row={row}
              columns={columns}
              label={rowLabel}
              open={openId === row.id}
              cursor={cursor === index}
              selected={onSelect ? (selected?.has(row.id) ?? false) : null}
              onOpen={open}
              onToggle={toggle}
            />
          )
        })}
      </div>
      {paged.phase === 'failed' ? (
        <div className={styles.message}>
          <ErrorText
            message={paged.error ?? ''}
            action={<Button onClick={paged.retry}>{uiTexts.actions.retry}</Button>}
          />
        </div>
      ) : null}
    </div>
  )
}

type Acts<Row extends ListRow> = {
  readonly rows: readonly Row[]
  readonly onCursor: (cursor: number) => void
  readonly onOpen: RecordListProps<Row>['onOpen'] | undefined
  readonly onSelect: RecordListProps<Row>['onSelect'] | undefined
  readonly selected: ReadonlySet<string> | undefined
}

/** Acts that keep their identity, so that rows are not drawn again for them. */
const useRowActs = <Row extends ListRow>(latest: RefObject<Acts<Row>>) => {
  const acts = useRef({
    open: (index: number, alone: boolean) => {
      const row = latest.current.rows[index]
      latest.current.onCursor(index)
      if (row) latest.current.onOpen?.(row, alone)
    },
    toggle: (index: number) => {
      const row = latest.current.rows[index]
      latest.current.onCursor(index)
      if (row) latest.current.onSelect?.(toggled(latest.current.selected ?? new Set(), row.id))
    },
  })
  return acts.current
}
