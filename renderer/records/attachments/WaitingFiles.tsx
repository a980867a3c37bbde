import { ActionIcon } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { attachmentsTexts } from '../../../shared/texts/attachments.ts'
import { sizeWords } from '../../app/size.ts'
import { formatWhole } from '../../ui/index.ts'
import styles from './attachments.module.css'
import type { Incoming } from './incoming.ts'

const texts = attachmentsTexts.waiting

type Props = {
  files: readonly Incoming[]
  /** The record is there by now. */
  isMade: boolean
  onTake: (file: Incoming) => void
}

/** Files for a record that is not there yet. */
export const WaitingFiles = ({ files, isMade, onTake }: Props) => (
  <section className={styles.waiting} aria-label={texts.label}>
    <p className={styles.waitingTitle} role="status">
      {(isMade ? texts.titleMade : texts.title)(formatWhole(files.length))}
    </p>
    <ul className={styles.list}>
      {files.map((file, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may be called alike
        <li key={at} className={styles.waitingFile}>
          <IconPaperclip size={16} stroke={1.6} aria-hidden="true" className={styles.icon} />
          <span className={styles.name}>{file.name}</span>
          <span className={styles.about}>{sizeWords(file.bytes.length)}</span>
          <ActionIcon
            aria-label={texts.take(file.name)}
            title={texts.take(file.name)}
            onClick={() => onTake(file)}
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  </section>
)
