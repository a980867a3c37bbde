import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import type { Brought } from '../app/handover.ts'
import { DropZone, ErrorText, Notice, type PickedFile, ProgressNotice } from '../ui/index.ts'
import styles from './import.module.css'
import type { RefusedFile } from './importModel.ts'
import type { useImport } from './useImport.ts'

const texts = budgetWindowTexts.import

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

/** The box for files, and what stood in the way of those brought before. */
export const ChooseFiles = ({
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
  const { reading, session } = work
  const waiting = session.found?.files ?? []
  return (
    <div className={styles.choose}>
      {waiting.length > 0 ? (
        <Notice
          tone="attention"
          message={texts.draftFound(waiting.map(({ name }) => name).join(', '))}
          action={{ label: texts.draftDrop, onClick: session.drop }}
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
