import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { OutputOf } from '../../shared/contract/call.ts'
import { opdRead, opdRegister, opdTake } from '../../shared/contract/opd.ts'
import { isWritten } from '../../shared/rules/opd/plan.ts'
import { opdTexts } from '../../shared/texts/opd.ts'
import { useAnswer } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { useUnsaved } from '../app/leave.tsx'
import { usePlace } from '../app/place.ts'
import { useWork } from '../app/work.ts'
import {
  DropZone,
  ErrorText,
  formatWhole,
  Grid,
  type GridHandle,
  PageDrop,
  PageHeader,
  type PastedTable,
  type PickedFile,
  ProgressNotice,
  pickedOf,
  type Rows,
  showNotice,
  usePagePaste,
} from '../ui/index.ts'
import styles from './opd.module.css'
import { countOf, emptyOpdRow, type OpdSheet, opdColumns, rowsOfLines, sheetOf, writtenOf } from './sheet.ts'

const texts = opdTexts.page
const list = '/daftar/opd'
type Register = OutputOf<typeof opdRegister>
type Refused = OutputOf<typeof opdRead>['refused']
const nobody: Register['opds'] = []

const Choose = ({
  onBring,
  reading,
  refused,
}: {
  onBring: (files: readonly PickedFile[], paste: PastedTable | null) => void
  reading: ReturnType<typeof useWork<typeof opdRead>>
  refused: Refused
}) => (
  <div className={styles.choose}>
    {reading.busy ? (
      <ProgressNotice
        label={texts.reading}
        done={0}
        total={null}
        onCancel={reading.cancel}
        cancelling={reading.cancelling}
      />
    ) : (
      <DropZone
        title={texts.dropTitle}
        hint={texts.dropHint}
        paste
        onFiles={(files) => onBring(files, null)}
      />
    )}
    {reading.failure ? <ErrorText message={reading.failure.message} /> : null}
    {refused.map(({ file, message }) => (
      <ErrorText key={file} message={`${file}: ${message}`} />
    ))}
    <p className={styles.about}>{texts.aboutChoose}</p>
  </div>
)

const countWords = ({ plan }: OpdSheet): string => {
  const [twins, ...rest] = (['twin', 'new', 'changed', 'same'] as const).map((state) => countOf(plan, state))
  const [fresh = 0, changed = 0, same = 0] = rest
  const found = formatWhole(plan.length - (twins ?? 0))
  const words = texts.counts(found, formatWhole(fresh), formatWhole(changed), formatWhole(same))
  return twins ? `${words}; ${texts.twins(formatWhole(twins))}` : words
}

const Foot = ({
  sheet,
  busy,
  onSave,
  onGo,
}: {
  sheet: OpdSheet
  busy: boolean
  onSave: () => void
  onGo: (row: string, column: string) => void
}) => {
  const writing = sheet.plan.filter(isWritten).length
  const unclear = sheet.plan.filter(({ state }) => state === 'unclear')
  const [first] = unclear
  return (
    <footer className={styles.bar}>
      <div className={styles.sums} role="status">
        <strong>{countWords(sheet)}</strong>
        {first ? (
          <span className={styles.warn}>
            {texts.unclear(formatWhole(unclear.length))}{' '}
            <button
              type="button"
              className={styles.link}
              onClick={() => onGo(first.key, first.doubts[0]?.field ?? 'name')}
            >
              {texts.unclearGo}
            </button>
          </span>
        ) : null}
        {sheet.absent > 0 ? <span>{texts.absent(formatWhole(sheet.absent))}</span> : null}
        {writing === 0 ? <span>{texts.nothing}</span> : null}
      </div>
      <Button disabled={writing === 0} loading={busy} title="Ctrl+S" onClick={onSave}>
        {writing === 0 ? texts.saveNone : texts.save(formatWhole(writing))}
      </Button>
    </footer>
  )
}

const useTaking = (register: Register | undefined, sheet: OpdSheet | null, onSaved: () => void) => {
  const { run, busy } = useWork(opdTake)
  const tell = useCommitNotice()
  const save = async () => {
    if (sheet === null || register === undefined) return
    const byKey = new Map(sheet.plan.map((planned) => [planned.key, planned]))
    const rows = sheet.rows.flatMap((row) => {
      const planned = byKey.get(row.id)
      if (planned === undefined || !isWritten(planned)) return []
      const { key: _key, ...values } = writtenOf(row)
      return [{ id: planned.id, ...values }]
    })
    const done = tell(await run({ rows, seen: register.seen }), ({ created, changed }) =>
      texts.saved(formatWhole(created), formatWhole(changed)),
    )
    if (done) onSaved()
  }
  return { save, busy }
}

const Preview = ({
  register,
  rows,
  onRows,
  onSaved,
}: {
  register: Register
  rows: Rows
  onRows: (rows: Rows) => void
  onSaved: () => void
}) => {
  const grid = useRef<GridHandle>(null)
  const added = useRef(0)
  const sheet = useMemo(() => sheetOf(rows, register.opds), [rows, register.opds])
  const { save, busy } = useTaking(register, sheet, onSaved)
  return (
    <>
      <div className={styles.sheet}>
        <Grid
          label={texts.grid}
          columns={opdColumns}
          rows={sheet.rows}
          marks={sheet.marks}
          totals={false}
          handle={grid}
          onChange={(told) => onRows(told.rows)}
          newRow={() => {
            added.current += 1
            return emptyOpdRow(`baru-${added.current}`)
          }}
        />
      </div>
      <Foot
        sheet={sheet}
        busy={busy}
        onSave={() => void save()}
        onGo={(row, column) => grid.current?.goTo(row, column)}
      />
    </>
  )
}

/** “Isi daftar OPD”: a list from Word, Excel, CSV or a paste, what it would change, and all of it written as one change. */
export const TakeOpdsPage = () => {
  const { go } = usePlace()
  const reading = useWork(opdRead)
  const { data: register } = useAnswer(
    opdRegister,
    {},
    { records: ['opd', 'opdList', 'officer'], keep: true },
  )
  const [rows, setRows] = useState<Rows | null>(null)
  const [refused, setRefused] = useState<Refused>([])
  const [saved, setSaved] = useState(false)
  useUnsaved(rows !== null && !saved)
  const { run } = reading
  const bring = useCallback(
    async (files: readonly PickedFile[], paste: PastedTable | null) => {
      const result = await run({ files: files.map(({ name, bytes }) => ({ name, bytes })), paste })
      if (!result.ok) {
        if (result.error.type === 'Cancelled') showNotice({ message: texts.cancelled, tone: 'attention' })
        return
      }
      setRefused(result.value.refused)
      if (result.value.rows.length > 0) setRows(rowsOfLines(result.value.rows))
    },
    [run],
  )
  usePagePaste(
    async ({ table, files }) => bring(await pickedOf(files), table),
    rows === null && !reading.busy,
  )
  const leave = () => {
    setSaved(true)
    // After the guard has heard that nothing is unsaved any more.
    setTimeout(() => go(list))
  }
  return (
    <div className={styles.page}>
      <PageDrop
        hint={texts.dropHint}
        onFiles={(files) => void pickedOf(files).then((picked) => bring(picked, null))}
      />
      <PageHeader
        title={texts.title}
        about={rows === null ? null : texts.about}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconArrowLeft size={16} stroke={1.75} />}
              onClick={() => go(list)}
            >
              {texts.back}
            </Button>
            {rows === null ? null : (
              <Button variant="default" onClick={() => setRows(null)}>
                {texts.chooseOther}
              </Button>
            )}
          </>
        }
      />
      {rows === null ? (
        <Choose onBring={(files, paste) => void bring(files, paste)} reading={reading} refused={refused} />
      ) : (
        <>
          {refused.map(({ file, message }) => (
            <div key={file} className={styles.message}>
              <ErrorText message={`${file}: ${message}`} />
            </div>
          ))}
          <Preview
            register={
              register ?? { opds: nobody, complete: false, by: '', at: '', active: 0, codeless: 0, seen: {} }
            }
            rows={rows}
            onRows={setRows}
            onSaved={leave}
          />
        </>
      )}
    </div>
  )
}
