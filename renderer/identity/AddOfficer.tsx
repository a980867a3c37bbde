import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type RoleName, roleNames } from '../../shared/contract/call.ts'
import { officerAdd } from '../../shared/contract/session.ts'
import { roleLabels } from '../../shared/records/core.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { useUnsaved } from '../app/leave.tsx'
import { today, useSession } from '../app/session.ts'
import { useWork } from '../app/work.ts'
import { ErrorText, ProgressNotice, showNotice } from '../ui/index.ts'
import styles from './account.module.css'
import { NewPasswordInput } from './NewPasswordInput.tsx'
import { NipInput } from './NipInput.tsx'
import { checkNip } from './nip.ts'
import { checkNewPassword, type NewPassword, noPassword, personWords } from './password.ts'

const texts = identityTexts.officers

type Form = {
  readonly name: string
  readonly nip: string
  readonly position: string
  readonly rank: string
  readonly roles: readonly RoleName[]
  readonly secret: NewPassword
}
type Errors = Readonly<Partial<Record<'name' | 'nip' | 'roles' | 'password' | 'repeat', string | null>>>
const nobody: Form = { name: '', nip: '', position: '', rank: '', roles: [], secret: noPassword }

const check = (form: Form, city: string): Errors => ({
  name: form.name.trim() === '' ? texts.missing : null,
  nip: checkNip(form.nip),
  roles: form.roles.length === 0 ? texts.rolesMissing : null,
  ...checkNewPassword(form.secret, personWords(form, city)),
})

const useAdd = (onDone: (id: string) => void) => {
  const { city } = useSession()
  const [form, setForm] = useState<Form>(nobody)
  const [errors, setErrors] = useState<Errors>({})
  const work = useWork(officerAdd)
  useUnsaved(form !== nobody && !work.busy)
  const change = (part: Partial<Form>) => {
    setForm((now) => ({ ...now, ...part }))
    setErrors({})
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = check(form, city)
    setErrors(found)
    if (Object.values(found).some(Boolean)) return
    const { secret, roles, ...person } = form
    const grants = roles.map((role) => ({ role, opd: null, from: today(), until: null }))
    const result = await work.run({ ...person, name: person.name.trim(), password: secret.password, grants })
    if (result.ok) {
      showNotice({ message: texts.added(person.name.trim()) })
      onDone(result.value.id)
    } else if (result.error.type === 'WeakPassword') setErrors({ password: result.error.message })
    else if (result.error.type === 'OfficerExists') setErrors({ nip: result.error.message })
  }
  const failure =
    work.failure !== null && !['WeakPassword', 'OfficerExists'].includes(work.failure.type)
      ? work.failure
      : null
  return { form, change, errors, work, submit, failure, context: personWords(form, city) }
}

const Person = ({ form, errors, change }: Pick<ReturnType<typeof useAdd>, 'form' | 'errors' | 'change'>) => (
  <>
    <TextInput
      label={identityTexts.start.you.name}
      description={identityTexts.start.you.nameHint}
      withAsterisk
      autoFocus
      value={form.name}
      error={errors.name}
      onChange={(event) => change({ name: event.currentTarget.value })}
    />
    <NipInput required value={form.nip} error={errors.nip ?? null} onChange={(nip) => change({ nip })} />
    <div className={styles.pair}>
      <TextInput
        label={identityTexts.start.you.position}
        value={form.position}
        onChange={(event) => change({ position: event.currentTarget.value })}
      />
      <TextInput
        label={texts.rank}
        value={form.rank}
        onChange={(event) => change({ rank: event.currentTarget.value })}
      />
    </div>
  </>
)

const Roles = ({ form, errors, change }: Pick<ReturnType<typeof useAdd>, 'form' | 'errors' | 'change'>) => (
  <Checkbox.Group
    label={texts.role}
    withAsterisk
    error={errors.roles}
    value={[...form.roles]}
    onChange={(roles) => change({ roles: roleNames.filter((name) => roles.includes(name)) })}
  >
    <div className={styles.options}>
      {roleNames.map((name) => (
        <Checkbox
          key={name}
          size="sm"
          value={name}
          label={roleLabels[name]}
          description={identityTexts.roleAbout[name]}
        />
      ))}
    </div>
  </Checkbox.Group>
)

/** A new officer: who, which roles, and the first password that they get from the admin. */
export const AddOfficer = ({ onDone, onCancel }: { onDone: (id: string) => void; onCancel: () => void }) => {
  const { form, change, errors, work, submit, failure, context } = useAdd(onDone)
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-label={texts.addTitle}>
      <p className={styles.about}>{texts.about}</p>
      <Person form={form} errors={errors} change={change} />
      <Roles form={form} errors={errors} change={change} />
      <NewPasswordInput
        label={texts.firstPassword}
        value={form.secret}
        context={context}
        errors={errors}
        onChange={(secret) => change({ secret })}
      />
      {failure ? <ErrorText message={failure.message} /> : null}
      {work.busy ? <ProgressNotice label={texts.adding} done={0} total={null} /> : null}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onCancel}>
          {uiTexts.actions.cancel}
        </Button>
        <Button type="submit" loading={work.busy}>
          {texts.add}
        </Button>
      </div>
    </form>
  )
}
