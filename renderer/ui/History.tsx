import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { uiTexts } from '../../shared/texts/ui.ts'
import { EmptyState } from './EmptyState.tsx'
import { formatMoment } from './format.ts'
import styles from './History.module.css'

const texts = uiTexts.history

/** One field of a change, in words for the officer (money and dates already formatted). */
export type FieldChange = {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
  /** Only `after` is told: something came, went, or was found right. */
  readonly plain?: boolean
}

/** One act on a record. */
export type HistoryEntry = {
  readonly id: string
  readonly who: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** “Mengubah”, “Diimpor dari Anggaran.docx”. */
  readonly summary: string
  readonly changes: readonly FieldChange[]
  /** Can be undone by this officer now. */
  readonly canUndo: boolean
  /** The record can be had back as it was after this. */
  readonly canRestore?: boolean
  readonly undone?: boolean
}

type Props = {
  entries: readonly HistoryEntry[]
  onUndo: (entry: HistoryEntry) => void
  onRestore?: (entry: HistoryEntry) => void
  /** More entries can be loaded. */
  onMore?: () => void
  busy?: boolean
}

const Value = ({ value, removed = false }: { value: string | null; removed?: boolean }) => {
  if (value === null || value === '') return <span className={styles.none}>{texts.emptyValue}</span>
  return removed ? <del className={styles.before}>{value}</del> : <ins className={styles.after}>{value}</ins>
}

const Change = ({ change }: { change: FieldChange }) => (
  <li className={styles.change}>
    <span className={styles.field}>{change.field}</span>
    <span className={styles.values}>
      {change.plain ? (
        change.after
      ) : (
        <>
          <Value value={change.before} removed />{' '}
          <span aria-hidden="true" className={styles.arrow}>
            →
          </span>{' '}
          <Value value={change.after} />
        </>
      )}
    </span>
  </li>
)

type EntryProps = Pick<Props, 'onUndo' | 'onRestore'> & { entry: HistoryEntry; busy: boolean }

const Entry = ({ entry, onUndo, onRestore, busy }: EntryProps) => (
  <li className={styles.entry} data-undone={entry.undone || undefined}>
    <div className={styles.head}>
      <span className={styles.summary}>{entry.summary}</span>
      {entry.undone ? <span className={styles.none}>{texts.undone}</span> : null}
      {entry.canUndo && !entry.undone ? (
        <Button
          variant="subtle"
          className={styles.undo ?? ''}
          disabled={busy}
          aria-label={texts.undoOf(entry.summary)}
          onClick={() => onUndo(entry)}
        >
          {texts.undo}
        </Button>
      ) : null}
    </div>
    <div className={styles.who}>
      {entry.who} · <time>{formatMoment(entry.at)}</time>
    </div>
    {entry.changes.length > 0 ? (
      <ul className={styles.changes}>
        {entry.changes.map((change, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one field can change in several rows
          <Change key={at} change={change} />
        ))}
      </ul>
    ) : null}
    {entry.canRestore && onRestore ? (
      <Button
        variant="subtle"
        className={styles.restore ?? ''}
        disabled={busy}
        leftSection={<IconHistory size={14} stroke={1.6} />}
        aria-label={texts.restoreOf(entry.summary)}
        onClick={() => onRestore(entry)}
      >
        {texts.restore}
      </Button>
    ) : null}
  </li>
)

/** Who changed what and when, newest first, each with “Urungkan”, and where it can be with “Kembalikan ke keadaan ini”. */
export const History = ({ entries, onUndo, onRestore, onMore, busy = false }: Props) => {
  if (entries.length === 0) return <EmptyState small title={texts.empty} />
  return (
    <div>
      <ol className={styles.list} aria-label={texts.title}>
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            onUndo={onUndo}
            {...(onRestore ? { onRestore } : {})}
            busy={busy}
          />
        ))}
      </ol>
      {onMore ? (
        <Button variant="subtle" onClick={onMore} disabled={busy}>
          {texts.more}
        </Button>
      ) : null}
    </div>
  )
}
