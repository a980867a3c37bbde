import { Button, Group, Modal } from '@mantine/core'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { formatWhole } from '../ui/index.ts'
import form from './form.module.css'

const texts = budgetWindowTexts.import.discard

type Props = { files: number; onDiscard: () => void; onClose: () => void }

/** Files that were read and not saved are in no history: letting them go is asked. */
export const DiscardImport = ({ files, onDiscard, onClose }: Props) => (
  <Modal
    opened
    onClose={onClose}
    title={texts.title(formatWhole(files))}
    size={440}
    closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
  >
    <div className={form.dialog}>
      <p>{texts.text}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" data-autofocus onClick={onClose}>
          {texts.keep}
        </Button>
        <Button onClick={onDiscard}>{texts.confirm}</Button>
      </Group>
    </div>
  </Modal>
)
