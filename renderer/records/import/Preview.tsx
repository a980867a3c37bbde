import { Button } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { recordSaveMany } from '../../../shared/contract/sheet.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { recordsImportTexts } from '../../../shared/texts/records-import.ts'
import { useCommitNotice } from '../../app/commit.ts'
import { readNumber, useKept } from '../../app/kept.ts'
import { useWork } from '../../app/work.ts'
import {
  EmptyState,
  emptyQuery,
  formatWhole,
  type ListColumn,
  type ListQuery,
  type LoadPage,
  RecordList,
  SplitView,
} from '../../ui/index.ts'
import { RefusedRows } from '../RefusedRows.tsx'
import styles from './import.module.css'
import { RowDetail } from './RowDetail.tsx'
import {
  countOf,
  type ImportRow,
  importRows,
  onlyTakeable,
  type Read,
  shownRows,
  states,
  takenAtFirst,
  writtenOf,
} from './rows.ts'

const { page: texts, state: stateWords } = recordsImportTexts
const usualWidth = 460

const columns: readonly ListColumn<ImportRow>[] = [
  {
    key: 'state',
    heading: texts.columns.state,
    width: 116,
    render: ({ state }) => (
      <span className={styles.state} data-state={state}>
        {stateWords[state]}
      </span>
    ),
  },
  {
    key: 'line',
    heading: texts.columns.line,
    width: 64,
    align: 'right',
    render: ({ line }) => formatWhole(line),
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
    key: 'remark',
    heading: texts.columns.remark,
    grow: 4,
    lines: 2,
    render: ({ about }) => about,
    title: ({ about }) => about,
  },
]
const filters = [
  {
    key: 'state',
    label: texts.filter,
    choices: states.map((value) => ({ value, label: stateWords[value] })),
  },
]

const useRows = (definition: AnyDefinition, read: Read) => {
  const rows = useMemo(() => importRows(definition, read), [definition, read])
  const [taken, setTaken] = useState(() => takenAtFirst(rows))
  const take = useCallback((wanted: ReadonlySet<string>) => setTaken(onlyTakeable(rows, wanted)), [rows])
  const loadPage: LoadPage<ImportRow> = useCallback(
    async (_cursor, query) => {
      const shown = shownRows(rows, query)
      return { rows: shown, next: null, total: shown.length }
    },
    [rows],
  )
  return { rows, taken, take, loadPage }
}

/** Columns, sheets and files of which nothing is taken. */
const Notes = ({ read: { columns: found, leftOut } }: { read: Read }) => {
  const words = found
    .filter(({ key }) => key === null)
    .map(({ heading, remark }) => (remark === '' ? heading : `“${heading}” (${remark})`))
  return words.length + leftOut.length === 0 ? null : (
    <ul className={styles.notes}>
      {words.length === 0 ? null : <li data-warn>{texts.unknown(words.join(', '))}</li>}
      {leftOut.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

const countWords = (rows: readonly ImportRow[]): string => {
  const [fresh = '', changed = '', unread = '', same = ''] = states.map((state) =>
    formatWhole(countOf(rows, state)),
  )
  return texts.counts(fresh, changed, same, unread)
}

type Props = { definition: AnyDefinition; read: Read; onAgain: () => void; onSaved: () => void }

/** What a file would do to the register, row by row; all or some of it is taken, as one change. */
export const Preview = ({ definition, read, onAgain, onSaved }: Props) => {
  const { rows, taken, take, loadPage } = useRows(definition, read)
  const [query, setQuery] = useState<ListQuery>(emptyQuery)
  const [open, setOpen] = useState<string | null>(null)
  const [width, setWidth] = useKept('lebar/impor', usualWidth, readNumber)
  const { run, busy, failure } = useWork(recordSaveMany)
  const notice = useCommitNotice()
  const opened = rows.find(({ id }) => id === open)
  const identical = countOf(rows, 'same') === rows.length
  const save = async () => {
    const { type, plural, undoable } = definition
    const written = writtenOf(definition, rows, taken)
    const result = await run({ type, rows: written, seen: read.seen, source: read.file })
    const words = ({ created, changed }: { created: number; changed: number }) =>
      texts.saved(plural, formatWhole(created), formatWhole(changed))
    if (notice(result, words, { undoable, failureSaid: true })) onSaved()
  }
  return (
    <>
      <Notes read={read} />
      <div className={styles.sheet}>
        <SplitView
          side={opened === undefined ? null : <RowDetail definition={definition} row={opened} />}
          sideLabel={opened?.title ?? ''}
          width={width}
          onWidth={setWidth}
          onClose={() => setOpen(null)}
        >
          <RecordList<ImportRow>
            label={texts.list}
            columns={opened === undefined ? columns : columns.slice(0, 3)}
            loadPage={loadPage}
            query={query}
            onQuery={setQuery}
            rowLabel={({ title }) => title}
            filters={filters}
            openId={open}
            onOpen={({ id }) => setOpen(id)}
            selected={taken}
            onSelect={take}
            keepsTools
            empty={<EmptyState title={recordsImportTexts.refusal.noRows} />}
          />
        </SplitView>
      </div>
      <footer className={styles.bar}>
        <div className={styles.sums} role="status">
          <strong>{texts.taken(formatWhole(taken.size))}</strong>
          <span>{identical ? texts.identical : countWords(rows)}</span>
          {failure ? (
            <RefusedRows
              failure={failure}
              action={
                <Button variant="default" onClick={onAgain}>
                  {texts.again}
                </Button>
              }
            />
          ) : null}
        </div>
        <Button disabled={taken.size === 0} loading={busy} onClick={() => void save()}>
          {taken.size === 0 ? texts.saveNone : texts.save(formatWhole(taken.size))}
        </Button>
      </footer>
    </>
  )
}
