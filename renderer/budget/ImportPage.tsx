import { Button, FileButton } from '@mantine/core'
import { IconArrowLeft, IconFilePlus } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { type Brought, handOver, takeOver } from '../app/handover.ts'
import { usePlace } from '../app/place.ts'
import { useYear } from '../app/year.ts'
import {
  formatWhole,
  generalKeys,
  gridKeys,
  KeyHelp,
  PageDrop,
  PageHeader,
  ProgressNotice,
  pickedOf,
  showNotice,
  ThinBar,
  usePagePaste,
  usePlainKey,
  useSaveKey,
} from '../ui/index.ts'
import { budgetAddress, budgetPaths } from './addresses.ts'
import { ChooseFiles } from './ChooseFiles.tsx'
import { DiscardImport } from './DiscardImport.tsx'
import { blockOf } from './fileBlock.ts'
import { ImportPreview } from './ImportPreview.tsx'
import styles from './import.module.css'
import { askedOf, batchOf } from './importBatch.ts'
import type { ImportFile } from './importModel.ts'
import { SaveAllDialog } from './SaveAllDialog.tsx'
import { useFormsOf } from './useFormsOf.ts'
import { unsavedCount, useImport } from './useImport.ts'
import { useOpds } from './useOpds.ts'
import { useSaving } from './useSaving.ts'

const texts = budgetWindowTexts.import
const none: readonly ImportFile[] = []
const keyGroups = [
  {
    ...generalKeys,
    lines: generalKeys.lines.map((line) =>
      line.keys[0] === 'Ctrl+S' ? { ...line, label: texts.keySave } : line,
    ),
  },
  gridKeys,
]

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

const aboutOf = ({ loaded }: ReturnType<typeof useImport>): string | null => {
  if (loaded === null) return null
  if (loaded.restored > 0) return texts.draftUsed(formatWhole(loaded.restored))
  const { files, resumed } = loaded
  return resumed ? texts.resumed(formatWhole(unsavedCount(files)), formatWhole(files.length)) : texts.about
}

/** Files that were brought on another page, or before it was known whether an import goes on. */
const useHandedOver = (ready: boolean, bring: (brought: Brought) => void) => {
  const took = useRef(false)
  useEffect(() => {
    if (took.current || !ready) return
    took.current = true
    const brought = takeOver(budgetPaths.import)
    if (brought) bring(brought)
  }, [bring, ready])
}

/** “Impor formulir”: files in, what was understood, corrections in place; each form is written by its own Simpan. */
export const ImportPage = () => {
  const year = useYear()
  const { go, params } = usePlace()
  const work = useImport(year, params.get('opd'))
  const { loaded, read, update, takeInstead, setCurrent, session } = work
  const [help, setHelp] = useState(false)
  const [asking, setAsking] = useState<'save' | 'discard' | null>(null)
  const { saving, saveKeys, focus, focusNow, done } = useSaving(work)
  const opds = useOpds()
  const files = loaded?.files ?? none
  const formsOf = useFormsOf([year, ...files.map((file) => file.year)])
  const register = useMemo(() => ({ opds, formsOf }), [opds, formsOf])
  const current =
    files.find((file) => file.key === work.current) ??
    files.find(({ state }) => state === 'open') ??
    files[0] ??
    null
  const open = unsavedCount(files)
  /** Nothing was brought yet, or nothing of it could be read: the box stands there, for the next try. */
  const empty = loaded === null || files.length === 0
  useEffect(() => {
    if (done) go(budgetAddress.list())
  }, [done, go])

  const busy = work.reading.busy || saving
  const bring = useCallback(
    async (brought: Brought) => {
      if (!session.ready) return handOver(budgetPaths.import, brought)
      const count = brought.files.length + (brought.paste ? 1 : 0)
      const outcome = await read(brought)
      if (outcome === 'cancelled') showNotice({ message: texts.cancelled, tone: 'attention' })
      if (outcome === 'joined') showNotice({ message: texts.joined(formatWhole(count)), tone: 'done' })
      if (typeof outcome === 'object' && open > 0) showNotice({ message: outcome.message, tone: 'attention' })
    },
    [read, open, session.ready],
  )
  // While the bytes of a drop are read the import may have become ready: what holds then decides.
  const latest = useRef(bring)
  latest.current = bring
  useHandedOver(session.ready, bring)
  const bringFiles = async (dropped: readonly File[]) => {
    if (busy || dropped.length === 0) return
    const picked = await pickedOf(dropped)
    await latest.current({ files: picked, paste: null })
  }
  usePagePaste(
    async ({ table, files: pasted }) => {
      const picked = await pickedOf(pasted)
      await latest.current({ files: picked, paste: table })
    },
    !busy && asking === null,
  )
  usePlainKey(
    '?',
    useCallback(() => setHelp(true), []),
  )
  const batch = useMemo(() => batchOf(files, register), [files, register])
  const saveCurrent = () => {
    if (current?.state !== 'open' || blockOf(current, register) !== null || saving || asking) return
    void saveKeys([current.key], 'take')
  }
  const saveTaken = (keys: ReadonlySet<string>) => {
    setAsking(null)
    void saveKeys(
      files.flatMap(({ key }) => (keys.has(key) ? [key] : [])),
      'refuse',
    )
  }
  const saveAll = () =>
    askedOf(batch).length > 0 ? setAsking('save') : saveTaken(new Set(batch.ready.map(({ key }) => key)))
  const use = (chosen: string) => {
    takeInstead(chosen)
    setCurrent(chosen)
    focusNow()
  }
  const discard = () => {
    setAsking(null)
    work.discard()
    showNotice({ message: texts.discard.done, tone: 'done' })
  }
  useSaveKey(saveCurrent)

  return (
    <div className={styles.page}>
      <PageDrop hint={texts.dropHint} onFiles={bringFiles} />
      <PageHeader
        title={texts.title}
        about={aboutOf(work)}
        actions={
          <>
            {empty || open === 0 ? null : (
              <Button variant="default" disabled={saving} onClick={() => setAsking('discard')}>
                {texts.discard.open}
              </Button>
            )}
            {empty || open === 0 ? null : (
              <FileButton multiple accept=".docx,.xlsx,.csv" onChange={(picked) => void bringFiles(picked)}>
                {(props) => (
                  <Button
                    {...props}
                    variant="default"
                    disabled={busy}
                    leftSection={<IconFilePlus size={16} stroke={1.75} />}
                  >
                    {texts.addFiles}
                  </Button>
                )}
              </FileButton>
            )}
            <Button
              variant="default"
              leftSection={<IconArrowLeft size={16} stroke={1.75} />}
              onClick={() => go(budgetAddress.list())}
            >
              {texts.back}
            </Button>
            {empty || open > 0 ? null : <Button onClick={work.discard}>{texts.chooseOther}</Button>}
          </>
        }
      />
      {session.ready ? null : <ThinBar />}
      {empty && session.ready ? (
        <ChooseFiles
          work={work}
          onBrought={(brought) => void bring(brought)}
          refused={loaded?.refused ?? []}
          failure={work.reading.failure?.message ?? null}
        />
      ) : null}
      {!empty && work.reading.busy ? (
        <div className={styles.message}>
          <ProgressNotice
            label={texts.reading(work.reading.count)}
            done={work.reading.progress?.done ?? 0}
            total={work.reading.progress?.total ?? null}
            onCancel={work.reading.cancel}
            cancelling={work.reading.cancelling}
          />
        </div>
      ) : null}
      {loaded && files.length > 0 ? (
        <ImportPreview
          onForm={(paste) => void bring({ files: [], paste })}
          files={files}
          refused={loaded.refused}
          current={current}
          onChoose={setCurrent}
          onUpdate={update}
          register={register}
          busy={saving}
          writing={writingOf(work, saving, current?.opd?.name ?? '')}
          batch={batch}
          focus={focus}
          onSave={saveCurrent}
          onSaveAll={saveAll}
          onUse={use}
          onOpenForm={(form) => go(budgetAddress.form(form))}
        />
      ) : null}
      {asking === 'save' ? (
        <SaveAllDialog batch={batch} register={register} onSave={saveTaken} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'discard' ? (
        <DiscardImport files={open} onDiscard={discard} onClose={() => setAsking(null)} />
      ) : null}
      <KeyHelp opened={help} onClose={() => setHelp(false)} groups={keyGroups} />
    </div>
  )
}
