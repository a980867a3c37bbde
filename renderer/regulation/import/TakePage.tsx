import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { z } from 'zod'
import type { OutputOf } from '../../../shared/contract/call.ts'
import { type LineFinding, lineFinding, regulationRead } from '../../../shared/contract/regulation.ts'
import type { Failure } from '../../../shared/contract/result.ts'
import { regulationImportTexts } from '../../../shared/texts/regulation-import.ts'
import { useUnsaved } from '../../app/leave.tsx'
import { usePlace } from '../../app/place.ts'
import { useWork } from '../../app/work.ts'
import {
  DropZone,
  ErrorText,
  PageDrop,
  PageHeader,
  type PickedFile,
  ProgressNotice,
  pickedOf,
  showNotice,
} from '../../ui/index.ts'
import { regulationPath, textAddress } from '../addresses.ts'
import { Findings } from './Findings.tsx'
import { Preview } from './Preview.tsx'
import styles from './take.module.css'
import { usePastedText } from './usePastedText.ts'

const texts = regulationImportTexts.page
export type Read = OutputOf<typeof regulationRead>

/** The lines that are to blame, where the refusal of a file names them. */
const linesOf = (failure: Failure): readonly LineFinding[] =>
  z.array(lineFinding).safeParse(failure['findings']).data ?? []

const useBringing = () => {
  const work = useWork(regulationRead)
  const { run } = work
  const [read, setRead] = useState<Read | null>(null)
  const bring = useCallback(
    async (files: readonly Pick<PickedFile, 'name' | 'bytes'>[]) => {
      const [first] = files
      if (first === undefined) return
      if (files.length > 1) showNotice({ message: texts.oneOnly(first.name), tone: 'attention' })
      const result = await run({ file: { name: first.name.slice(-255), bytes: first.bytes } })
      if (result.ok) setRead(result.value)
      else if (result.error.type === 'Cancelled') showNotice({ message: texts.cancelled, tone: 'attention' })
    },
    [run],
  )
  return { ...work, read, bring, forget: () => setRead(null) }
}

const Choose = ({ busy, cancel, cancelling, failure, bring }: ReturnType<typeof useBringing>) => (
  <div className={styles.choose}>
    {busy ? (
      <ProgressNotice label={texts.reading} done={0} total={null} onCancel={cancel} cancelling={cancelling} />
    ) : (
      <DropZone title={texts.dropTitle} hint={texts.dropHint} onFiles={(files) => void bring(files)} />
    )}
    {failure ? <ErrorText message={failure.message} /> : null}
    {failure && linesOf(failure).length > 0 ? <Findings findings={linesOf(failure)} /> : null}
    <ul className={styles.about}>
      {texts.about.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </div>
)

/** “Tambah peraturan atau kerangka”: a file comes into the library, seen before anything is kept. */
export const TakePage = () => {
  const { go } = usePlace()
  const bringing = useBringing()
  const { read, busy, bring } = bringing
  const [saved, setSaved] = useState(false)
  useUnsaved(read !== null && !saved)
  usePastedText(bring, read === null && !busy)
  const leave = (id: string) => {
    setSaved(true)
    // After the guard has heard that nothing is unsaved any more.
    setTimeout(() => go(textAddress(id)))
  }
  return (
    <div className={styles.page}>
      {read === null ? (
        <PageDrop
          hint={texts.dropHint}
          onFiles={(files) => void pickedOf(files).then((picked) => bring(picked))}
        />
      ) : null}
      <PageHeader
        title={texts.title}
        about={read === null ? null : read.file}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconArrowLeft size={16} stroke={1.75} />}
              onClick={() => go(regulationPath)}
            >
              {texts.back}
            </Button>
            {read === null ? null : (
              <Button variant="default" onClick={bringing.forget}>
                {texts.chooseOther}
              </Button>
            )}
          </>
        }
      />
      {read === null ? <Choose {...bringing} /> : <Preview key={read.token} read={read} onSaved={leave} />}
    </div>
  )
}
