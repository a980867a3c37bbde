import { Radio, SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import type { InputOf } from '../../shared/contract/call.ts'
import type { consolidationExport } from '../../shared/contract/consolidation.ts'
import { documentWindowTexts } from '../../shared/texts/document-window.ts'
import styles from './document.module.css'

const texts = documentWindowTexts.export
type Input = InputOf<typeof consolidationExport>
type Format = Input['format']
export type Choices = {
  readonly format: Format
  readonly paper: NonNullable<Input['paper']>
  readonly signature: NonNullable<Input['signature']>
}
export const usual: Choices = { format: 'pdf', paper: 'A4', signature: 'wet' }

export const readChoices = (value: unknown): Choices | null => {
  if (typeof value !== 'object' || value === null) return null
  const { format, paper, signature } = value as Record<string, unknown>
  return {
    format: format === 'docx' || format === 'xlsx' ? format : 'pdf',
    paper: paper === 'F4' ? 'F4' : 'A4',
    signature: signature === 'outside' || signature === 'sign' ? signature : 'wet',
  }
}

const options = <K extends string>(words: Readonly<Record<K, string>>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }))

export const Segments = <K extends string>({
  label,
  words,
  about,
  value,
  onChange,
}: {
  label: string
  words: Readonly<Record<K, string>>
  about?: string
  value: K
  onChange: (value: K) => void
}) => {
  const id = useId()
  return (
    <div>
      <div className={styles.legend} id={id}>
        {label}
      </div>
      <SegmentedControl
        fullWidth
        size="sm"
        aria-labelledby={id}
        transitionDuration={0}
        data={options(words)}
        value={value}
        onChange={(next) => onChange(next as K)}
      />
      {about ? <p className={styles.about}>{about}</p> : null}
    </div>
  )
}

export const SignatureChoice = ({
  value,
  onChange,
}: {
  value: Choices['signature']
  onChange: (value: Choices['signature']) => void
}) => (
  <Radio.Group
    label={texts.signature}
    value={value}
    onChange={(next) => onChange(next as Choices['signature'])}
  >
    <div className={styles.section}>
      {options(texts.signatures).map(({ value: key, label }) => (
        <Radio
          key={key}
          value={key}
          label={label}
          description={texts.signatureAbout[key]}
          size="sm"
          classNames={{ description: styles.hint ?? '' }}
        />
      ))}
    </div>
  </Radio.Group>
)
