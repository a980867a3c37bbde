import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { InputOf } from '../../../shared/contract/call.ts'
import { recordRead } from '../../../shared/contract/import.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { isTyped, shownFields } from '../../../shared/rules/records/fields.ts'
import { recordsImportTexts } from '../../../shared/texts/records-import.ts'
import { handOver, takeOver } from '../../app/handover.ts'
import { useUnsaved } from '../../app/leave.tsx'
import { usePlace } from '../../app/place.ts'
import { useWork } from '../../app/work.ts'
import { questionnaireAddress } from '../../questionnaire/index.ts'
import {
  DropZone,
  ErrorText,
  PageDrop,
  PageHeader,
  type PastedTable,
  type PickedFile,
  ProgressNotice,
  pickedOf,
  showNotice,
  usePagePaste,
} from '../../ui/index.ts'
import { importPath, registerPath } from '../address.ts'
import styles from './import.module.css'
import { Preview } from './Preview.tsx'
import type { Read } from './rows.ts'

const texts = recordsImportTexts.page
type Source = Pick<InputOf<typeof recordRead>, 'files' | 'paste'>

/** A file that came back from an OPD is read where it is held against that OPD. */
const useQuestionnaires = () => {
  const { go } = usePlace()
  return useCallback(
    (files: Source['files']) => {
      const path = questionnaireAddress.read()
      const picked = files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes), type: '' }))
      handOver(path, { files: picked, paste: null })
      go(path, { replace: true })
    },
    [go],
  )
}

/** What was pasted or dropped on the list. */
const useBrought = (
  path: string,
  bring: (files: readonly PickedFile[], paste: PastedTable | null) => unknown,
) => {
  const took = useRef(false)
  useEffect(() => {
    if (took.current) return
    took.current = true
    const brought = takeOver(path)
    if (brought !== null) void bring(brought.files, brought.paste)
  }, [path, bring])
}

const useReading = ({ type }: AnyDefinition) => {
  const { run, ...work } = useWork(recordRead)
  const [source, setSource] = useState<Source | null>(null)
  const [read, setRead] = useState<Read | null>(null)
  const onQuestionnaire = useQuestionnaires()
  const bring = useCallback(
    async (next: Source) => {
      setSource(next)
      setRead(null)
      const result = await run({ type, ...next })
      if (result.ok) setRead(result.value)
      else if (result.error.type === 'Questionnaire') onQuestionnaire(next.files)
      else if (result.error.type === 'Cancelled') showNotice({ message: texts.cancelled, tone: 'attention' })
    },
    [run, type, onQuestionnaire],
  )
  const bringFiles = useCallback(
    (files: readonly PickedFile[], paste: PastedTable | null = null) =>
      bring({ files: files.map(({ name, bytes }) => ({ name, bytes })), paste }),
    [bring],
  )
  const again = () => {
    if (source !== null) void bring(source)
  }
  return { ...work, read, bringFiles, again, forget: () => setRead(null) }
}

const Choose = ({
  definition,
  reading,
}: {
  definition: AnyDefinition
  reading: ReturnType<typeof useReading>
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
        onFiles={(files) => void reading.bringFiles(files)}
      />
    )}
    {reading.failure ? <ErrorText message={reading.failure.message} /> : null}
    <p className={styles.about}>{texts.aboutChoose}</p>
    <p className={styles.about}>
      <strong>{texts.headings}</strong>{' '}
      {shownFields(definition)
        .filter(isTyped)
        .map(({ facts }) => facts.label)
        .join(' · ')}
    </p>
  </div>
)

/** “Impor”: a sheet comes into a register, from a file or a paste, seen before anything is written. */
export const ImportPage = ({ definition }: { definition: AnyDefinition }) => {
  const { go } = usePlace()
  const reading = useReading(definition)
  const { read, busy, bringFiles } = reading
  const [saved, setSaved] = useState(false)
  const list = registerPath(definition.type)
  useUnsaved(read !== null && !saved)
  useBrought(importPath(definition.type), bringFiles)
  usePagePaste(async ({ table, files }) => bringFiles(await pickedOf(files), table), read === null && !busy)
  const leave = () => {
    setSaved(true)
    // After the guard has heard that nothing is unsaved any more.
    setTimeout(() => go(list))
  }
  return (
    <div className={styles.page}>
      <PageDrop
        hint={texts.dropHint}
        onFiles={(files) => void pickedOf(files).then((picked) => bringFiles(picked))}
      />
      <PageHeader
        title={texts.title(definition.plural)}
        about={read === null ? null : [read.file, texts.about].filter(Boolean).join(' · ')}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconArrowLeft size={16} stroke={1.75} />}
              onClick={() => go(list)}
            >
              {texts.back}
            </Button>
            {read === null ? null : (
              <Button variant="default" onClick={reading.forget}>
                {texts.chooseOther}
              </Button>
            )}
          </>
        }
      />
      {read === null ? (
        <Choose definition={definition} reading={reading} />
      ) : (
        <Preview definition={definition} read={read} onAgain={reading.again} onSaved={leave} />
      )}
    </div>
  )
}
