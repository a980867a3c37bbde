import { Button, Group, Modal } from '@mantine/core'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import form from './form.module.css'

const texts = budgetWindowTexts.import.pastedForm

type Props = { onAdd: () => void; onHere: () => void; onClose: () => void }

/** A table that is a form of its own would write over the open one: it is asked what is meant. */
export const PastedForm = ({ onAdd, onHere, onClose }: Props) => (
  <Modal
    opened
    onClose={onClose}
    title={texts.title}
    size={560}
    closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
  >
    <div className={form.dialog}>
      <p>{texts.text}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {uiTexts.actions.cancel}
        </Button>
        <Button variant="default" onClick={onHere}>
          {texts.here}
        </Button>
        <Button data-autofocus onClick={onAdd}>
          {texts.add}
        </Button>
      </Group>
    </div>
  </Modal>
)
