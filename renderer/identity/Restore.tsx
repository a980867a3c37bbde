import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { backupRestore } from '../../shared/contract/session.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { sizeWords } from '../app/size.ts'
import { useWork } from '../app/work.ts'
import { DropZone, ErrorText, formatWhole, type PickedFile, ProgressNotice, showNotice } from '../ui/index.ts'
import { Entrance } from './Entrance.tsx'
import styles from './identity.module.css'
import { NipInput } from './NipInput.tsx'
import { checkNip } from './nip.ts'

const texts = identityTexts.restore
const words = identityTexts.start

type Form = { readonly file: PickedFile | null; readonly nip: string; readonly password: string }
type Errors = Partial<Record<keyof Form, string | null>>

const check = ({ file, nip, password }: Form): Errors => ({
  file: file === null ? texts.missing : null,
  nip: checkNip(nip),
  password: password === '' ? identityTexts.password.missing : null,
})

const FileField = ({
  file,
  error,
  onFile,
}: {
  file: PickedFile | null
  error: string | null
  onFile: (file: PickedFile | null) => void
}) =>
  file === null ? (
    <div>
      <DropZone onFiles={([first]) => first && onFile(first)} title={texts.drop} acceptWords={texts.accept} />
      {error ? <ErrorText inline message={error} /> : null}
    </div>
  ) : (
    <div className={styles.buttons} data-apart>
      <span className={styles.folder}>{texts.chosen(file.name, sizeWords(file.bytes.byteLength))}</span>
      <Button variant="subtle" onClick={() => onFile(null)}>
        {texts.other}
      </Button>
    </div>
  )

/** An empty workspace filled from a backup: file, NIP and password of the time of the backup. */
export const Restore = ({ onBack, onDone }: { onBack: () => void; onDone: () => void }) => {
  const [form, setForm] = useState<Form>({ file: null, nip: '', password: '' })
  const [errors, setErrors] = useState<Errors>({})
  const work = useWork(backupRestore)
  const change = (part: Partial<Form>) => {
    setForm((now) => ({ ...now, ...part }))
    setErrors({})
  }
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const found = check(form)
    setErrors(found)
    if (form.file === null || Object.values(found).some(Boolean)) return
    const { name, bytes } = form.file
    const result = await work.run({
      file: { name, bytes },
      name: null,
      nip: form.nip,
      password: form.password,
    })
    if (!result.ok) return
    showNotice({ message: texts.done(result.value.city, formatWhole(result.value.rows)), outside: true })
    onDone()
  }
  return (
    <Entrance wide title={texts.title} about={texts.about}>
      <form className={styles.form} noValidate onSubmit={onSubmit} aria-label={texts.title}>
        <FileField file={form.file} error={errors.file ?? null} onFile={(file) => change({ file })} />
        <NipInput
          value={form.nip}
          error={errors.nip ?? null}
          onChange={(nip) => change({ nip })}
          autoComplete="username"
        />
        <PasswordInput
          label={identityTexts.password.label}
          autoComplete="current-password"
          value={form.password}
          error={errors.password}
          onChange={(event) => change({ password: event.currentTarget.value })}
          visibilityToggleButtonProps={{ 'aria-label': identityTexts.password.show }}
        />
        {work.failure ? <ErrorText message={work.failure.message} /> : null}
        {work.busy ? (
          <ProgressNotice
            label={work.progress?.step || texts.running}
            done={work.progress?.done ?? 0}
            total={work.progress?.total ?? null}
            onCancel={work.cancel}
            cancelling={work.cancelling}
          />
        ) : null}
        <div className={styles.buttons} data-apart>
          <Button variant="default" onClick={onBack} disabled={work.busy}>
            {words.back}
          </Button>
          <Button type="submit" loading={work.busy}>
            {texts.run}
          </Button>
        </div>
      </form>
    </Entrance>
  )
}
