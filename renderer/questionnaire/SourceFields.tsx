import { TextInput } from '@mantine/core'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { DateField } from '../ui/index.ts'
import styles from './questionnaire.module.css'
import type { Source } from './taking.ts'

const texts = questionnaireWindowTexts.source

/** Who says it, when and on what paper: as the file says, and as the officer corrects it. */
export const SourceFields = ({
  source,
  onChange,
}: {
  source: Source
  onChange: (source: Source) => void
}) => (
  <fieldset className={styles.source}>
    <legend className={styles.hidden}>{texts.title}</legend>
    <TextInput
      label={texts.by}
      value={source.by}
      maxLength={400}
      onChange={(event) => onChange({ ...source, by: event.currentTarget.value })}
    />
    <DateField label={texts.on} value={source.on} onChange={(on) => onChange({ ...source, on })} />
    <TextInput
      label={texts.paper}
      value={source.paper}
      maxLength={400}
      {...(source.paper === '' ? { placeholder: texts.none } : {})}
      onChange={(event) => onChange({ ...source, paper: event.currentTarget.value })}
    />
  </fieldset>
)
