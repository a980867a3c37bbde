import { Button } from '@mantine/core'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { Question } from '../ui/index.ts'

const texts = budgetWindowTexts.import.pastedForm

type Props = { onAdd: () => void; onHere: () => void; onClose: () => void }

/** A table that is a form of its own would write over the open one: it is asked what is meant. */
export const PastedForm = ({ onAdd, onHere, onClose }: Props) => (
  <Question
    wide
    title={texts.title}
    onClose={onClose}
    answers={
      <>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {uiTexts.actions.cancel}
        </Button>
        <Button variant="default" onClick={onHere}>
          {texts.here}
        </Button>
        <Button data-autofocus onClick={onAdd}>
          {texts.add}
        </Button>
      </>
    }
  >
    <p>{texts.text}</p>
  </Question>
)
