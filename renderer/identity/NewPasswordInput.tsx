import { PasswordInput } from '@mantine/core'
import { IconCheck, IconPoint } from '@tabler/icons-react'
import { useId } from 'react'
import { identityTexts } from '../../shared/texts/identity.ts'
import styles from './identity.module.css'
import { type NewPassword, type PasswordRule, passwordRules } from './password.ts'

const texts = identityTexts.password

const Rule = ({ label, met }: PasswordRule) => (
  <li className={styles.rule} data-met={met || undefined}>
    {met ? (
      <IconCheck size={16} stroke={2} aria-hidden="true" />
    ) : (
      <IconPoint size={16} stroke={2} aria-hidden="true" />
    )}
    <span>
      {label}
      <span className={styles.heard}>: {met ? texts.met : texts.notYet}</span>
    </span>
  </li>
)

type Props = {
  value: NewPassword
  onChange: (value: NewPassword) => void
  /** Words that an outsider would try first: name, NIP, city, agency. */
  context: readonly string[]
  errors?: { readonly password?: string | null; readonly repeat?: string | null }
  label?: string
  autoFocus?: boolean
}

/** A new password twice, with its rules beside it, each ticked when it is met. */
export const NewPasswordInput = ({
  value,
  onChange,
  context,
  errors = {},
  label = texts.label,
  autoFocus = false,
}: Props) => {
  const rules = useId()
  return (
    <>
      <PasswordInput
        label={label}
        autoComplete="new-password"
        autoFocus={autoFocus}
        aria-describedby={rules}
        value={value.password}
        error={errors.password}
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
        visibilityToggleButtonProps={{ 'aria-label': texts.show }}
      />
      <div id={rules}>
        <ul className={styles.rules} aria-label={texts.rules}>
          {passwordRules(value.password, context).map((rule) => (
            <Rule key={rule.label} {...rule} />
          ))}
        </ul>
        <p className={styles.advice}>{texts.advice}</p>
      </div>
      <PasswordInput
        label={texts.repeat}
        autoComplete="new-password"
        value={value.repeat}
        error={errors.repeat}
        onChange={(event) => onChange({ ...value, repeat: event.currentTarget.value })}
        visibilityToggleButtonProps={{ 'aria-label': texts.show }}
      />
    </>
  )
}
