import { Button, Group, Modal } from '@mantine/core'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { formatWhole } from '../ui/index.ts'
import styles from './form.module.css'

const texts = budgetWindowTexts.form.discardDialog

type Props = { changes: number; onDiscard: () => void; onClose: () => void }

/** Unsaved work is in no history: what is thrown away here does not come back, so it is asked. */
export const DiscardDialog = ({ changes, onDiscard, onClose }: Props) => (
  <Modal
    opened
    onClose={onClose}
    title={texts.title}
    size={440}
    closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
  >
    <div className={styles.dialog}>
      <p>{texts.text(formatWhole(changes))}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" data-autofocus onClick={onClose}>
          {texts.keep}
        </Button>
        <Button onClick={onDiscard}>{texts.confirm}</Button>
      </Group>
    </div>
  </Modal>
)
