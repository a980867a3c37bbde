import { Radio, TextInput } from '@mantine/core'
import { regulationNames } from '../../shared/contract/session.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import styles from './identity.module.css'
import { NewPasswordInput } from './NewPasswordInput.tsx'
import { NipInput } from './NipInput.tsx'
import {
  passwordContext,
  type Regulation,
  type StartErrors,
  type StartForm,
  withRegulation,
} from './startForm.ts'

const texts = identityTexts.start

export type StepProps = {
  form: StartForm
  errors: StartErrors
  onForm: (form: StartForm) => void
}

const about: Record<Regulation, { readonly title: string; readonly about: string }> = {
  prabumulih: { title: texts.place.prabumulih, about: texts.place.prabumulihAbout },
  singkawang: { title: texts.place.singkawang, about: texts.place.singkawangAbout },
}

export const PlaceStep = ({ form, errors, onForm }: StepProps) => (
  <>
    <Radio.Group
      label={texts.place.regulation}
      value={form.regulation}
      onChange={(value) => onForm(withRegulation(form, value as Regulation))}
    >
      <div className={styles.regulations}>
        {regulationNames.map((name) => (
          <Radio.Card
            key={name}
            value={name}
            className={styles.choice ?? ''}
            data-autofocus={name === form.regulation || undefined}
          >
            <Radio.Indicator size="xs" className={styles.choiceIcon ?? ''} />
            <span className={styles.choiceWords}>
              <span className={styles.choiceTitle}>{about[name].title}</span>
              <span className={styles.choiceAbout}>{about[name].about}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
    <TextInput
      label={texts.place.city}
      description={texts.place.cityHint}
      withAsterisk
      value={form.city}
      error={errors.city}
      onChange={(event) => onForm({ ...form, city: event.currentTarget.value })}
    />
    <TextInput
      label={texts.place.agency}
      description={texts.place.agencyHint}
      value={form.agency}
      onChange={(event) => onForm({ ...form, agency: event.currentTarget.value })}
    />
  </>
)

export const YouStep = ({ form, errors, onForm }: StepProps) => (
  <>
    <TextInput
      label={texts.you.name}
      description={texts.you.nameHint}
      withAsterisk
      autoFocus
      value={form.name}
      error={errors.name}
      onChange={(event) => onForm({ ...form, name: event.currentTarget.value })}
    />
    <NipInput
      required
      value={form.nip}
      error={errors.nip ?? null}
      onChange={(nip) => onForm({ ...form, nip })}
    />
    <TextInput
      label={texts.you.position}
      description={texts.you.positionHint}
      value={form.position}
      onChange={(event) => onForm({ ...form, position: event.currentTarget.value })}
    />
  </>
)

export const SecretStep = ({ form, errors, onForm }: StepProps) => (
  <NewPasswordInput
    autoFocus
    value={form.secret}
    context={passwordContext(form)}
    errors={errors}
    onChange={(secret) => onForm({ ...form, secret })}
  />
)
