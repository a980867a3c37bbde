import { Button, Menu, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconFilterPlus, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useEffect, useState } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import { formatWhole } from './format.ts'
import type { Choice } from './formFields.ts'
import { usePlainKey } from './KeyHelp.tsx'
import styles from './RecordList.module.css'
import type { ListQuery, PagedRows } from './usePagedRows.ts'

const texts = uiTexts.list
export type FilterChoice = {
  readonly key: string
  readonly label: string
  readonly choices: readonly Choice[]
}

type Props = {
  query: ListQuery
  onQuery: (query: ListQuery) => void
  searchable: boolean
  filters: readonly FilterChoice[]
  tools: ReactNode
  /** What the rows are: “OPD”. */
  counted: string
  search: RefObject<HTMLInputElement | null>
  onLeave: () => void
  selected: ReadonlySet<string> | undefined
  onSelect: ((selected: ReadonlySet<string>) => void) | undefined
  selectionActions: ((selected: ReadonlySet<string>) => ReactNode) | undefined
  keepsTools: boolean
  paged: PagedRows<{ readonly id: string }>
}

const Search = ({
  query,
  onQuery,
  search,
  onLeave,
}: Pick<Props, 'query' | 'onQuery' | 'search' | 'onLeave'>) => {
  const [text, setText] = useState(query.search)
  useEffect(() => setText(query.search), [query.search])
  const ask = useDebouncedCallback((wanted: string) => onQuery({ ...query, search: wanted }), 120)
  usePlainKey(
    '/',
    useCallback(() => search.current?.select(), [search]),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault()
      ask.cancel()
      setText('')
      onQuery({ ...query, search: '' })
    } else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      onLeave()
    }
  }
  return (
    <TextInput
      ref={search}
      className={styles.search ?? ''}
      type="search"
      aria-label={texts.search}
      placeholder={texts.search}
      title={texts.searchHint}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
      rightSection={text === '' ? <kbd className={styles.slash}>/</kbd> : undefined}
      value={text}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        setText(event.currentTarget.value)
        ask(event.currentTarget.value.trim())
      }}
    />
  )
}

type FilterProps = Pick<Props, 'query' | 'onQuery'>

const Filter = ({
  query,
  onQuery,
  filter: { key, label, choices },
}: FilterProps & { filter: FilterChoice }) => (
  <Select
    className={styles.filter ?? ''}
    aria-label={label}
    placeholder={label}
    clearable
    clearButtonProps={{ 'aria-label': `${texts.clearFilters}: ${label}` }}
    searchable={choices.length > 8}
    data={choices.map(({ value, label: word }) => ({ value, label: word }))}
    value={query.filters[key] || null}
    onChange={(value) => onQuery({ ...query, filters: { ...query.filters, [key]: value ?? '' } })}
  />
)

/** A register of forty fields would fill the page with filters: the first few stand there, the others come when they are asked for. */
const usualFilters = 3

const OtherFilters = ({
  filters,
  onAdd,
}: {
  filters: readonly FilterChoice[]
  onAdd: (key: string) => void
}) => (
  <Menu position="bottom-start" width={260} withinPortal={false} withInitialFocusPlaceholder={false}>
    <Menu.Target>
      <Button variant="subtle" leftSection={<IconFilterPlus size={16} stroke={1.6} aria-hidden="true" />}>
        {texts.otherFilters}
      </Button>
    </Menu.Target>
    <Menu.Dropdown className={styles.otherFilters ?? ''}>
      {filters.map(({ key, label }) => (
        <Menu.Item key={key} onClick={() => onAdd(key)}>
          {label}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)

const Filters = ({ query, onQuery, filters }: FilterProps & Pick<Props, 'filters'>) => {
  const [added, setAdded] = useState<readonly string[]>([])
  const isShown = ({ key }: FilterChoice, at: number): boolean =>
    at < usualFilters || (query.filters[key] ?? '') !== '' || added.includes(key)
  const others = filters.filter((filter, at) => !isShown(filter, at))
  return (
    <>
      {filters.filter(isShown).map((filter) => (
        <Filter key={filter.key} query={query} onQuery={onQuery} filter={filter} />
      ))}
      {others.length > 0 ? (
        <OtherFilters filters={others} onAdd={(key) => setAdded((before) => [...before, key])} />
      ) : null}
    </>
  )
}

const countWords = ({ rows, total, phase }: Props['paged'], counted: string) => {
  if (phase === 'first') return ''
  return total === null
    ? texts.countSoFar(formatWhole(rows.length), counted)
    : texts.count(formatWhole(total), counted)
}

const Selection = ({
  selected,
  onSelect,
  selectionActions,
}: Required<Pick<Props, 'selectionActions'>> & {
  selected: ReadonlySet<string>
  onSelect: Props['onSelect']
}) => (
  <>
    <span className={styles.selectedCount}>{texts.selected(formatWhole(selected.size))}</span>
    {selectionActions?.(selected)}
    <Button variant="subtle" onClick={() => onSelect?.(new Set())}>
      {texts.clearSelection}
    </Button>
  </>
)

/** Search, filters and count; while rows are selected: what can be done with them. */
export const ListTools = (props: Props) => {
  const { selected, tools, paged, keepsTools } = props
  const selecting = !keepsTools && selected !== undefined && selected.size > 0
  return (
    <div className={styles.tools} data-selecting={selecting || undefined}>
      {selecting ? (
        <Selection selected={selected} onSelect={props.onSelect} selectionActions={props.selectionActions} />
      ) : (
        <>
          {props.searchable ? <Search {...props} /> : null}
          <Filters {...props} />
          <span className={styles.count} role="status">
            {countWords(paged, props.counted)}
          </span>
          {tools}
        </>
      )}
    </div>
  )
}
