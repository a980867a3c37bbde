import { Button } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { questionnaireAccept } from '../../shared/contract/questionnaire.ts'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { useComposition } from '../app/catalogue.ts'
import { useCommitNotice } from '../app/commit.ts'
import { readNumber, useKept } from '../app/kept.ts'
import { useWork } from '../app/work.ts'
import { RefusedRows } from '../records/index.ts'
import {
  EmptyState,
  emptyQuery,
  formatWhole,
  type ListColumn,
  type ListQuery,
  type LoadPage,
  RecordList,
  SplitView,
  useSaveKey,
} from '../ui/index.ts'
import styles from './questionnaire.module.css'
import { RowDetail } from './RowDetail.tsx'
import { SourceFields } from './SourceFields.tsx'
import {
  type Answer,
  acceptedOf,
  countOf,
  type Definitions,
  differing,
  firstTaken,
  narrowed,
  replacing,
  type ShownRow,
  shownRows,
  states,
  withField,
  withRows,
} from './taking.ts'

const texts = questionnaireWindowTexts
const usualWidth = 480
const none: ReadonlySet<string> = new Set()

const columns: readonly ListColumn<ShownRow>[] = [
  {
    key: 'state',
    heading: texts.columns.state,
    width: 132,
    render: ({ state }) => (
      <span className={styles.state} data-state={state}>
        {texts.states[state]}
      </span>
    ),
  },
  {
    key: 'title',
    heading: texts.columns.title,
    grow: 2,
    lines: 2,
    render: ({ title }) => title,
    title: ({ title }) => title,
  },
  {
    key: 'register',
    heading: texts.columns.register,
    width: 150,
    lines: 2,
    render: ({ register }) => register,
    title: ({ register }) => register,
  },
  {
    key: 'line',
    heading: texts.columns.line,
    width: 56,
    align: 'right',
    render: ({ line }) => (line === null ? '' : formatWhole(line)),
  },
  {
    key: 'remark',
    heading: texts.columns.remark,
    grow: 4,
    lines: 2,
    render: ({ about }) => about,
    title: ({ about }) => about,
  },
]
const besideColumns = columns.slice(0, 2)
const ofOneRegister = columns.filter(({ key }) => key !== 'register')
const columnsOf = ({ sheets }: Answer, isBeside: boolean): readonly ListColumn<ShownRow>[] => {
  if (isBeside) return besideColumns
  return sheets.length < 2 ? ofOneRegister : columns
}

const useDefinitions = (): Definitions => {
  const { definitions } = useComposition()
  return useMemo(() => new Map(definitions.map((one) => [one.type, one])), [definitions])
}

const useRows = (answer: Answer, definitions: Definitions) => {
  const rows = useMemo(() => shownRows(answer, definitions), [answer, definitions])
  const [taken, setTaken] = useState(() => firstTaken(rows))
  const picked = useMemo(() => new Set(taken.keys()), [taken])
  const pick = useCallback(
    (wanted: ReadonlySet<string>) => setTaken((before) => withRows(rows, before, wanted)),
    [rows],
  )
  const take = useCallback(
    (id: string, key: string, isTaken: boolean) => setTaken((before) => withField(before, id, key, isTaken)),
    [],
  )
  const loadPage: LoadPage<ShownRow> = useCallback(
    async (_cursor, query) => {
      const shown = narrowed(rows, query)
      return { rows: shown, next: null, total: shown.length }
    },
    [rows],
  )
  return { rows, taken, picked, pick, take, loadPage }
}

const filtersOf = ({ sheets }: Answer, definitions: Definitions) => [
  {
    key: 'state',
    label: texts.filter,
    choices: [
      { value: differing, label: texts.differing },
      ...states.map((value) => ({ value, label: texts.states[value] })),
    ],
  },
  ...(sheets.length < 2
    ? []
    : [
        {
          key: 'register',
          label: texts.filterRegister,
          choices: sheets.map(({ type }) => ({ value: type, label: definitions.get(type)?.plural ?? type })),
        },
      ]),
]

const countWords = (rows: readonly ShownRow[]): string => {
  const isSame = rows.every(({ state }) => state === 'same')
  return isSame ? texts.identical(formatWhole(rows.length)) : differenceWords(rows)
}
const differenceWords = (rows: readonly ShownRow[]): string =>
  (['new', 'changed', 'differs', 'unread', 'missing', 'same'] as const)
    .map((state) => [state, countOf(rows, state)] as const)
    .filter(([state, count]) => count > 0 || state === 'same')
    .map(([state, count]) => texts.counts[state](formatWhole(count)))
    .join(', ')

const firstQuery = (rows: readonly ShownRow[]): ListQuery =>
  rows.some(({ state }) => state !== 'same') ? { ...emptyQuery, filters: { state: differing } } : emptyQuery

type Props = { answer: Answer; onAgain: () => void; onSaved: () => void }

/** What one file would change, field by field; what is taken of it is one change with its source. */
export const Comparison = ({ answer, onAgain, onSaved }: Props) => {
  const definitions = useDefinitions()
  const { rows, taken, picked, pick, take, loadPage } = useRows(answer, definitions)
  const [query, setQuery] = useState<ListQuery>(() => firstQuery(rows))
  const [source, setSource] = useState(answer.source)
  const [open, setOpen] = useState<string | null>(null)
  const [width, setWidth] = useKept('lebar/isian', usualWidth, readNumber)
  const { run, busy, failure } = useWork(questionnaireAccept)
  const notice = useCommitNotice()
  const filters = useMemo(() => filtersOf(answer, definitions), [answer, definitions])
  const opened = rows.find(({ id }) => id === open)
  const replaced = replacing(rows, taken)
  const agency = answer.opd.name
  const save = async () => {
    const result = await run(acceptedOf(answer, source, rows, taken, definitions))
    const words = ({ created, changed, declared }: { created: number; changed: number; declared: number }) =>
      created + changed + declared === 0
        ? texts.receivedWords(agency)
        : texts.savedWords(agency, formatWhole(created), formatWhole(changed), formatWhole(declared))
    if (notice(result, words, { failureSaid: true })) onSaved()
  }
  useSaveKey(() => {
    if (!busy) void save()
  })
  return (
    <>
      <SourceFields source={source} onChange={setSource} />
      {answer.notes.length === 0 ? null : (
        <ul className={styles.notes}>
          {answer.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className={styles.sheet}>
        <SplitView
          side={
            opened === undefined ? null : (
              <RowDetail
                row={opened}
                definitions={definitions}
                taken={taken.get(opened.id) ?? none}
                onTake={(key, isTaken) => take(opened.id, key, isTaken)}
              />
            )
          }
          sideLabel={opened?.title ?? ''}
          width={width}
          onWidth={setWidth}
          onClose={() => setOpen(null)}
        >
          <RecordList<ShownRow>
            label={texts.list}
            columns={columnsOf(answer, opened !== undefined)}
            loadPage={loadPage}
            query={query}
            onQuery={setQuery}
            rowLabel={({ title }) => title}
            filters={filters}
            openId={open}
            onOpen={({ id }) => setOpen(id)}
            selected={picked}
            onSelect={pick}
            keepsTools
            empty={<EmptyState title={texts.empty} />}
          />
        </SplitView>
      </div>
      <footer className={styles.bar}>
        <div className={styles.sums} role="status">
          <strong>{texts.taken(formatWhole(taken.size))}</strong>
          <span>{countWords(rows)}</span>
          {replaced === 0 ? null : (
            <span className={styles.warn}>{texts.replaces(formatWhole(replaced))}</span>
          )}
          {failure ? (
            <RefusedRows
              failure={failure}
              action={
                <Button variant="default" onClick={onAgain}>
                  {texts.read.againFresh}
                </Button>
              }
            />
          ) : null}
        </div>
        <Button loading={busy} onClick={() => void save()}>
          {taken.size === 0 ? texts.receive : texts.save(formatWhole(taken.size))}
        </Button>
      </footer>
    </>
  )
}
