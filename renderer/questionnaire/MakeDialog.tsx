import { Modal } from '@mantine/core'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { MakeForm, type Wanted } from './MakeForm.tsx'

const texts = questionnaireWindowTexts.make

/** “Lembar isian untuk OPD”, beside the page from which it is asked. Closing it stops what is being made. */
export const MakeDialog = ({ onClose, ...wanted }: Wanted & { readonly onClose: () => void }) => (
  <Modal
    opened
    onClose={onClose}
    title={wanted.opd === null ? texts.title : `${texts.title}: ${wanted.opd.name}`}
    size={560}
    closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
  >
    <MakeForm {...wanted} onDone={onClose} onCancel={onClose} />
  </Modal>
)
