import { Button, Group, Modal } from '@mantine/core'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { formatWhole } from '../ui/index.ts'
import { FileName } from './FileName.tsx'
import form from './form.module.css'
import styles from './import.module.css'
import type { Batch } from './importBatch.ts'
import { totalsOf } from './importTotals.ts'
import { waitingWords } from './useSavedNotice.ts'

const texts = budgetWindowTexts.import.saveAllDialog

type Props = { batch: Batch; onReady: () => void; onAll: () => void; onClose: () => void }

/** Files with open marks are saved with the others only after the officer said so. */
export const SaveAllDialog = ({ batch, onReady, onAll, onClose }: Props) => {
  const { ready, marked } = batch
  const others = waitingWords(batch, ['rival', 'unfinished'])
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title(formatWhole(marked.length))}
      size={600}
      closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
    >
      <div className={form.dialog}>
        <p>{texts.text}</p>
        <ul className={styles.scrollList}>
          {marked.map((file) => (
            <li key={file.key} className={styles.rival}>
              <span className={styles.rivalName}>
                <FileName name={file.name} />
              </span>
              <span className={styles.rivalFacts}>{texts.marks(formatWhole(totalsOf(file).marks))}</span>
            </li>
          ))}
        </ul>
        {others === '' ? null : <p>{others}</p>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onAll}>
            {texts.all(formatWhole(ready.length + marked.length))}
          </Button>
          {ready.length > 0 ? (
            <Button data-autofocus onClick={onReady}>
              {texts.ready(formatWhole(ready.length))}
            </Button>
          ) : (
            <Button data-autofocus onClick={onClose}>
              {uiTexts.actions.cancel}
            </Button>
          )}
        </Group>
      </div>
    </Modal>
  )
}
