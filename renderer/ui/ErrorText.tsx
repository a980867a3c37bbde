import { Button, CopyButton } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import styles from './ErrorText.module.css'
import { Steady } from './Steady.tsx'

type Props = {
  /** One sentence: what happened, what is safe, what to do. */
  message: string
  /** Technical text that can be copied; closed at first. */
  detail?: string | undefined
  /** A button that helps: “Coba lagi”. */
  action?: ReactNode
  /** Beside a field: only icon and sentence, without a frame. */
  inline?: boolean
}

const Detail = ({ text }: { text: string }) => (
  <details className={styles.detail}>
    <summary>{uiTexts.actions.showDetail}</summary>
    <pre className={styles.technical}>{text}</pre>
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy}>
          <Steady
            words={[uiTexts.actions.copyDetail, uiTexts.actions.copied]}
            shown={copied ? uiTexts.actions.copied : uiTexts.actions.copyDetail}
          />
        </Button>
      )}
    </CopyButton>
  </details>
)

/** An error beside what caused it. */
export const ErrorText = ({ message, detail, action, inline = false }: Props) => (
  <div className={inline ? styles.inline : styles.error} role="alert">
    <IconAlertCircle size={16} stroke={1.75} aria-hidden="true" className={styles.icon} />
    <div className={styles.words}>
      <span>{message}</span>
      {action ? <div className={styles.action}>{action}</div> : null}
      {detail ? <Detail text={detail} /> : null}
    </div>
  </div>
)
