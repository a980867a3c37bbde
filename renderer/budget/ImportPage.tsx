import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { budgetForms } from '../../shared/contract/budget.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { useAnswer } from '../app/client.tsx'
import { useUnsaved } from '../app/leave.tsx'
import { usePlace } from '../app/place.ts'
import { useYear } from '../app/year.ts'
import {
  DropZone,
  ErrorText,
  formatWhole,
  generalKeys,
  gridKeys,
  KeyHelp,
  Notice,
  PageDrop,
  PageHeader,
  type PickedFile,
  ProgressNotice,
  pickedOf,
  showNotice,
  usePagePaste,
  usePlainKey,
} from '../ui/index.ts'
import { budgetAddress } from './addresses.ts'
import { type Brought, takeOver } from './handover.ts'
import { ImportPreview } from './ImportPreview.tsx'
import styles from './import.module.css'
import { batchOf } from './importBatch.ts'
import { type ImportFile, missingFor, type RefusedFile } from './importModel.ts'
import { SaveAllDialog } from './SaveAllDialog.tsx'
import { unsavedCount, useImport, type Written } from './useImport.ts'
import { useOpds } from './useOpds.ts'
import { useSavedNotice } from './useSavedNotice.ts'
import { useSaveKey } from './useSaveKey.ts'

const texts = budgetWindowTexts.import
const none = [] as const
const keyGroups = [
  {
    ...generalKeys,
    lines: generalKeys.lines.map((line) =>
      line.keys[0] === 'Ctrl+S' ? { ...line, label: texts.keySave } : line,
    ),
  },
  gridKeys,
]

const isPasted = ({ type }: PickedFile) => type === 'text/html' || type === 'text/plain'
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** A drop zone gives a pasted table as a file; the core reads it as a paste. */
const broughtOf = (files: readonly PickedFile[]): Brought => {
  const pasted = files.find((file) => isPasted(file) && file.name.startsWith(texts.pasted))
  if (pasted === undefined) return { files, paste: null }
  const text = decode(pasted.bytes)
  return {
    files: files.filter((file) => file !== pasted),
    paste: pasted.type === 'text/html' ? { html: text, text: '' } : { html: '', text },
  }
}

const Choose = ({
  work,
  onBrought,
  refused,
  failure,
}: {
  work: ReturnType<typeof useImport>
  onBrought: (brought: Brought) => void
  refused: readonly RefusedFile[]
  failure: string | null
}) => {
  const { reading, draft } = work
  const waiting = draft.waiting
  return (
    <div className={styles.choose}>
      {waiting ? (
        <Notice
          tone="attention"
          message={texts.draftFound(waiting.files.map(({ name }) => name).join(', '))}
          action={{ label: texts.draftDrop, onClick: draft.drop }}
        />
      ) : null}
      {reading.busy ? (
        <ProgressNotice
          label={texts.reading(reading.count)}
          done={reading.progress?.done ?? 0}
          total={reading.progress?.total ?? null}
          onCancel={reading.cancel}
          cancelling={reading.cancelling}
        />
      ) : (
        <DropZone
          title={texts.dropTitle}
          hint={texts.dropHint}
          paste
          onFiles={(files) => onBrought(broughtOf(files))}
        />
      )}
      {failure ? <ErrorText message={failure} /> : null}
      {refused.map(({ file, error }) => (
        <ErrorText key={file} message={`${file}: ${error.message}`} />
      ))}
      <p className={styles.about}>{texts.aboutChoose}</p>
    </div>
  )
}

const keysOf = (files: readonly ImportFile[]) => files.map((file) => file.key)

const writingOf = ({ writing }: ReturnType<typeof useImport>, saving: boolean, name: string) =>
  saving
    ? {
        label: texts.saving(name),
        done: writing.progress?.done ?? 0,
        total: writing.progress?.total ?? null,
        cancel: writing.cancel,
        cancelling: writing.cancelling,
      }
    : null

/** “Impor formulir”: files in, what was understood, corrections in place; each form is written by its own Simpan. */
export const ImportPage = () => {
  const year = useYear()
  const { go, params } = usePlace()
  const work = useImport(year, params.get('opd'))
  const { loaded, read, save, update, takeInstead } = work
  const [key, setKey] = useState<string | null>(null)
  const [help, setHelp] = useState(false)
  const [saving, setSaving] = useState(false)
  const [asking, setAsking] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [focus, setFocus] = useState(0)
  const opds = useOpds()
  const tell = useSavedNotice()
  const files = loaded?.files ?? none
  const current =
    files.find((file) => file.key === key) ?? files.find(({ state }) => state === 'open') ?? files[0] ?? null
  const { data: known } = useAnswer(
    budgetForms,
    { year: current?.year ?? year },
    { records: ['budgetForm', 'budgetRow', 'opd'], keep: true },
  )
  const open = unsavedCount(files)
  /** Nothing was brought yet, or nothing of it could be read: the box stands there, for the next try. */
  const empty = loaded === null || files.length === 0
  useUnsaved(open > 0)
  // After the guard has heard that nothing is unsaved any more.
  useEffect(() => {
    if (leaving && open === 0) go(budgetAddress.list())
  }, [leaving, open, go])

  const bring = useCallback(
    async (brought: Brought) => {
      if ((await read(brought)) === 'cancelled') showNotice({ message: texts.cancelled, tone: 'attention' })
    },
    [read],
  )
  const ready = work.draft.ready
  const took = useRef(false)
  useEffect(() => {
    if (took.current || !ready) return
    took.current = true
    const brought = takeOver()
    if (brought) void bring(brought)
  }, [bring, ready])
  usePagePaste(
    async ({ table, files: pasted }) => bring({ files: await pickedOf(pasted), paste: table }),
    empty && !work.reading.busy,
  )
  usePlainKey(
    '?',
    useCallback(() => setHelp(true), []),
  )
  const takeDrop = async (dropped: readonly File[]) => {
    if (work.reading.busy || saving) return
    if (open > 0) return void showNotice({ message: texts.dropLater, tone: 'attention' })
    await bring({ files: await pickedOf(dropped), paste: null })
  }

  const saveKeys = async (keys: readonly string[], same: 'take' | 'refuse') => {
    setSaving(true)
    const written: Written[] = []
    for (const each of keys) {
      setKey(each)
      const result = await save(each, same)
      if (result === null) continue
      if ('type' in result && result.type === 'SameAsPresent') continue
      if ('commit' in result && 'key' in result) written.push(result as Written)
      else break
    }
    setSaving(false)
    if (written.length === 0) return
    tell(written, same === 'refuse' ? open - written.length : 0)
    if (written.length === keys.length) setKey(null)
    setFocus((now) => now + 1)
    setLeaving(written.length === open)
  }
  const batch = useMemo(() => batchOf(files), [files])
  const saveCurrent = () => {
    if (current?.state !== 'open' || missingFor(current) !== null || saving || asking) return
    void saveKeys([current.key], 'take')
  }
  const saveReady = () => {
    setAsking(false)
    void saveKeys(keysOf(batch.ready), 'refuse')
  }
  const saveMarked = () => {
    setAsking(false)
    const both = new Set([...batch.ready, ...batch.marked])
    void saveKeys(keysOf(files.filter((file) => both.has(file))), 'refuse')
  }
  const use = (chosen: string) => {
    takeInstead(chosen)
    setKey(chosen)
    setFocus((now) => now + 1)
  }
  useSaveKey(saveCurrent)

  return (
    <div className={styles.page}>
      <PageDrop hint={texts.dropHint} onFiles={(dropped) => void takeDrop(dropped)} />
      <PageHeader
        title={texts.title}
        about={loaded ? texts.about : null}
        actions={
          loaded && open > 0 ? null : (
            <>
              <Button
                variant="default"
                leftSection={<IconArrowLeft size={16} stroke={1.75} />}
                onClick={() => go(budgetAddress.list())}
              >
                {texts.back}
              </Button>
              {loaded && files.length > 0 ? <Button onClick={work.reset}>{texts.chooseOther}</Button> : null}
            </>
          )
        }
      />
      {loaded && loaded.restored > 0 ? (
        <div className={styles.notice}>
          <Notice message={texts.draftUsed(formatWhole(loaded.restored))} />
        </div>
      ) : null}
      {empty ? (
        <Choose
          work={work}
          onBrought={(brought) => void bring(brought)}
          refused={loaded?.refused ?? none}
          failure={work.reading.failure?.message ?? null}
        />
      ) : null}
      {loaded && files.length > 0 ? (
        <ImportPreview
          files={files}
          refused={loaded.refused}
          current={current}
          onChoose={setKey}
          onUpdate={update}
          opds={opds}
          forms={known?.forms ?? none}
          busy={saving}
          writing={writingOf(work, saving, current?.opd?.name ?? '')}
          batch={batch}
          focus={focus}
          onSave={saveCurrent}
          onSaveAll={() => (batch.marked.length > 0 ? setAsking(true) : saveReady())}
          onUse={use}
          onOpenForm={(form) => go(budgetAddress.form(form))}
        />
      ) : null}
      {asking ? (
        <SaveAllDialog
          batch={batch}
          onReady={saveReady}
          onAll={saveMarked}
          onClose={() => setAsking(false)}
        />
      ) : null}
      <KeyHelp opened={help} onClose={() => setHelp(false)} groups={keyGroups} />
    </div>
  )
}
