import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type SessionFacts, sessionRecover } from '../../shared/contract/session.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { useWork } from '../app/work.ts'
import { ErrorText, ProgressNotice } from '../ui/index.ts'
import { Entrance } from './Entrance.tsx'
import styles from './identity.module.css'
import { NewPasswordInput } from './NewPasswordInput.tsx'
import { NipInput } from './NipInput.tsx'
import { checkNip } from './nip.ts'
import { checkNewPassword, type NewPassword, noPassword } from './password.ts'

const texts = identityTexts.recover

type Form = { readonly code: string; readonly nip: string; readonly secret: NewPassword }
type Errors = Partial<Record<'code' | 'nip' | 'password' | 'repeat', string | null>>
type Props = { city: string; onBack: () => void; onEntered: (session: SessionFacts) => void }

const contextOf = ({ nip }: Form, city: string) => [nip, city, 'selaras'].filter((word) => word !== '')

const check = (form: Form, city: string): Errors => ({
  code: form.code.trim() === '' ? texts.codeMissing : null,
  nip: checkNip(form.nip),
  ...checkNewPassword(form.secret, contextOf(form, city)),
})

/** The printed code opens the data and gives an admin a new password. */
export const Recover = ({ city, onBack, onEntered }: Props) => {
  const [form, setForm] = useState<Form>({ code: '', nip: '', secret: noPassword })
  const [errors, setErrors] = useState<Errors>({})
  const work = useWork(sessionRecover)
  const change = (part: Partial<Form>) => {
    setForm((now) => ({ ...now, ...part }))
    setErrors({})
  }
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const found = check(form, city)
    setErrors(found)
    if (Object.values(found).some(Boolean)) return
    const result = await work.run({ code: form.code, nip: form.nip, password: form.secret.password })
    if (result.ok) onEntered(result.value)
  }
  return (
    <Entrance wide city={city} title={texts.title} about={texts.about}>
      <form className={styles.form} noValidate onSubmit={onSubmit} aria-label={texts.title}>
        <TextInput
          label={texts.code}
          description={texts.codeHint}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={form.code}
          error={errors.code}
          onChange={(event) => change({ code: event.currentTarget.value })}
        />
        <NipInput
          value={form.nip}
          error={errors.nip ?? null}
          onChange={(nip) => change({ nip })}
          autoComplete="username"
        />
        <NewPasswordInput
          value={form.secret}
          context={contextOf(form, city)}
          errors={errors}
          label={identityTexts.password.next}
          onChange={(secret) => change({ secret })}
        />
        {work.failure ? <ErrorText message={work.failure.message} /> : null}
        {work.busy ? <ProgressNotice label={texts.running} done={0} total={null} /> : null}
        <div className={styles.buttons} data-apart>
          <Button variant="default" onClick={onBack} disabled={work.busy}>
            {texts.back}
          </Button>
          <Button type="submit" loading={work.busy}>
            {texts.run}
          </Button>
        </div>
      </form>
    </Entrance>
  )
}
