import { useCallback, useEffect, useReducer, useRef } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'

export type SortOrder = { readonly key: string; readonly direction: 'asc' | 'desc' }
/** What a list asks for; kept by the caller, so that it survives a change of place. */
export type ListQuery = {
  readonly search: string
  readonly sort: SortOrder | null
  /** Chosen values by key of the filter; '' or missing: all. */
  readonly filters: Readonly<Record<string, string>>
}
export const emptyQuery: ListQuery = { search: '', sort: null, filters: {} }

/** One page of keyset-paged data. `next`: cursor of the following page, null at the end. */
export type Page<Row> = {
  readonly rows: readonly Row[]
  readonly next: string | null /** of the whole, where known */
  readonly total?: number
}
export type PageFailure = { readonly error: string }
export type LoadPage<Row> = (cursor: string | null, query: ListQuery) => Promise<Page<Row> | PageFailure>

export type PagedRows<Row> = {
  readonly rows: readonly Row[]
  readonly total: number | null
  readonly atEnd: boolean
  /** first: nothing has come yet; again: another query runs while the old rows stay. */
  readonly phase: 'first' | 'again' | 'idle' | 'more' | 'failed'
  readonly error: string | null
  /** Loads until row `index` is there. */
  readonly reach: (index: number) => void
  readonly retry: () => void
}

type Store<Row> = {
  rows: Row[]
  next: string | null
  total: number | null
  phase: PagedRows<Row>['phase']
  error: string | null
  run: number
  wanted: number
}

const ahead = 60
const wantsMore = <Row>({ phase, next, wanted, rows }: Store<Row>) =>
  phase === 'idle' && next !== null && wanted + ahead > rows.length
const fresh = <Row>(): Store<Row> => ({
  rows: [],
  next: null,
  total: null,
  phase: 'first',
  error: null,
  run: 0,
  wanted: 0,
})

const receive = <Row>(store: Store<Row>, page: Page<Row>, first: boolean) => {
  if (first) store.rows = [...page.rows]
  else for (const row of page.rows) store.rows.push(row)
  store.next = page.next
  store.total = page.total ?? (page.next === null ? store.rows.length : first ? null : store.total)
  store.phase = 'idle'
  store.error = null
}

/** Rows are kept in one growing array (100,000 are only appended, never copied); `draw` tells React. */
const useStore = <Row>() => {
  const store = useRef<Store<Row>>(null as unknown as Store<Row>)
  store.current ??= fresh<Row>()
  const [, draw] = useReducer((count: number) => count + 1, 0)
  return { store: store.current, draw }
}

/** The same object as long as it says the same, so that a query made anew at each drawing does not load anew. */
const useSame = (query: ListQuery): ListQuery => {
  const kept = useRef(query)
  if (JSON.stringify(kept.current) !== JSON.stringify(query)) kept.current = query
  return kept.current
}

/** Loads page after page; answers to an older query are dropped. `version`: another value loads the list anew in place. */
export const usePagedRows = <Row>(
  loadPage: LoadPage<Row>,
  query: ListQuery,
  version: unknown,
): PagedRows<Row> => {
  const { store, draw } = useStore<Row>()
  const load = useRef(loadPage)
  load.current = loadPage
  const asked = useSame(query)

  const fetchPage = useCallback(
    async (first: boolean, asked: ListQuery) => {
      store.run += first ? 1 : 0
      const mine = store.run
      store.phase = first ? (store.rows.length > 0 ? 'again' : 'first') : 'more'
      draw()
      const page = await load
        .current(first ? null : store.next, asked)
        .catch((): PageFailure => ({ error: '' }))
      if (mine !== store.run) return
      if ('error' in page) {
        store.phase = 'failed'
        store.error = page.error || (first ? uiTexts.list.failed : uiTexts.list.failedMore)
      } else receive(store, page, first)
      draw()
      if (wantsMore(store)) void fetchPage(false, asked)
    },
    [store, draw],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version means: load again
  useEffect(() => {
    store.wanted = 0
    void fetchPage(true, asked)
  }, [fetchPage, asked, version])

  const reach = useCallback(
    (index: number) => {
      store.wanted = index
      if (wantsMore(store)) void fetchPage(false, asked)
    },
    [store, fetchPage, asked],
  )
  const retry = useCallback(() => void fetchPage(store.rows.length === 0, asked), [store, fetchPage, asked])
  const { rows, total, next, phase, error } = store
  return { rows, total, atEnd: next === null && phase !== 'first', phase, error, reach, retry }
}
