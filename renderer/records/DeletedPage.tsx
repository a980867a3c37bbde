import { Button, TextInput, VisuallyHidden } from '@mantine/core'
import { IconArrowLeft, IconSearch } from '@tabler/icons-react'
import { useCallback, useRef } from 'react'
import type { OutputOf } from '../../shared/contract/call.ts'
import { recordBringBack, recordDeleted } from '../../shared/contract/restore.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsRestoreTexts } from '../../shared/texts/records-restore.ts'
import { useAnswer } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { usePlace } from '../app/place.ts'
import { useWork } from '../app/work.ts'
import {
  EmptyState,
  ErrorText,
  formatMoment,
  formatWhole,
  PageHeader,
  ThinBar,
  usePlainKey,
} from '../ui/index.ts'
import { registerPath } from './address.ts'
import styles from './deleted.module.css'
import { useMayWrite } from './useMayWrite.ts'

const texts = recordsRestoreTexts.deleted
type Answer = OutputOf<typeof recordDeleted>
type Row = Answer['rows'][number]

const Act = ({ row, busy, onRestore }: { row: Row; busy: boolean; onRestore: () => void }) =>
  row.disputed ? (
    <span className={styles.disputed}>{texts.disputed}</span>
  ) : (
    <Button variant="subtle" disabled={busy} aria-label={texts.restoreOf(row.title)} onClick={onRestore}>
      {texts.restore}
    </Button>
  )

type ListProps = { rows: readonly Row[]; busy: boolean; onRestore: ((row: Row) => void) | null }

const List = ({ rows, busy, onRestore }: ListProps) => (
  <table className={styles.table}>
    <thead>
      <tr>
        <th scope="col">{texts.columns.title}</th>
        <th scope="col">{texts.columns.time}</th>
        <th scope="col">{texts.columns.officer}</th>
        <th scope="col">{texts.columns.reason}</th>
        {onRestore === null ? null : (
          <th scope="col">
            <VisuallyHidden>{texts.columns.act}</VisuallyHidden>
          </th>
        )}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">{row.title}</th>
          <td>{formatMoment(Date.parse(row.time))}</td>
          <td>{row.officer}</td>
          <td>{row.reason}</td>
          {onRestore === null ? null : (
            <td>
              <Act row={row} busy={busy} onRestore={() => onRestore(row)} />
            </td>
          )}
        </tr>
      ))}
    </tbody>
  </table>
)

const Search = ({ words, onWords }: { words: string; onWords: (words: string) => void }) => {
  const field = useRef<HTMLInputElement>(null)
  usePlainKey(
    '/',
    useCallback(() => field.current?.select(), []),
  )
  return (
    <TextInput
      ref={field}
      type="search"
      className={styles.search ?? ''}
      aria-label={texts.search}
      placeholder={texts.search}
      leftSection={<IconSearch size={16} stroke={1.6} />}
      value={words}
      onChange={(event) => onWords(event.currentTarget.value)}
    />
  )
}

/** Deleted records of a register, each to be had back with one press. */
export const DeletedPage = ({ definition }: { definition: AnyDefinition }) => {
  const { type, label, plural } = definition
  const { params, set, go } = usePlace()
  const words = params.get('cari') ?? ''
  const { data, failure, isPending } = useAnswer(
    recordDeleted,
    { type, search: words },
    { records: [type], keep: true },
  )
  const mayWrite = useMayWrite(definition)
  const { run, busy } = useWork(recordBringBack)
  const notice = useCommitNotice()
  const restore = async ({ id, title }: Row, { seen }: Answer) => {
    const result = await run({ type, id, seen })
    notice(result, texts.restored(label, title))
  }
  return (
    <div>
      <PageHeader
        title={texts.title(plural)}
        about={texts.about}
        actions={
          <>
            <Search words={words} onWords={(next) => set({ cari: next || null }, { replace: true })} />
            <Button
              variant="default"
              leftSection={<IconArrowLeft size={16} stroke={1.75} />}
              onClick={() => go(registerPath(type))}
            >
              {texts.back}
            </Button>
          </>
        }
      />
      {isPending ? <ThinBar /> : null}
      {failure ? (
        <div className={styles.message}>
          <ErrorText message={failure.message} />
        </div>
      ) : null}
      {data === undefined ? null : data.rows.length === 0 ? (
        <EmptyState title={words === '' ? texts.none : texts.noneFound}>
          {words === '' ? texts.noneAbout : null}
        </EmptyState>
      ) : (
        <List rows={data.rows} busy={busy} onRestore={mayWrite ? (row) => void restore(row, data) : null} />
      )}
      {data !== undefined && data.more > 0 ? (
        <p className={styles.message}>{texts.more(formatWhole(data.more))}</p>
      ) : null}
    </div>
  )
}
