import { Button } from '@mantine/core'
import { useEffect, useSyncExternalStore } from 'react'
import { appTexts } from '../../shared/texts/app.ts'
import { formatWhole, Question } from '../ui/index.ts'
import { questionNow, type Reach, watchQuestion } from './askUndo.ts'

const texts = appTexts.undo

const listed = (kinds: Reach['made']): string =>
  kinds
    .map(({ label, records }) => `${formatWhole(records)} ${label.charAt(0).toLowerCase()}${label.slice(1)}`)
    .join(', ')

/** An undo of much says first what goes. */
export const UndoQuestion = () => {
  const question = useSyncExternalStore(watchQuestion, questionNow)
  useEffect(() => () => questionNow()?.answer(false), [])
  if (question === null) return null
  const { reach, answer } = question
  return (
    <Question
      title={texts.title}
      onClose={() => answer(false)}
      answers={
        <>
          <Button variant="default" data-autofocus onClick={() => answer(false)}>
            {texts.keep}
          </Button>
          <Button onClick={() => answer(true)}>{texts.confirm}</Button>
        </>
      }
    >
      {reach.made.length > 0 ? <p>{texts.made(listed(reach.made))}</p> : null}
      {reach.changed.length > 0 ? <p>{texts.changed(listed(reach.changed))}</p> : null}
      <p>{texts.after}</p>
    </Question>
  )
}
