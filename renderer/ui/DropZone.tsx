// biome-ignore-all lint/a11y/noNoninteractiveTabindex: Ctrl+V needs a place that can hold the focus
// biome-ignore-all lint/a11y/useSemanticElements: a fieldset has no drop or paste of its own
import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ClipboardEvent, type DragEvent, type ReactNode, useId, useRef, useState } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import { pastedTable } from './clipboardTable.ts'
import styles from './DropZone.module.css'
import { ErrorText } from './ErrorText.tsx'
import { formatWhole } from './format.ts'

/** A file as the window gives it: never a path. A pasted table comes as `text/html` or `text/plain`. */
export type PickedFile = {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
}

const texts = uiTexts.drop
type Props = {
  onFiles: (files: readonly PickedFile[]) => void
  title?: string
  /** What can come in: “Word, Excel, atau CSV”. */
  hint?: ReactNode
  /** File name endings with the dot; empty: all. Others are named and left out. */
  accept?: readonly string[]
  /** Words for `accept` in the sentence about a wrong kind. */
  acceptWords?: string
  /** Bytes per file. */
  limit?: number
  /** Pasted tables come in too. */
  paste?: boolean
  busy?: boolean
  /** A single line instead of the large field. */
  small?: boolean
}

type Refusal = Pick<Props, 'accept' | 'acceptWords' | 'limit'>
const megabytes = (bytes: number) => `${formatWhole(Math.round(bytes / 1_000_000))} MB`

const refuse = (file: File, { accept = [], acceptWords = '', limit = Number.POSITIVE_INFINITY }: Refusal) => {
  const known = accept.length === 0 || accept.some((ending) => file.name.toLowerCase().endsWith(ending))
  if (!known) return texts.wrongKind(file.name, acceptWords)
  return file.size > limit ? texts.tooLarge(file.name, megabytes(limit)) : null
}

const read = async (file: File): Promise<PickedFile | string> => {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), type: file.type }
  } catch {
    return texts.unreadable(file.name)
  }
}

const take = async (files: readonly File[], rules: Refusal) => {
  const outcomes = await Promise.all(files.map(async (file) => refuse(file, rules) ?? (await read(file))))
  return {
    picked: outcomes.filter((outcome) => typeof outcome !== 'string'),
    errors: outcomes.filter((outcome) => typeof outcome === 'string'),
  }
}

const useFiles = (props: Props) => {
  const [errors, setErrors] = useState<readonly string[]>([])
  const [over, setOver] = useState(false)
  const accept = async (files: readonly File[]) => {
    const { picked, errors: refused } = await take(files, props)
    setErrors(refused)
    if (picked.length > 0) props.onFiles(picked)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void accept([...event.dataTransfer.files])
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (!props.paste) return
    event.preventDefault()
    if (event.clipboardData.files.length > 0 && !event.clipboardData.types.includes('text/html'))
      return void accept([...event.clipboardData.files])
    const table = pastedTable(event.clipboardData, texts.pastedName)
    if (table) props.onFiles([table])
  }
  return {
    errors,
    over,
    accept,
    handlers: { onDrop, onDragOver, onDragLeave: () => setOver(false), onPaste },
  }
}

/** Files by dropping, choosing or pasting. */
export const DropZone = (props: Props) => {
  const { title = texts.title, hint, accept = [], paste = false, busy = false, small = false } = props
  const { errors, over, accept: acceptFiles, handlers } = useFiles(props)
  const input = useRef<HTMLInputElement>(null)
  const name = useId()
  return (
    <div className={styles.whole}>
      <div
        className={styles.zone}
        role="group"
        aria-labelledby={name}
        tabIndex={0}
        data-over={over || undefined}
        data-small={small || undefined}
        {...handlers}
      >
        <IconFileImport size={small ? 20 : 28} stroke={1.5} aria-hidden="true" className={styles.icon} />
        <div className={styles.words}>
          <span id={name} className={styles.title}>
            {over ? texts.over : title}
          </span>
          {hint ? <span className={styles.hint}>{hint}</span> : null}
          {paste ? <span className={styles.hint}>{texts.paste}</span> : null}
        </div>
        <Button variant={small ? 'default' : 'filled'} loading={busy} onClick={() => input.current?.click()}>
          {texts.choose}
        </Button>
        <input
          ref={input}
          className={styles.input}
          type="file"
          multiple
          hidden
          aria-label={texts.choose}
          accept={accept.join(',')}
          onChange={(event) => {
            void acceptFiles([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </div>
      {errors.map((error) => (
        <ErrorText key={error} message={error} />
      ))}
    </div>
  )
}
