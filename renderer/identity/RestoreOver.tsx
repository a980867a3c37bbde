import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { backupRestore } from '../../shared/contract/session.ts'
import { auditTexts } from '../../shared/texts/audit.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { sizeWords } from '../app/size.ts'
import { useWork } from '../app/work.ts'
import { DropZone, ErrorText, formatWhole, type PickedFile, ProgressNotice, showNotice } from '../ui/index.ts'
import { Entrance } from './Entrance.tsx'
import styles from './identity.module.css'
import { NipInput } from './NipInput.tsx'
import { checkNip } from './nip.ts'

const texts = identityTexts.restore
const words = auditTexts.backup

/** A backup of the workspace's own folder by its name; null: a file that the officer brings. */
export type RestoreFrom = { readonly name: string | null }

type Props = {
  city: string
  from: RestoreFrom
  nip: string
  onBack: () => void
  onDone: () => void
}

const FileField = ({ file, onFile }: { file: PickedFile | null; onFile: (file: PickedFile) => void }) =>
  file === null ? (
    <DropZone onFiles={([first]) => first && onFile(first)} title={texts.drop} acceptWords={texts.accept} />
  ) : (
    <span className={styles.folder}>{texts.chosen(file.name, sizeWords(file.bytes.byteLength))}</span>
  )

const useRestoring = ({ from, nip: known, onDone }: Props) => {
  const [file, setFile] = useState<PickedFile | null>(null)
  const [nip, setNip] = useState(known)
  const [password, setPassword] = useState('')
  const work = useWork(backupRestore)
  const ready = (from.name !== null || file !== null) && checkNip(nip) === null && password !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const bytes = file === null ? null : { name: file.name, bytes: file.bytes }
    const result = await work.run({ file: bytes, name: from.name, nip, password })
    setPassword('')
    if (!result.ok) return
    const { city, rows } = result.value
    showNotice({ message: texts.done(city, formatWhole(rows)), outside: true })
    onDone()
  }
  return { file, setFile, nip, setNip, password, setPassword, work, ready, submit }
}

/** Damaged data gives way to a backup; what was there is kept beside. */
export const RestoreOver = (props: Props) => {
  const { city, from, onBack } = props
  const { file, setFile, nip, setNip, password, setPassword, work, ready, submit } = useRestoring(props)
  return (
    <Entrance wide city={city} title={texts.title} about={words.restoreConsequence}>
      <form className={styles.form} noValidate onSubmit={submit} aria-label={texts.title}>
        {from.name === null ? (
          <FileField file={file} onFile={setFile} />
        ) : (
          <span className={styles.folder}>{from.name}</span>
        )}
        <NipInput value={nip} onChange={setNip} autoComplete="username" />
        <PasswordInput
          label={identityTexts.password.label}
          description={words.restorePassword}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': identityTexts.password.show }}
        />
        {work.failure ? <ErrorText message={work.failure.message} /> : null}
        {work.busy ? (
          <ProgressNotice
            label={texts.running}
            done={0}
            total={null}
            onCancel={work.cancel}
            cancelling={work.cancelling}
          />
        ) : null}
        <div className={styles.buttons} data-apart>
          <Button variant="default" onClick={onBack} disabled={work.busy}>
            {identityTexts.start.back}
          </Button>
          <Button type="submit" color="red" loading={work.busy} disabled={!ready}>
            {texts.run}
          </Button>
        </div>
      </form>
    </Entrance>
  )
}
