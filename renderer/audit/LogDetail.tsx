import { ActionIcon, Button, CopyButton } from '@mantine/core'
import { IconArrowBackUp, IconCopy, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { auditTexts } from '../../shared/texts/audit.ts'
import { useClient } from '../app/client.tsx'
import { undoCommit } from '../app/commit.ts'
import { formatMoment, formatWhole, Steady } from '../ui/index.ts'
import styles from './audit.module.css'
import { changedData } from './changedData.ts'
import type { Entry } from './LogPage.tsx'

const texts = auditTexts.log

const Line = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div className={styles.line}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

const Facts = ({ entry }: { entry: Entry }) => (
  <dl className={styles.facts}>
    <Line label={texts.when}>{formatMoment(Date.parse(entry.time))}</Line>
    <Line label={texts.who}>{entry.officer}</Line>
    <Line label={texts.capacity}>{entry.capacity || '–'}</Line>
    <Line label={texts.rows}>{changedData(entry.rows)}</Line>
    <Line label={texts.device}>
      <span className={styles.code}>{entry.device}</span>
    </Line>
    <Line label={texts.number}>{formatWhole(entry.seq)}</Line>
    <Line label={texts.code}>
      <span className={styles.code}>{entry.hash}</span>
      <CopyButton value={entry.hash}>
        {({ copied, copy }) => (
          <Button variant="subtle" leftSection={<IconCopy size={16} stroke={1.6} />} onClick={copy}>
            <Steady words={[texts.copyCode, texts.copied]} shown={copied ? texts.copied : texts.copyCode} />
          </Button>
        )}
      </CopyButton>
    </Line>
  </dl>
)

/** One entry of the log: who, as what, from which computer, and the code that chains it to the one before. */
export const LogDetail = ({ entry, onClose }: { entry: Entry; onClose: () => void }) => {
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const undo = async () => {
    setBusy(true)
    await undoCommit(client, entry.commit)
    setBusy(false)
  }
  return (
    <div className={styles.detail}>
      <header className={styles.detailHead}>
        <h2 className={styles.detailTitle}>{entry.reason}</h2>
        <ActionIcon aria-label={texts.close} onClick={onClose}>
          <IconX size={18} stroke={1.6} />
        </ActionIcon>
      </header>
      <Facts entry={entry} />
      <p className={styles.note}>{texts.rowsAbout}</p>
      <p className={styles.note}>{texts.codeAbout}</p>
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
        aria-label={texts.undoOf(entry.reason)}
        onClick={() => void undo()}
      >
        {texts.undo}
      </Button>
      <p className={styles.note}>{texts.noUndo}</p>
    </div>
  )
}
