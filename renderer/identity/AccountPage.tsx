import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { changePassword, newRecoveryCode } from '../../shared/contract/session.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { useMay, useSession } from '../app/session.ts'
import { useWork } from '../app/work.ts'
import { ConfirmPassword, ErrorText, PageHeader, ProgressNotice, showNotice } from '../ui/index.ts'
import styles from './account.module.css'
import { NewPasswordInput } from './NewPasswordInput.tsx'
import { checkNewPassword, type NewPassword, noPassword } from './password.ts'
import { RecoveryCode } from './RecoveryCode.tsx'

const texts = identityTexts
type Errors = {
  readonly current?: string | null
  readonly password?: string | null
  readonly repeat?: string | null
}

const useChange = (context: readonly string[]) => {
  const [current, setCurrent] = useState('')
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
      showNotice({ message: texts.change.done })
    } else if (result.error.type === 'WrongPassword') setErrors({ current: result.error.message })
    else if (result.error.type === 'WeakPassword') setErrors({ password: result.error.message })
  }
  const shown = work.failure !== null && !['WrongPassword', 'WeakPassword'].includes(work.failure.type)
  return {
    current,
    setCurrent,
    secret,
    setSecret,
    errors,
    work,
    submit,
    failure: shown ? work.failure : null,
  }
}

const Change = ({ context }: { context: readonly string[] }) => {
  const { current, setCurrent, secret, setSecret, errors, work, submit, failure } = useChange(context)
  return (
    <section className={styles.section} aria-labelledby="ganti">
      <h2 id="ganti" className={styles.title}>
        {texts.change.title}
      </h2>
      <p className={styles.about}>{texts.change.about}</p>
      <form className={styles.form} noValidate onSubmit={submit} aria-labelledby="ganti">
        <PasswordInput
          label={texts.password.current}
          autoComplete="current-password"
          value={current}
          error={errors.current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': texts.password.show }}
        />
        <NewPasswordInput
          label={texts.password.next}
          value={secret}
          context={context}
          errors={errors}
          onChange={setSecret}
        />
        {failure ? <ErrorText message={failure.message} /> : null}
        {work.busy ? <ProgressNotice label={texts.login.entering} done={0} total={null} /> : null}
        <div>
          <Button type="submit" loading={work.busy}>
            {texts.change.run}
          </Button>
        </div>
      </form>
    </section>
  )
}

const NewCode = ({ printedFor }: { printedFor: string }) => {
  const [asking, setAsking] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const work = useWork(newRecoveryCode)
  const confirm = async (password: string) => {
    const result = await work.run({ password })
    if (!result.ok) return result.error.message
    setAsking(false)
    setCode(result.value.recoveryCode)
    return null
  }
  return (
    <section className={styles.section} aria-labelledby="kode">
      <h2 id="kode" className={styles.title}>
        {texts.newCode.title}
      </h2>
      {code === null ? (
        <>
          <p className={styles.about}>{texts.newCode.about}</p>
          <Button variant="default" onClick={() => setAsking(true)}>
            {texts.newCode.run}
          </Button>
        </>
      ) : (
        <RecoveryCode
          code={code}
          printedFor={printedFor}
          doneLabel={texts.start.recovery.done}
          onDone={() => setCode(null)}
        />
      )}
      <ConfirmPassword
        opened={asking}
        title={texts.newCode.ask}
        consequence={texts.newCode.consequence}
        confirmLabel={texts.newCode.run}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
    </section>
  )
}

/** One's own password, and for an admin a new recovery code. */
export const AccountPage = () => {
  const { session, city } = useSession()
  const mayRenew = useMay(newRecoveryCode.roles)
  const context = [session.name, session.nip, city, 'selaras'].filter((word) => word !== '')
  return (
    <>
      <PageHeader title={texts.account.title} about={texts.account.about} />
      <div className={styles.sections}>
        <Change context={context} />
        {mayRenew ? <NewCode printedFor={texts.start.recovery.printedFor(city, session.name)} /> : null}
      </div>
    </>
  )
}
