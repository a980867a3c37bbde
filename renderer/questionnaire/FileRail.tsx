import { IconAlertCircle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import styles from './questionnaire.module.css'
import type { AtHand } from './useAnswers.ts'

const texts = questionnaireWindowTexts.read

const lookOf = ({ answer, isSaved }: AtHand) => {
  if (isSaved) return { icon: IconCircleCheck, tone: 'good', word: texts.saved }
  return answer === null
    ? { icon: IconAlertCircle, tone: 'bad', word: texts.refused }
    : { icon: IconCircleDashed, tone: 'quiet', word: texts.waiting }
}

/** The files at hand by their OPD; one that is none of ours says why. */
export const FileRail = ({
  files,
  current,
  onChoose,
}: {
  files: readonly AtHand[]
  current: string | null
  onChoose: (key: string) => void
}) => (
  <nav className={styles.rail} aria-label={texts.files}>
    <ul>
      {files.map((file) => {
        const { icon: Icon, tone, word } = lookOf(file)
        return (
          <li key={file.key}>
            <button
              type="button"
              className={styles.file}
              aria-current={file.key === current}
              onClick={() => onChoose(file.key)}
            >
              <span className={styles.fileIcon} data-tone={tone}>
                <Icon size={16} stroke={1.75} role="img" aria-label={word} />
              </span>
              <span className={styles.fileWords}>
                <span className={styles.fileName}>{file.answer?.opd.name ?? word}</span>
                <span className={styles.fileFacts}>{file.file}</span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  </nav>
)
