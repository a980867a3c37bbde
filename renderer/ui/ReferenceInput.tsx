import { Loader, Select } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import type { Choice, Field, FieldValue } from './formFields.ts'
import styles from './RecordForm.module.css'

const texts = uiTexts.form
type Found = { readonly choices: readonly Choice[]; readonly state: 'idle' | 'busy' | 'failed' }
type ReferenceField = Extract<Field, { kind: 'reference' }>

/** Only the answer to the newest question counts. */
const useSearch = (search: ReferenceField['search']) => {
  const [found, setFound] = useState<Found>({ choices: [], state: 'idle' })
  const asked = useRef(0)
  const ask = async (text: string) => {
    asked.current += 1
    const mine = asked.current
    setFound(({ choices }) => ({ choices, state: 'busy' }))
    const next = await search(text).then(
      (choices): Found => ({ choices, state: 'idle' }),
      (): Found => ({ choices: [], state: 'failed' }),
    )
    if (mine === asked.current) setFound(next)
  }
  return { found, ask, askLater: useDebouncedCallback(ask, 150) }
}

const message = {
  idle: texts.referenceNone,
  busy: texts.referenceSearching,
  failed: texts.referenceFailed,
} as const

const withCurrent = (choices: readonly Choice[], current: Choice | null): Choice[] =>
  current && !choices.some(({ value }) => value === current.value) ? [current, ...choices] : [...choices]

const Option = ({ choice }: { choice: Choice }) => (
  <span className={styles.option}>
    {choice.label}
    {choice.hint ? <span className={styles.optionHint}>{choice.hint}</span> : null}
  </span>
)

type Props = {
  field: ReferenceField
  value: FieldValue
  error: string | undefined
  onChange: (value: FieldValue) => void
}

/** A reference to another record: what the officer types is searched for. */
export const ReferenceInput = ({ field, value, error, onChange }: Props) => {
  const { found, ask, askLater } = useSearch(field.search)
  const [chosen, setChosen] = useState<Choice | null>(field.current ?? null)
  const current =
    chosen?.value === value ? chosen : field.current?.value === value ? (field.current ?? null) : null
  const choices = withCurrent(found.choices, current)
  const byValue = new Map(choices.map((choice) => [choice.value, choice]))
  return (
    <Select
      label={field.label}
      description={field.hint}
      error={error}
      withAsterisk={field.required ?? false}
      readOnly={field.readOnly ?? false}
      name={field.name}
      searchable
      openOnFocus={false}
      allowDeselect={!field.required}
      placeholder={texts.referencePlaceholder}
      filter={({ options }) => options}
      data={choices.map(({ value: key, label }) => ({ value: key, label }))}
      nothingFoundMessage={message[found.state]}
      rightSection={found.state === 'busy' ? <Loader size={14} /> : undefined}
      renderOption={({ option }) => (
        <Option choice={byValue.get(option.value) ?? { value: option.value, label: option.label }} />
      )}
      value={typeof value === 'string' ? value : null}
      onDropdownOpen={() => void ask('')}
      onSearchChange={(text) => text !== current?.label && askLater(text)}
      onChange={(next) => {
        setChosen(next === null ? null : (byValue.get(next) ?? null))
        onChange(next)
      }}
    />
  )
}
