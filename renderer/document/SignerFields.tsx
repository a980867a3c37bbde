import { TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { documentWindowTexts } from '../../shared/texts/document-window.ts'
import { parseDay } from '../ui/index.ts'
import styles from './document.module.css'
import { type Signer, signerKeys } from './signer.ts'

const texts = documentWindowTexts.export

/** An office and a name with its titles are long: each has the whole line. */
const wide: ReadonlySet<string> = new Set(['position', 'name'])

export const SignerFields = ({
  signer,
  onChange,
}: {
  signer: Signer
  onChange: (signer: Signer) => void
}) => (
  <fieldset className={styles.fieldset}>
    <legend className={styles.legend}>{texts.signer}</legend>
    <div className={styles.columns}>
      {signerKeys.map((key) =>
        key === 'date' ? (
          <DateInput
            key={key}
            label={texts.fields.date}
            valueFormat="DD-MM-YYYY"
            dateParser={parseDay}
            value={signer.date}
            onChange={(date) => date && onChange({ ...signer, date })}
          />
        ) : (
          <TextInput
            key={key}
            label={texts.fields[key]}
            className={wide.has(key) ? (styles.wide ?? '') : ''}
            value={signer[key]}
            onChange={(event) => onChange({ ...signer, [key]: event.currentTarget.value })}
          />
        ),
      )}
    </div>
  </fieldset>
)
