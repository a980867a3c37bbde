import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { identityTexts } from '../../shared/texts/identity.ts'
import { checkNip, groupNip, nipDigits, readNip } from './nip.ts'

type Props = {
  /** Digits only. */
  value: string
  onChange: (digits: string) => void
  /** From outside: “NIP ini sudah terdaftar.” */
  error?: string | null
  /** Shows what the NIP says, and what is wrong with it once the field was left. */
  checked?: boolean
  autoFocus?: boolean
  autoComplete?: string
  required?: boolean
}

/** A NIP that groups itself while it is typed or pasted. */
export const NipInput = ({
  value,
  onChange,
  error = null,
  checked = true,
  autoFocus = false,
  autoComplete = 'off',
  required = false,
}: Props) => {
  const [left, setLeft] = useState(false)
  const wrong = checked && left && value !== '' ? checkNip(value) : null
  const problem = error ?? wrong
  const says = checked && problem === null ? readNip(value) : null
  return (
    <TextInput
      label={identityTexts.nip.label}
      description={says ?? (checked ? identityTexts.nip.hint : undefined)}
      withAsterisk={required}
      error={problem}
      inputMode="numeric"
      autoComplete={autoComplete}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      value={groupNip(value)}
      onChange={(event) => {
        setLeft(false)
        onChange(nipDigits(event.currentTarget.value))
      }}
      onBlur={() => setLeft(true)}
    />
  )
}
