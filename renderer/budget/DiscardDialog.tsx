import { Button } from '@mantine/core'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatWhole, Question } from '../ui/index.ts'

const texts = budgetWindowTexts.form.discardDialog

type Props = { changes: number; onDiscard: () => void; onClose: () => void }

/** Unsaved work is in no history: what is thrown away here does not come back, so it is asked. */
export const DiscardDialog = ({ changes, onDiscard, onClose }: Props) => (
  <Question
    title={texts.title}
    onClose={onClose}
    answers={
      <>
        <Button variant="default" data-autofocus onClick={onClose}>
          {texts.keep}
        </Button>
        <Button onClick={onDiscard}>{texts.confirm}</Button>
      </>
    }
  >
    <p>{texts.text(formatWhole(changes))}</p>
  </Question>
)
