import { Input, NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useId } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import { DateField } from './DateField.tsx'
import type { Field, FieldValue } from './formFields.ts'
import { ReferenceInput } from './ReferenceInput.tsx'

const texts = uiTexts.form

export type InputProps<F extends Field = Field> = {
  field: F
  value: FieldValue
  error: string | undefined
  onChange: (value: FieldValue) => void
}

const common = ({ field, error }: Pick<InputProps, 'field' | 'error'>) => ({
  label: field.label,
  description: field.hint,
  error,
  withAsterisk: field.required ?? false,
  readOnly: field.readOnly ?? false,
  name: field.name,
})
const asText = (value: FieldValue) => (value === null ? '' : String(value))
const orNull = (text: string) => (text === '' ? null : text)

const TextField = ({ field, value, error, onChange }: InputProps) => (
  <TextInput
    {...common({ field, error })}
    value={asText(value)}
    onChange={(event) => onChange(orNull(event.currentTarget.value))}
  />
)

const LongTextField = ({ field, value, error, onChange }: InputProps) => (
  <Textarea
    {...common({ field, error })}
    autosize
    minRows={2}
    maxRows={10}
    value={asText(value)}
    onChange={(event) => onChange(orNull(event.currentTarget.value))}
  />
)

const NumberField = ({ field, value, error, onChange }: InputProps) => {
  const money = field.kind === 'money'
  const { unit, min, max, plain = false } = field.kind === 'integer' ? field : {}
  return (
    <NumberInput
      {...common({ field, error })}
      thousandSeparator={plain ? '' : '.'}
      decimalSeparator=","
      allowDecimal={false}
      {...(money ? { leftSection: <span>{texts.money}</span>, leftSectionWidth: 36 } : {})}
      {...(unit ? { suffix: ` ${unit}` } : {})}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      clampBehavior="none"
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  )
}

const DayField = ({ field, value, error, onChange }: InputProps) => (
  <DateField
    {...common({ field, error })}
    partial={field.kind === 'when'}
    value={typeof value === 'string' ? value : null}
    onChange={onChange}
  />
)

const booleanChoices = [
  { value: 'ya', label: texts.yes },
  { value: 'tidak', label: texts.no },
  { value: '', label: texts.unknown },
]
/** What is required is answered with yes or no; only where nobody has answered yet does the third stand there. */
const booleanOptions = (required: boolean, value: FieldValue) =>
  booleanChoices.filter(({ value: word }) => word !== '' || !required || value === null)
const booleanWord = (value: FieldValue) => (value === true ? 'ya' : value === false ? 'tidak' : '')
const booleanOf = (word: string) => (word === 'ya' ? true : word === 'tidak' ? false : null)

const BooleanField = ({ field, value, error, onChange }: InputProps) => {
  const id = useId()
  return (
    <Input.Wrapper
      label={field.label}
      description={field.hint}
      error={error}
      withAsterisk={field.required ?? false}
      labelElement="div"
      labelProps={{ id }}
    >
      <SegmentedControl
        fullWidth
        size="sm"
        aria-labelledby={id}
        readOnly={field.readOnly ?? false}
        data={booleanOptions(field.required ?? false, value)}
        value={booleanWord(value)}
        onChange={(word) => onChange(booleanOf(word))}
        transitionDuration={0}
      />
    </Input.Wrapper>
  )
}

const ChoiceField = ({ field, value, error, onChange }: InputProps) => (
  <Select
    {...common({ field, error })}
    data={
      field.kind === 'choice' ? field.choices.map(({ value: key, label }) => ({ value: key, label })) : []
    }
    placeholder={texts.choicePlaceholder}
    openOnFocus={false}
    searchable={field.kind === 'choice' && field.choices.length > 8}
    nothingFoundMessage={texts.referenceNone}
    allowDeselect={!field.required}
    value={typeof value === 'string' ? value : null}
    onChange={onChange}
  />
)

/** The input for one field, by its kind. */
export const FieldInput = (props: InputProps) => {
  const { field, ...rest } = props
  switch (field.kind) {
    case 'text':
      return <TextField {...props} />
    case 'longText':
      return <LongTextField {...props} />
    case 'integer':
    case 'money':
      return <NumberField {...props} />
    case 'date':
    case 'when':
      return <DayField {...props} />
    case 'boolean':
      return <BooleanField {...props} />
    case 'choice':
      return <ChoiceField {...props} />
    case 'reference':
      return <ReferenceInput {...rest} field={field} />
  }
}
