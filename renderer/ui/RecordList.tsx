import { Button } from '@mantine/core'
import { type ReactNode, useCallback, useId, useRef, useState } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import { EmptyState } from './EmptyState.tsx'
import { ErrorText } from './ErrorText.tsx'
import { ListBody } from './ListBody.tsx'
import { ListHead } from './ListHead.tsx'
import { type FilterChoice, ListTools } from './ListTools.tsx'
import styles from './RecordList.module.css'
import { emptyQuery, type ListQuery, type LoadPage, usePagedRows } from './usePagedRows.ts'

export type ListRow = { readonly id: string }
export type ListColumn<Row> = {
  readonly key: string
  readonly heading: string
  /** Pixels; `grow` shares what is left (several may grow; a number is the share). */
  readonly width?: number
  readonly grow?: number
  readonly align?: 'left' | 'right'
  readonly sortable?: boolean
  /** Long names take a second line in the row before they are cut off. */
  readonly lines?: 2
  readonly render: (row: Row) => ReactNode
  /** Whole text for a cell that may be cut off. */
  readonly title?: (row: Row) => string
}

export type RecordListProps<Row extends ListRow> = {
  /** Accessible name: “Formulir anggaran”. */
  label: string
  /** Keep the identity (a constant or useMemo): other columns draw every row again. */
  columns: readonly ListColumn<Row>[]
  loadPage: LoadPage<Row>
  /** Remembered by the caller; start with `emptyQuery`.  */
  query: ListQuery
  onQuery: (query: ListQuery) => void
  /** Another value loads the list again in place. */
  version?: unknown
  /** Title of one row, for screen readers and selection. */
  rowLabel: (row: Row) => string
  searchable?: boolean
  filters?: readonly FilterChoice[]
  /** Right of search and filters. */
  tools?: ReactNode
  /** What the rows are, for their number: “12 OPD”; else they are rows. */
  counted?: string
  /** Row that is open beside the list. */
  openId?: string | null
  /** Enter and click; `alone` with Ctrl. */
  onOpen?: (row: Row, alone: boolean) => void
  selected?: ReadonlySet<string>
  onSelect?: (selected: ReadonlySet<string>) => void
  /** What can be done with the selected ones. */
  selectionActions?: (selected: ReadonlySet<string>) => ReactNode
  /** Search and filters stay while rows are picked out. */
  keepsTools?: boolean
  /** What stands here while there is nothing at all: an EmptyState. */
  empty: ReactNode
  dense?: boolean
}

const isFiltered = ({ search, filters }: ListQuery) =>
  search !== '' || Object.values(filters).some((value) => value !== '')

const NothingFound = ({ query, onQuery }: Pick<RecordListProps<ListRow>, 'query' | 'onQuery'>) => (
  <EmptyState
    title={query.search ? uiTexts.list.nothingFound(query.search) : uiTexts.list.nothingWithFilter}
    action={
      <Button variant="default" onClick={() => onQuery({ ...emptyQuery, sort: query.sort })}>
        {query.search ? uiTexts.list.clearSearch : uiTexts.list.clearFilters}
      </Button>
    }
  >
    {uiTexts.list.nothingFoundHint}
  </EmptyState>
)

const columnTemplate = <Row,>(columns: readonly ListColumn<Row>[], selectable: boolean) =>
  [
    ...(selectable ? ['36px'] : []),
    ...columns.map(({ width, grow }) =>
      width === undefined ? `minmax(120px, ${grow ?? 1}fr)` : `${width}px`,
    ),
  ].join(' ')

/** A list of keyset-paged rows: search with `/`, sort, filters, selection, keyboard; 100,000 rows scroll smoothly. */
export const RecordList = <Row extends ListRow>(props: RecordListProps<Row>) => {
  const {
    label,
    columns,
    loadPage,
    query,
    onQuery,
    version,
    selected,
    onSelect,
    selectionActions,
    empty,
    dense = false,
  } = props
  const paged = usePagedRows(loadPage, query, version)
  const grid = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const id = useId()
  const [cursor, setCursor] = useState(-1)
  const focusGrid = useCallback(() => grid.current?.focus(), [])
  const nothing = paged.atEnd && paged.rows.length === 0
  const blank = paged.phase === 'failed' && paged.rows.length === 0
  const selectable = onSelect !== undefined
  return (
    <div className={styles.whole}>
      <ListTools
        query={query}
        onQuery={onQuery}
        searchable={props.searchable ?? true}
        filters={props.filters ?? []}
        tools={props.tools}
        counted={props.counted ?? uiTexts.list.counted}
        search={search}
        onLeave={focusGrid}
        selected={selected}
        onSelect={onSelect}
        selectionActions={selectionActions}
        keepsTools={props.keepsTools ?? false}
        paged={paged}
      />
      {blank ? (
        <div className={styles.message}>
          <ErrorText
            message={paged.error ?? ''}
            action={<Button onClick={paged.retry}>{uiTexts.actions.retry}</Button>}
          />
        </div>
      ) : nothing ? (
        isFiltered(query) ? (
          <NothingFound query={query} onQuery={onQuery} />
        ) : (
          empty
        )
      ) : (
        <ListBody
          {...props}
          id={id}
          grid={grid}
          paged={paged}
          cursor={cursor}
          onCursor={setCursor}
          dense={dense}
          template={columnTemplate(columns, selectable)}
          head={
            <ListHead
              columns={columns}
              query={query}
              onQuery={onQuery}
              selected={selected}
              onSelect={onSelect}
              rows={paged.rows}
              busy={paged.phase === 'again'}
            />
          }
          label={label}
        />
      )}
    </div>
  )
}
