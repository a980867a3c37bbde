import { Button, Checkbox, CopyButton } from '@mantine/core'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { longDate } from '../../shared/format/date.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { today } from '../app/session.ts'
import { Steady } from '../ui/index.ts'
import styles from './identity.module.css'

const texts = identityTexts.start.recovery

type Props = {
  code: string
  /** Printed above the code. */
  printedFor: string
  doneLabel: string
  onDone: () => void
}

/** The code that opens everything, shown once: copy, print, and only then on. */
export const RecoveryCode = ({ code, printedFor, doneLabel, onDone }: Props) => {
  const [kept, setKept] = useState(false)
  return (
    <>
      <div className={styles.paper}>
        <p>{printedFor}</p>
        <p>{longDate(today())}</p>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: not a group of fields */}
      <div className={styles.code} role="group" aria-label={texts.label}>
        {code.split('-').map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a code have no other identity
          <span key={at}>{part}</span>
        ))}
      </div>
      <p className={styles.paper}>{texts.printedWarning}</p>
      <div className={styles.screen}>
        <div className={styles.form}>
          <div className={styles.buttons} data-start>
            <CopyButton value={code}>
              {({ copied, copy }) => (
                <Button variant="default" leftSection={<IconCopy size={16} stroke={1.6} />} onClick={copy}>
                  <Steady words={[texts.copy, texts.copied]} shown={copied ? texts.copied : texts.copy} />
                </Button>
              )}
            </CopyButton>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} stroke={1.6} />}
              onClick={() => window.print()}
            >
              {texts.print}
            </Button>
          </div>
          <Checkbox
            size="sm"
            label={texts.kept}
            checked={kept}
            onChange={(event) => setKept(event.currentTarget.checked)}
          />
          <div className={styles.buttons}>
            <Button disabled={!kept} onClick={onDone}>
              {doneLabel}
            </Button>
          </div>
        </div>
      </div>
    </>
  )
}
