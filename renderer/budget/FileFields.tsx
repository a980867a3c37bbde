import { NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type ReactNode, useId } from 'react'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatRupiah, formatWhole, parseDay } from '../ui/index.ts'
import { codeHolder, opdQuestion, presentForm, type Register } from './fileBlock.ts'
import styles from './import.module.css'
import type { ImportFile } from './importModel.ts'
import { OpdField } from './OpdField.tsx'

const texts = budgetWindowTexts.import
const words = texts.fields

type Change = (change: Partial<ImportFile>) => void
type Props = { file: ImportFile; register: Register; onChange: Change }

type Consequence = { readonly text: string; readonly tone?: 'warn' }

const ofNewOpd = (file: ImportFile, { opds }: Register): Consequence => {
  const { code = '', name = '' } = file.opd ?? {}
  const holder = file.opd === null ? undefined : codeHolder(file.opd, opds)
  if (holder !== undefined) return { text: words.codeTaken(code.trim(), holder.name), tone: 'warn' }
  if (name.trim() === '') return { text: texts.missing.opd }
  if (opdQuestion(file, opds)?.kind === 'known') return { text: '' }
  return { text: code.trim() === '' ? words.newCodeless(name.trim()) : words.newNotice(name.trim()) }
}

const consequenceOf = (file: ImportFile, register: Register): Consequence => {
  const { opd, mode } = file
  if (opd === null) return { text: texts.missing.opd }
  if (opd.id === null) return ofNewOpd(file, register)
  const form = presentForm(file, register)
  const guess = file.guessed ? `${words.opdGuessed} ` : ''
  if (form === null)
    return { text: guess + (mode === 'append' ? texts.consequence.appendFirst : texts.consequence.first) }
  const version = formatWhole(form.version)
  if (form.status === 'dikunci') return { text: texts.consequence.locked(version), tone: 'warn' }
  return {
    text:
      guess +
      (mode === 'append'
        ? texts.consequence.append(version, formatWhole(form.rows), formatRupiah(form.total))
        : texts.consequence.version(formatWhole(form.version + 1), version)),
  }
}

const Mode = ({ file, onChange }: Pick<Props, 'file' | 'onChange'>) => {
  const id = useId()
  return (
    <div>
      <div className={styles.fieldLabel} id={id}>
        {words.mode}
      </div>
      <SegmentedControl
        fullWidth
        size="sm"
        aria-labelledby={id}
        transitionDuration={0}
        data={[
          { value: 'version', label: words.version },
          { value: 'append', label: words.append },
        ]}
        value={file.mode}
        onChange={(mode) => onChange({ mode: mode === 'append' ? 'append' : 'version' })}
      />
    </div>
  )
}

/** Whose form it is, for which year, and what saving it will do. */
export const FileFields = ({ file, register, onChange, children }: Props & { children?: ReactNode }) => {
  const consequence = consequenceOf(file, register)
  const chooses = file.mode === 'append' || presentForm(file, register) !== null
  return (
    <div
      className={styles.fields}
      data-mode={chooses || undefined}
      data-new={(file.opd !== null && file.opd.id === null) || undefined}
    >
      <OpdField opd={file.opd} opds={register.opds} onChange={onChange} />
      <NumberInput
        label={words.year}
        data-missing="year"
        thousandSeparator=""
        allowDecimal={false}
        min={2000}
        max={2100}
        value={file.year}
        onChange={(year) => typeof year === 'number' && onChange({ year })}
      />
      <DateInput
        label={words.received}
        data-missing="received"
        valueFormat="DD-MM-YYYY"
        dateParser={parseDay}
        value={file.received || null}
        onChange={(received) => onChange({ received: received ?? '' })}
      />
      <TextInput
        label={words.letter}
        maxLength={120}
        value={file.letter}
        onChange={(event) => onChange({ letter: event.currentTarget.value })}
      />
      {chooses ? <Mode file={file} onChange={onChange} /> : null}
      {consequence.text === '' ? null : (
        <p className={styles.consequence} data-tone={consequence.tone} role="status">
          {consequence.text}
        </p>
      )}
      {children}
    </div>
  )
}
