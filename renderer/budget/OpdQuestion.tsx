import { Button } from '@mantine/core'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { keptName, opdQuestion, type OpdQuestion as Question } from './fileBlock.ts'
import type { KnownOpd } from './guessOpd.ts'
import styles from './import.module.css'
import type { ImportFile, OpdChoice } from './importModel.ts'
import { suggestedName } from './suggestName.ts'

const texts = budgetWindowTexts.import.opdQuestion

type Answer = Pick<ImportFile, 'opd' | 'guessed' | 'opdKept'>
type Choice = { readonly label: string; readonly answer: Answer }

const chosen = (opd: OpdChoice, opdKept: string | null = null): Answer => ({ opd, guessed: false, opdKept })
const known = ({ id, code, name, short }: KnownOpd): OpdChoice => ({ id, code, name, short })
const use = (opd: KnownOpd): Choice => ({ label: texts.use(opd.name), answer: chosen(known(opd), opd.id) })
const asNew = (name: string): Choice => {
  const opd = { id: null, code: '', name, short: '' }
  return { label: texts.asNew(name), answer: chosen(opd, keptName(opd)) }
}
const keep = (opd: OpdChoice): Choice => ({
  label: texts.keep(opd.name || opd.code),
  answer: chosen(opd, keptName(opd)),
})

const wordsOf = (question: Question, { opd }: ImportFile): string => {
  if (question.kind === 'which') return texts.which
  if (question.kind === 'known') return (question.sure ? texts.known : texts.similar)(opd?.name.trim() ?? '')
  const { mention } = question
  const name = question.chosen.name || question.chosen.code
  return (mention.where === 'heading' ? texts.otherHeading : texts.otherFile)(mention.said, name)
}

const choicesOf = (question: Question, { named, opd }: ImportFile): readonly Choice[] => {
  if (question.kind === 'which') {
    const name = suggestedName(named.file, named.heading)
    return [...question.maybe.map(use), ...(name === null ? [] : [asNew(name)])]
  }
  if (question.kind === 'known')
    return [...question.maybe.map(use), ...(question.sure || opd === null ? [] : [keep(opd)])]
  const { said, opd: mentioned } = question.mention
  return [mentioned ? use(mentioned) : asNew(said), keep(question.chosen)]
}

/** What only the officer can say about the OPD of this file; nothing is taken before. */
export const OpdQuestion = ({
  file,
  opds,
  busy,
  onAnswer,
}: {
  file: ImportFile
  opds: readonly KnownOpd[]
  busy: boolean
  onAnswer: (answer: Answer) => void
}) => {
  const question = opdQuestion(file, opds)
  if (question === null) return null
  const asked = wordsOf(question, file)
  return (
    <section className={styles.rivals} aria-label={asked}>
      <h2 className={styles.rivalsTitle}>{asked}</h2>
      <div className={styles.answers}>
        {choicesOf(question, file).map(({ label, answer }, at) => (
          <Button
            key={label}
            variant="default"
            className={styles.answer ?? ''}
            data-missing={at === 0 ? 'question' : undefined}
            disabled={busy}
            onClick={() => onAnswer(answer)}
          >
            {label}
          </Button>
        ))}
      </div>
    </section>
  )
}
