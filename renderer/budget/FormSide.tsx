import { Button, SegmentedControl } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { attachmentOpen, type HistoryStepRow, recordHistory } from '../../shared/contract/records.ts'
import { withoutPlace } from '../../shared/rules/budget/reread.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { useAnswer, useClient } from '../app/client.tsx'
import { undoCommit } from '../app/commit.ts'
import { takeDownload } from '../app/download.ts'
import { useWork } from '../app/work.ts'
import {
  ErrorText,
  formatWhole,
  History,
  type HistoryEntry,
  ProgressNotice,
  showNotice,
  ThinBar,
} from '../ui/index.ts'
import type { FormTab } from './addresses.ts'
import { SettledMarks } from './FormMarks.tsx'
import styles from './form.module.css'
import { formColumns } from './formColumns.ts'
import { cellText, type Sheet } from './sheet.ts'
import type { OpenForm } from './useFormSheet.ts'
import { VersionsTab } from './VersionsTab.tsx'

const texts = budgetWindowTexts.form

const headings = new Map(formColumns.map(({ key, heading }) => [key, heading]))
const headingOf = (column: string): string => headings.get(column) ?? ''

type GoTo = (row: string, column: string) => void

const Check = ({ sheet, onGo }: { sheet: Sheet; onGo: GoTo }) => {
  const doubts = sheet.rows.flatMap((row, at) =>
    (sheet.marks.get(row.id) ?? []).map((mark) => ({ row, at, mark })),
  )
  const notes = sheet.rows.flatMap((row, at) => (cellText(row, 'note') === '' ? [] : [{ row, at }]))
  return (
    <>
      {doubts.length === 0 ? <p className={styles.calm}>{texts.checkNone}</p> : null}
      <ul className={styles.list}>
        {doubts.slice(0, 300).map(({ row, at, mark }) => (
          <li key={`${row.id} ${mark.column} ${mark.type}`} className={styles.item}>
            <div className={styles.itemHead}>
              <span>{texts.checkPlace(formatWhole(at + 1), headingOf(mark.column))}</span>
              <Button variant="subtle" onClick={() => onGo(row.id, mark.column)}>
                {budgetWindowTexts.import.doubts.go}
              </Button>
            </div>
            <p className={styles.itemWords}>{withoutPlace(mark.message)}</p>
          </li>
        ))}
      </ul>
      {notes.length > 0 ? (
        <section aria-label={texts.notes}>
          <h3 className={styles.sideTitle}>{texts.notes}</h3>
          <ul className={styles.list}>
            {notes.map(({ row, at }) => (
              <li key={row.id} className={styles.item}>
                <div className={styles.itemHead}>
                  <span>{texts.checkRow(formatWhole(at + 1))}</span>
                  <Button variant="subtle" onClick={() => onGo(row.id, 'note')}>
                    {budgetWindowTexts.import.doubts.go}
                  </Button>
                </div>
                <p className={styles.itemWords}>{cellText(row, 'note')}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

const changesOf = ({ fields }: HistoryStepRow) =>
  fields.map(({ label, before, after }) => ({ field: label, before, after }))

/** One entry for each catatan perubahan, newest first, even where it touched the record twice. Only the newest can be undone here. */
const entriesOf = (steps: readonly HistoryStepRow[], mayUndo: boolean): readonly HistoryEntry[] => {
  const entries = new Map<string, HistoryEntry>()
  for (const step of steps) {
    const known = entries.get(step.commit)
    const changes = changesOf(step)
    if (known) {
      entries.set(step.commit, { ...known, changes: [...known.changes, ...changes] })
      continue
    }
    entries.set(step.commit, {
      id: step.commit,
      who: [step.officer, step.capacity].filter(Boolean).join(', '),
      at: Date.parse(step.time),
      summary: step.reason,
      changes,
      canUndo: entries.size === 0 && mayUndo,
    })
  }
  return [...entries.values()]
}

const Steps = ({ type, id, mayUndo }: { type: 'budgetForm' | 'budgetRow'; id: string; mayUndo: boolean }) => {
  const client = useClient()
  const { data, failure, isPending } = useAnswer(recordHistory, { type, id }, { records: [type], keep: true })
  const entries = useMemo(() => entriesOf(data?.steps ?? [], mayUndo), [data, mayUndo])
  if (isPending) return <ThinBar />
  if (failure) return <ErrorText message={failure.message} />
  return <History entries={entries} onUndo={({ id: commit }) => void undoCommit(client, commit)} />
}

type Row = { readonly id: string; readonly number: number; readonly stored: boolean }

const Past = ({ form, row }: { form: OpenForm; row: Row | null }) => {
  const [of, setOf] = useState<'form' | 'row'>('form')
  const ofRow = of === 'row' && row !== null && row.stored
  return (
    <>
      {row?.stored ? (
        <SegmentedControl
          size="sm"
          transitionDuration={0}
          aria-label={texts.tabs.riwayat}
          data={[
            { value: 'form', label: texts.historyOf.form },
            { value: 'row', label: texts.historyOf.row(formatWhole(row.number)) },
          ]}
          value={ofRow ? 'row' : 'form'}
          onChange={(value) => setOf(value === 'row' ? 'row' : 'form')}
        />
      ) : null}
      <Steps
        key={ofRow ? row.id : form.form.id}
        type={ofRow ? 'budgetRow' : 'budgetForm'}
        id={ofRow ? row.id : form.form.id}
        mayUndo={Object.values(form.may).some(Boolean)}
      />
    </>
  )
}

const Attachments = ({ form }: { form: OpenForm }) => {
  const { run, busy, cancel } = useWork(attachmentOpen)
  const open = async (id: string) => {
    const result = await run({ id })
    if (result.ok) takeDownload(result.value)
    else if (result.error.type !== 'Cancelled') showNotice({ message: result.error.message, tone: 'failed' })
  }
  const { files } = form.form
  return (
    <>
      <p className={styles.calm}>{files.length === 0 ? texts.attachments.none : texts.attachments.text}</p>
      <ul className={styles.list}>
        {files.map(({ name, attachment }) => (
          <li key={`${name} ${attachment}`} className={styles.item}>
            <div className={styles.itemHead}>
              <span>{name}</span>
              {attachment === null ? (
                <span className={styles.muted}>{texts.attachments.notKept}</span>
              ) : (
                <Button
                  variant="subtle"
                  aria-label={texts.attachments.openOf(name)}
                  leftSection={<IconDownload size={16} stroke={1.6} />}
                  onClick={() => void open(attachment)}
                >
                  {texts.attachments.open}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {busy ? (
        <ProgressNotice label={texts.attachments.open} done={0} total={null} onCancel={cancel} />
      ) : null}
    </>
  )
}

const Articles = () => (
  <ul className={styles.list}>
    {texts.articles.map(({ place, text }) => (
      <li key={place} className={styles.item}>
        <span className={styles.place}>{place}</span>
        <p className={styles.itemWords}>{text}</p>
      </li>
    ))}
  </ul>
)

type Props = {
  tab: FormTab
  form: OpenForm
  sheet: Sheet
  row: Row | null
  onGo: GoTo
  onOpen: (form: string) => void
}

/** What stands beside the rows: doubts and notes, versions, history, original files, pasal. */
export const FormSide = ({ tab, form, sheet, row, onGo, onOpen }: Props) => (
  <div className={styles.side}>
    <h2 className={styles.sideTitle}>{texts.tabs[tab]}</h2>
    {tab === 'periksa' ? (
      <>
        <Check sheet={sheet} onGo={onGo} />
        <SettledMarks form={form} />
      </>
    ) : null}
    {tab === 'versi' ? <VersionsTab form={form.form} versions={form.versions} onOpen={onOpen} /> : null}
    {tab === 'riwayat' ? <Past form={form} row={row} /> : null}
    {tab === 'lampiran' ? <Attachments form={form} /> : null}
    {tab === 'pasal' ? <Articles /> : null}
  </div>
)
