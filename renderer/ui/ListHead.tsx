// biome-ignore-all lint/a11y/useSemanticElements: a virtual list has no table element; it carries the grid roles
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { uiTexts } from '../../shared/texts/ui.ts'
import { ThinBar } from './ProgressNotice.tsx'
import styles from './RecordList.module.css'
import type { ListColumn, ListRow } from './RecordList.tsx'
import type { ListQuery, SortOrder } from './usePagedRows.ts'

const texts = uiTexts.list

type Props<Row extends ListRow> = {
  columns: readonly ListColumn<Row>[]
  query: ListQuery
  onQuery: (query: ListQuery) => void
  selected: ReadonlySet<string> | undefined
  onSelect: ((selected: ReadonlySet<string>) => void) | undefined
  rows: readonly Row[]
  busy: boolean
}

/** First press ascending, second descending, third as the list comes. */
export const nextSort = (sort: SortOrder | null, key: string): SortOrder | null => {
  if (sort?.key !== key) return { key, direction: 'asc' }
  return sort.direction === 'asc' ? { key, direction: 'desc' } : null
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

const Heading = <Row extends ListRow>({
  column,
  query,
  onQuery,
}: { column: ListColumn<Row> } & Pick<Props<Row>, 'query' | 'onQuery'>) => {
  const sorted = query.sort?.key === column.key ? query.sort.direction : null
  const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus
    <div
      role="columnheader"
      className={styles.heading}
      data-align={column.align}
      {...(sorted ? { 'aria-sort': ariaSort[sorted] } : {})}
    >
      {column.sortable ? (
        <button
          type="button"
          className={styles.sort}
          title={texts.sortBy(column.heading)}
          onClick={() => onQuery({ ...query, sort: nextSort(query.sort, column.key) })}
        >
          <span className={styles.headingText}>{column.heading}</span>
          <Arrow size={13} aria-hidden="true" className={styles.arrow} data-on={sorted ?? undefined} />
        </button>
      ) : (
        <span className={styles.headingText}>{column.heading}</span>
      )}
    </div>
  )
}

const All = <Row extends ListRow>({
  rows,
  selected,
  onSelect,
}: Pick<Props<Row>, 'rows' | 'selected' | 'onSelect'>) => {
  const count = selected?.size ?? 0
  const all = count > 0 && count >= rows.length
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the box inside takes the focus
    <div role="columnheader" className={styles.check}>
      <input
        type="checkbox"
        className={styles.box}
        aria-label={texts.selectAll}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !all
        }}
        onChange={() => onSelect?.(all ? new Set() : new Set(rows.map(({ id }) => id)))}
      />
    </div>
  )
}

/** Headings that stay, with sorting. */
export const ListHead = <Row extends ListRow>({
  columns,
  query,
  onQuery,
  selected,
  onSelect,
  rows,
  busy,
}: Props<Row>) => (
  <div className={styles.head} role="rowgroup">
    {/* biome-ignore lint/a11y/useFocusableInteractive: the list itself holds the focus */}
    <div role="row" aria-rowindex={1} className={styles.headRow}>
      {onSelect ? <All rows={rows} selected={selected} onSelect={onSelect} /> : null}
      {columns.map((column) => (
        <Heading key={column.key} column={column} query={query} onQuery={onQuery} />
      ))}
    </div>
    {busy ? (
      // A grid holds rows alone; that it is busy is said by the grid itself.
      <div className={styles.busy} aria-hidden="true">
        <ThinBar label={texts.loading} />
      </div>
    ) : null}
  </div>
)
