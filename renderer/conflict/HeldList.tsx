import { Button } from '@mantine/core'
import { IconBan, IconDownload, IconHourglassHigh, IconInboxOff, IconShieldX } from '@tabler/icons-react'
import { type HeldEntry, heldList, heldRelease, heldTake } from '../../shared/contract/conflict.ts'
import { grantsOn, visibleOpds } from '../../shared/rules/access/index.ts'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { useAnswer } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { takeDownload } from '../app/download.ts'
import { useOnce } from '../app/once.ts'
import { today, useSession } from '../app/session.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { useWork } from '../app/work.ts'
import { EmptyState, ErrorText, formatMoment, formatWhole, showNotice, ThinBar } from '../ui/index.ts'
import styles from './conflict.module.css'

const texts = conflictWindowTexts.held
const states = ['waiting', 'aside', 'refused'] as const
type State = (typeof states)[number]
const icons = { waiting: IconHourglassHigh, aside: IconShieldX, refused: IconBan } as const

const momentOf = (iso: string): string => formatMoment(Date.parse(iso))

/** What is in the log was written by whom it says. */
const isLogged = ({ received }: HeldEntry): boolean => received === ''

const whoWords = (entry: HeldEntry): string => {
  const { officer } = entry
  if (officer === '') return texts.nobody
  return isLogged(entry) ? officer : texts.claimed(officer)
}

const Facts = ({ entry }: { entry: HeldEntry }) => {
  const { computer, seq, time, received } = entry
  // Of what is only closed it is not said who wrote it.
  const isTold = computer !== ''
  const facts = [
    isTold ? whoWords(entry) : '',
    isTold ? texts.number(computer, formatWhole(seq)) : '',
    time === '' ? '' : texts.written(momentOf(time)),
    received === '' ? '' : texts.received(momentOf(received)),
  ]
  return <p className={styles.by}>{facts.filter(Boolean).join(' · ')}</p>
}

const useRelease = (onDone: () => void) => {
  const { run } = useWork(heldRelease)
  const { once, busy } = useOnce()
  const tell = useCommitNotice()
  const release = (device: string, until: number): void => {
    void once(async () => {
      const result = await run({ device, until })
      tell(result, (value) => texts.accepted(formatWhole(value.released), formatWhole(value.applied)), {
        undoable: false,
      })
      onDone()
    })
  }
  return { release, busy }
}

const Take = ({ entry }: { entry: HeldEntry }) => {
  const { run, busy } = useWork(heldTake)
  const take = async (): Promise<void> => {
    const result = await run({ key: entry.key })
    if (result.ok) takeDownload(result.value)
    else if (result.error.type !== 'Cancelled') showNotice({ message: result.error.message, tone: 'failed' })
  }
  return (
    <Button
      variant="subtle"
      loading={busy}
      leftSection={<IconDownload size={16} stroke={1.6} />}
      aria-label={texts.takeLabel(entry.said)}
      onClick={() => void take()}
    >
      {texts.take}
    </Button>
  )
}

/** Those of the same computer that wait behind an entry; all of one state. */
const behind = (entries: readonly HeldEntry[], { device, seq }: HeldEntry): readonly HeldEntry[] =>
  entries.filter((other) => !isLogged(other) && other.device === device && other.seq > seq)

type ReleaseProps = {
  entry: HeldEntry
  later: readonly HeldEntry[]
  onDone: () => void
}

const Release = ({ entry, later, onDone }: ReleaseProps) => {
  const { release, busy } = useRelease(onDone)
  const last = later.reduce((most, { seq }) => Math.max(most, seq), entry.seq)
  return (
    <>
      <Button
        variant="default"
        disabled={busy}
        aria-label={texts.acceptLabel(entry.said)}
        onClick={() => release(entry.device, entry.seq)}
      >
        {texts.accept}
      </Button>
      {later.length === 0 ? null : (
        <Button variant="default" disabled={busy} onClick={() => release(entry.device, last)}>
          {texts.acceptAll(formatWhole(later.length))}
        </Button>
      )}
    </>
  )
}

const Entry = ({ entry, later, onDone }: ReleaseProps) => {
  const mayRelease = useMayChange(heldRelease.roles) && entry.releasable
  const mayTake = useMayChange(heldTake.roles) && entry.computer !== ''
  return (
    <li className={styles.entry}>
      <p className={styles.said}>{entry.said}</p>
      <Facts entry={entry} />
      <p className={styles.why}>{entry.why}</p>
      <div className={styles.acts}>
        {mayRelease ? <Release entry={entry} later={later} onDone={onDone} /> : null}
        {mayTake ? <Take entry={entry} /> : null}
      </div>
    </li>
  )
}

type GroupProps = { state: State; entries: readonly HeldEntry[]; onDone: () => void }

const Group = ({ state, entries, onDone }: GroupProps) => {
  const own = entries.filter((entry) => entry.state === state)
  const Icon = icons[state]
  if (own.length === 0) return null
  return (
    <section className={styles.group} aria-label={texts.groups[state]}>
      <h2 className={styles.groupTitle} data-state={state}>
        <Icon size={16} stroke={1.75} aria-hidden="true" />
        {texts.groups[state]}
        <span className={styles.count}>{texts.count(formatWhole(own.length))}</span>
      </h2>
      <p className={styles.note}>{texts.groupAbout[state]}</p>
      <ul className={styles.entries}>
        {own.map((entry) => (
          <Entry key={entry.key} entry={entry} later={behind(own, entry)} onDone={onDone} />
        ))}
      </ul>
    </section>
  )
}

/** What came and counts nowhere, each with its reason; nothing of it can be thrown away. */
export const HeldList = () => {
  const { data, failure, isPending, retry } = useAnswer(heldList, {}, { keep: true })
  const { session } = useSession()
  const seesAll = visibleOpds(grantsOn(session.grants, today())) === null
  if (failure)
    return (
      <div className={styles.message}>
        <ErrorText
          message={failure.message}
          action={<Button onClick={retry}>{conflictWindowTexts.retry}</Button>}
        />
      </div>
    )
  if (isPending || data === undefined) return <ThinBar label={conflictWindowTexts.loading} />
  if (data.entries.length === 0)
    return (
      <EmptyState icon={<IconInboxOff size={32} stroke={1.5} />} title={texts.emptyTitle}>
        {seesAll ? texts.emptyText : texts.onlyWhole}
      </EmptyState>
    )
  const left = data.total - data.entries.length
  return (
    <div className={styles.scroller}>
      <div className={styles.held}>
        <p className={styles.note}>{texts.about}</p>
        {states.map((state) => (
          <Group key={state} state={state} entries={data.entries} onDone={retry} />
        ))}
        {left > 0 ? <p className={styles.note}>{texts.more(formatWhole(left))}</p> : null}
      </div>
    </div>
  )
}
