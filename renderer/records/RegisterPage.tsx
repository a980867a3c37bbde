import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { RecordRow } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { recordsImportTexts } from '../../shared/texts/records-import.ts'
import { useChanges, useClient } from '../app/client.tsx'
import { generalWithFrame } from '../app/frameKeys.ts'
import { handOver } from '../app/handover.ts'
import { readNumber, useKept } from '../app/kept.ts'
import { usePlace } from '../app/place.ts'
import { useReturnFocus } from '../app/useReturnFocus.ts'
import {
  EmptyState,
  KeyHelp,
  listKeys,
  PageDrop,
  PageHeader,
  type PastedTable,
  pickedOf,
  RecordList,
  SplitView,
  usePagePaste,
  usePlainKey,
} from '../ui/index.ts'
import { importPath, newId } from './address.ts'
import { articleWords } from './articles.ts'
import { isImported, type RegisterExtra } from './extras.ts'
import { ImportButton } from './import/ImportButton.tsx'
import { ListActions } from './ListActions.tsx'
import { pageLoader } from './listing.ts'
import { MoreMenu } from './MoreMenu.tsx'
import { RecordPanel } from './RecordPanel.tsx'
import { type Relative, Relatives } from './Relatives.tsx'
import styles from './records.module.css'
import { useColumns } from './useColumns.tsx'
import { useFilters } from './useFilters.ts'
import { useMayWrite } from './useMayWrite.ts'
import { knownQuery, useQueryOf } from './useQueryOf.ts'
import { useSelection } from './useSelection.tsx'
import { type Looked, Views } from './Views.tsx'

const importTexts = recordsImportTexts.page
const usualWidth = 480
/** While a record stands beside the list, its first columns are enough to find one's way. */
const besideColumns = 3
const keysOf = (takes: boolean) => [
  {
    ...generalWithFrame,
    lines: [
      ...generalWithFrame.lines,
      { keys: ['N'], label: recordsTexts.add },
      { keys: ['E'], label: recordsTexts.edit },
      ...(takes ? [{ keys: ['Ctrl+V'], label: importTexts.keyPaste }] : []),
    ],
  },
  listKeys,
]

/** What is pasted or dropped on the list goes on to the page that takes it in. */
const useBringing = ({ type }: AnyDefinition) => {
  const { go } = usePlace()
  return async (files: readonly File[], paste: PastedTable | null) => {
    const path = importPath(type)
    handOver(path, { files: await pickedOf(files), paste })
    go(path)
  }
}

/** Which record is open, as the address says. */
const useOpen = () => {
  const { params, set } = usePlace()
  const id = params.get('buka')
  const alone = params.get('sendiri') !== null
  const open = useCallback(
    (next: string | null, asWhole = false) => set({ buka: next, sendiri: asWhole ? '1' : null, tab: null }),
    [set],
  )
  return { id, alone, open }
}

const Empty = ({ definition, extra, onAdd }: Omit<Props, 'relatives'> & { onAdd: (() => void) | null }) => {
  const { actions: Actions } = extra
  return (
    <EmptyState
      title={recordsTexts.empty(definition.plural)}
      action={
        onAdd ? (
          <Group gap={8} justify="center">
            <Button onClick={onAdd}>{recordsTexts.addOf(definition.label)}</Button>
            {isImported(definition, extra) ? <ImportButton definition={definition} /> : null}
            {Actions ? <Actions /> : null}
          </Group>
        ) : undefined
      }
    >
      {recordsTexts.emptyAbout[definition.type] ?? recordsTexts.emptyGeneric}
      {definition.articles.length > 0 ? ` ${recordsTexts.basis(articleWords(definition.articles))}` : ''}
    </EmptyState>
  )
}

const countedOf = ({ type }: AnyDefinition) => {
  const counted = recordsTexts.counted[type]
  return counted === undefined ? {} : { counted }
}
const noColumns = () => none
const none = [] as const

type Props = { definition: AnyDefinition; extra: RegisterExtra; relatives: readonly Relative[] }

const useRegister = (definition: AnyDefinition) => {
  const client = useClient()
  const [query, setQuery, ready] = useQueryOf(definition)
  const references = useMemo(() => [definition.type, ...targetsOf(definition)], [definition])
  const version = useChanges(references)
  const loadPage = useMemo(() => pageLoader(client, definition), [client, definition])
  return { query, setQuery, ready, version, loadPage }
}

const targetsOf = (definition: AnyDefinition): string[] =>
  Object.values(definition.fields as Record<string, { facts: { target: string } }>).flatMap(({ facts }) =>
    facts.target === '' ? [] : [facts.target],
  )

/** The register of a type, whole from its definition: list, filters, and the record beside its list. */
export const RegisterPage = ({ definition, extra, relatives }: Props) => {
  const { query, setQuery, ready, version, loadPage } = useRegister(definition)
  const { id, alone, open } = useOpen()
  const [width, setWidth] = useKept('lebar/register', usualWidth, readNumber)
  const { columns, setColumns, chooser } = useColumns(definition, (extra.useColumns ?? noColumns)())
  const filters = useFilters(definition)
  const mayWrite = useMayWrite(definition)
  const [help, setHelp] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  useReturnFocus(body, id)
  const { list, dialog, change, isSelecting } = useSelection(definition, query, mayWrite)
  usePlainKey(
    'e',
    useCallback(() => {
      if (isSelecting) change()
      else body.current?.querySelector<HTMLElement>('form input, form textarea')?.focus()
    }, [isSelecting, change]),
  )
  const choose = ({ columns: wanted, sort, filters: narrowed }: Looked) => {
    setQuery(knownQuery(definition, { search: '', sort, filters: narrowed }))
    if (wanted.length > 0) setColumns(wanted)
  }
  const { go } = usePlace()
  const begin = useCallback(
    () => (extra.addAt === undefined ? open(newId) : go(extra.addAt)),
    [extra.addAt, open, go],
  )
  const add = useCallback(() => mayWrite && begin(), [mayWrite, begin])
  usePlainKey('n', add)
  usePlainKey(
    '?',
    useCallback(() => setHelp(true), []),
  )
  const bring = useBringing(definition)
  // With a record open a paste is about that record.
  const takes = isImported(definition, extra) && mayWrite && id === null && dialog === null
  usePagePaste(({ table, files }) => void bring(files, table), takes)
  const panel =
    id === null ? null : (
      <RecordPanel
        key={`${definition.type}/${id}`}
        definition={definition}
        extra={extra}
        id={id}
        alone={alone}
        onOpen={open}
        onClose={() => open(null)}
      />
    )
  if (alone && panel !== null) return <div className={styles.alone}>{panel}</div>
  const onAdd = mayWrite ? begin : null
  const { about: About, actions: Actions } = extra
  return (
    <div className={styles.page}>
      {takes ? <PageDrop hint={importTexts.dropHint} onFiles={(files) => void bring(files, null)} /> : null}
      <PageHeader
        title={definition.plural}
        about={About ? <About /> : null}
        actions={
          <>
            <ListActions definition={definition} extra={extra} query={query} columns={columns} />
            {isImported(definition, extra) && mayWrite ? <ImportButton definition={definition} /> : null}
            {Actions && mayWrite ? <Actions /> : null}
            {onAdd ? (
              <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={onAdd} title="N">
                {recordsTexts.add}
              </Button>
            ) : null}
          </>
        }
      >
        {relatives.length > 1 ? <Relatives relatives={relatives} type={definition.type} /> : null}
      </PageHeader>
      <div className={styles.body} ref={body}>
        <SplitView side={panel} sideLabel={definition.label} width={width} onWidth={setWidth}>
          {ready ? (
            <RecordList<RecordRow>
              label={definition.plural}
              columns={id === null ? columns : columns.slice(0, besideColumns)}
              loadPage={loadPage}
              query={query}
              onQuery={setQuery}
              version={version}
              rowLabel={({ title }) => title}
              {...countedOf(definition)}
              filters={filters}
              tools={
                <div className={styles.tools}>
                  {definition.readers === null ? (
                    <Views
                      definition={definition}
                      now={{
                        sort: query.sort,
                        filters: query.filters,
                        columns: columns.map(({ key }) => key),
                      }}
                      onChoose={choose}
                    />
                  ) : null}
                  {chooser}
                  {definition.undoable ? <MoreMenu definition={definition} /> : null}
                </div>
              }
              openId={id}
              onOpen={(row, asWhole) => open(row.id, asWhole)}
              {...list}
              empty={<Empty definition={definition} extra={extra} onAdd={onAdd} />}
            />
          ) : null}
        </SplitView>
      </div>
      {dialog}
      <KeyHelp opened={help} onClose={() => setHelp(false)} groups={keysOf(takes)} />
    </div>
  )
}
