import { Select, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { documentWindowTexts } from '../../shared/texts/document-window.ts'
import { parseDay } from '../ui/index.ts'
import styles from './document.module.css'
import { type Signer, signerKeys } from './signer.ts'
import type { PositionChoice } from './useHolder.ts'

const texts = documentWindowTexts.export

/** An office and a name with its titles are long: each has the whole line. */
const wide: ReadonlySet<string> = new Set(['position', 'name'])

const labelOf = ({ office, opd }: PositionChoice['positions'][number]): string =>
  opd === '' || office.endsWith(opd) ? office : `${office} · ${opd}`

/** A recorded position: its holder on the date of the document signs. */
const PositionField = ({ positions, chosen, choose, isVacant }: PositionChoice) => (
  <Select
    className={styles.wide ?? ''}
    label={texts.recorded}
    description={isVacant ? texts.vacant : undefined}
    placeholder={texts.recordedPlaceholder}
    nothingFoundMessage={texts.recordedNone}
    searchable
    clearable
    data={positions.map((position) => ({ value: position.id, label: labelOf(position) }))}
    value={chosen}
    onChange={choose}
  />
)

export const SignerFields = ({
  signer,
  positions = null,
  onChange,
}: {
  signer: Signer
  /** Null where no position is recorded. */
  positions?: PositionChoice | null
  onChange: (signer: Signer) => void
}) => (
  <fieldset className={styles.fieldset}>
    <legend className={styles.legend}>{texts.signer}</legend>
    <div className={styles.columns}>
      {positions === null ? null : <PositionField {...positions} />}
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
        ) : key === 'position' ? (
          // “a.n.” and the office stand on lines of their own.
          <Textarea
            key={key}
            label={texts.fields.position}
            className={styles.wide ?? ''}
            autosize
            minRows={1}
            maxRows={5}
            value={signer.position}
            onChange={(event) => onChange({ ...signer, position: event.currentTarget.value })}
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
