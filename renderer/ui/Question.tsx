import { Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import styles from './Question.module.css'

type Props = {
  readonly title: string
  /** Sentences, each a paragraph. */
  readonly children: ReactNode
  /** Buttons, the one that does it last; the one that loses nothing carries `data-autofocus`. */
  readonly answers: ReactNode
  readonly onClose: () => void
  readonly opened?: boolean
  readonly wide?: boolean
}

/** Asks the officer one thing before something goes on. */
export const Question = ({ title, children, answers, onClose, opened = true, wide = false }: Props) => (
  <Modal
    opened={opened}
    onClose={onClose}
    title={title}
    size={wide ? 560 : 440}
    closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
  >
    <div className={styles.question}>
      {children}
      <Group justify="flex-end" gap="sm">
        {answers}
      </Group>
    </div>
  </Modal>
)
