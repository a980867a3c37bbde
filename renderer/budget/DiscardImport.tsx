import { Button } from '@mantine/core'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatWhole, Question } from '../ui/index.ts'

const texts = budgetWindowTexts.import.discard

type Props = { files: number; onDiscard: () => void; onClose: () => void }

/** Files that were read and not saved are in no history: letting them go is asked. */
export const DiscardImport = ({ files, onDiscard, onClose }: Props) => (
  <Question
    title={texts.title(formatWhole(files))}
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
    <p>{texts.text}</p>
  </Question>
)
