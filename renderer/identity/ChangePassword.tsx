import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { changePassword } from '../../shared/contract/session.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { useWork } from '../app/work.ts'
import { ErrorText, ProgressNotice } from '../ui/index.ts'
import styles from './account.module.css'
import { NewPasswordInput } from './NewPasswordInput.tsx'
import { checkNewPassword, type NewPassword, noPassword } from './password.ts'

const texts = identityTexts

type Props = {
  label: string
  currentLabel: string
  /** The present password where it is known already; it is asked for only if it proves wrong. */
  given?: string
  runLabel: string
  /** Words that an outsider would try first. */
  context: readonly string[]
  onDone: () => void
  autoFocus?: boolean
  /** Beside the button. */
  other?: React.ReactNode
}
type Errors = {
  readonly current?: string | null
  readonly password?: string | null
  readonly repeat?: string | null
}

const useChange = (context: readonly string[], given: string, onDone: () => void) => {
  const [current, setCurrent] = useState(given)
  const [asked, setAsked] = useState(given === '')
  const [secret, setSecret] = useState<NewPassword>(noPassword)
  const [errors, setErrors] = useState<Errors>({})
  const work = useWork(changePassword)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = {
      current: current === '' ? texts.password.missing : null,
      ...checkNewPassword(secret, context),
    }
    setErrors(found)
    if (Object.values(found).some(Boolean)) return
    const result = await work.run({ current, next: secret.password })
    if (result.ok) {
      setCurrent('')
      setSecret(noPassword)
      onDone()
    } else if (result.error.type === 'WrongPassword') {
      setAsked(true)
      setErrors({ current: result.error.message })
    } else if (result.error.type === 'WeakPassword') setErrors({ password: result.error.message })
  }
  const shown = work.failure !== null && !['WrongPassword', 'WeakPassword'].includes(work.failure.type)
  return {
    current,
    asked,
    setCurrent,
    secret,
    setSecret,
    errors,
    work,
    submit,
    failure: shown ? work.failure : null,
  }
}

/** The present password, and the new one twice with its rules. */
export const ChangePassword = ({
  label,
  currentLabel,
  runLabel,
  given = '',
  autoFocus = false,
  other,
  ...props
}: Props) => {
  const { current, asked, setCurrent, secret, setSecret, errors, work, submit, failure } = useChange(
    props.context,
    given,
    props.onDone,
  )
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-label={label}>
      {asked ? (
        <PasswordInput
          label={currentLabel}
          autoComplete="current-password"
          autoFocus={autoFocus}
          value={current}
          error={errors.current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': texts.password.show }}
        />
      ) : null}
      <NewPasswordInput
        label={texts.password.next}
        autoFocus={autoFocus && !asked}
        value={secret}
        context={props.context}
        errors={errors}
        onChange={setSecret}
      />
      {failure ? <ErrorText message={failure.message} /> : null}
      {work.busy ? <ProgressNotice label={texts.change.running} done={0} total={null} /> : null}
      <div
        className={styles.buttons}
        data-apart={other ? true : undefined}
        data-start={other ? undefined : true}
      >
        {other}
        <Button type="submit" loading={work.busy}>
          {runLabel}
        </Button>
      </div>
    </form>
  )
}
