import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { budgetForms } from '../../shared/contract/budget.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { useAnswer, useClient } from '../app/client.tsx'
import { undoCommit } from '../app/commit.ts'
import { useUnsaved } from '../app/leave.tsx'
import { usePlace } from '../app/place.ts'
import { useYear } from '../app/year.ts'
import {
  DropZone,
  ErrorText,
  formatRupiah,
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
import { readyFiles } from './importDraft.ts'
import type { RefusedFile } from './importModel.ts'
import { unsavedCount, useImport, type Written } from './useImport.ts'
import { useOpds } from './useOpds.ts'
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

const savedWords = (written: readonly Written[]): string => {
  const rows = formatWhole(written.reduce((sum, each) => sum + each.rows, 0))
  const total = formatRupiah(written.reduce((sum, each) => sum + each.total, 0))
  const [only] = written
  const words =
    written.length === 1 && only
      ? texts.savedNotice(only.opd, rows, total)
      : texts.savedMany(formatWhole(written.length), rows, total)
  const added = written.filter(({ opdAdded }) => opdAdded).map(({ opd }) => opd)
  if (added.length === 0) return words
  return `${words} ${added.length === 1 ? texts.opdAdded(added[0] ?? '') : texts.opdsAdded(formatWhole(added.length))}`
}

/** One notice for all forms that were just written; Urungkan takes them back, newest first. */
const useSavedNotice = () => {
  const client = useClient()
  return useCallback(
    (written: readonly Written[]) => {
      const undo = async () => {
        for (const { commit } of [...written].reverse()) if (!(await undoCommit(client, commit))) return
      }
      showNotice({ message: savedWords(written), onUndo: () => void undo() })
    },
    [client],
  )
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
  const { loaded, read, save, update } = work
  const [key, setKey] = useState<string | null>(null)
  const [help, setHelp] = useState(false)
  const [saving, setSaving] = useState(false)
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
    tell(written)
    if (written.length === keys.length) setKey(null)
    setFocus((now) => now + 1)
    setLeaving(written.length === open)
  }
  const writable = useMemo(() => readyFiles(files).map((file) => file.key), [files])
  const saveCurrent = () => {
    if (current && !saving && writable.includes(current.key)) void saveKeys([current.key], 'take')
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
          ready={writable.length}
          focus={focus}
          onSave={saveCurrent}
          onSaveAll={() => void saveKeys(writable, 'refuse')}
          onOpenForm={(form) => go(budgetAddress.form(form))}
        />
      ) : null}
      <KeyHelp opened={help} onClose={() => setHelp(false)} groups={keyGroups} />
    </div>
  )
}
