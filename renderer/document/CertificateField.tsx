import { Button, PasswordInput } from '@mantine/core'
import { IconAlertTriangle, IconCertificate } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { type certificateFacts, certificateOpen } from '../../shared/contract/document.ts'
import { documentWindowTexts } from '../../shared/texts/document-window.ts'
import { useWork } from '../app/work.ts'
import { DropZone, dayOf, ErrorText, formatLongDay, type PickedFile } from '../ui/index.ts'
import styles from './document.module.css'

const texts = documentWindowTexts.export
export type Facts = z.output<typeof certificateFacts>
export type Certificate = {
  readonly file: PickedFile
  readonly password: string
  readonly facts: Facts | null
}

/** A moment in western Indonesian time; a plain day as it is. */
const dayWords = (iso: string): string => formatLongDay(iso.length > 10 ? dayOf(Date.parse(iso)) : iso)

export const Warning = ({ children }: { children: string }) => (
  <p className={styles.warning}>
    <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
    {children}
  </p>
)

const FactsOf = ({ facts }: { facts: Facts }) => (
  <>
    <dl className={styles.facts}>
      <dt>{texts.subject}</dt>
      <dd>{facts.subject}</dd>
      <dt>{texts.issuer}</dt>
      <dd>{facts.issuer}</dd>
      <dt>{texts.valid}</dt>
      <dd>{texts.validFromTo(dayWords(facts.validFrom), dayWords(facts.validTo))}</dd>
    </dl>
    {facts.demo ? <Warning>{texts.demo}</Warning> : null}
    {facts.selfSigned && !facts.demo ? <Warning>{texts.selfSigned}</Warning> : null}
  </>
)

type Props = {
  certificate: Certificate | null
  onChange: (certificate: Certificate | null) => void
}

/** The file, its password, and whose it is: seen before anything is signed. Neither leaves this dialog's memory. */
export const CertificateField = ({ certificate, onChange }: Props) => {
  const { run, busy, failure, forget } = useWork(certificateOpen)
  const [shown, setShown] = useState(false)
  const secret = useRef<HTMLInputElement>(null)
  const chosen = certificate?.file
  // The file is there: its password is what comes next.
  useEffect(() => {
    if (chosen !== undefined) secret.current?.focus()
  }, [chosen])
  if (certificate === null)
    return (
      <DropZone
        small
        title={texts.certificateDrop}
        accept={['.p12', '.pfx']}
        acceptWords={texts.certificateKinds}
        limit={1_000_000}
        onFiles={([file]) => file && onChange({ file, password: '', facts: null })}
      />
    )
  const { file, password, facts } = certificate
  const open = async () => {
    const result = await run({ file: { name: file.name, bytes: file.bytes }, password })
    if (result.ok) onChange({ ...certificate, facts: result.value })
  }
  return (
    <div className={styles.certificate}>
      <div className={styles.file}>
        <IconCertificate size={18} stroke={1.5} aria-hidden="true" />
        <span className={styles.fileName} title={file.name}>
          {file.name}
        </span>
        <Button variant="subtle" onClick={() => onChange(null)}>
          {texts.certificateOther}
        </Button>
      </div>
      {facts ? (
        <FactsOf facts={facts} />
      ) : (
        <div className={styles.passwordRow}>
          <PasswordInput
            ref={secret}
            label={texts.certificatePassword}
            autoComplete="off"
            visible={shown}
            onVisibilityChange={setShown}
            visibilityToggleButtonProps={{ 'aria-label': texts.showPassword }}
            value={password}
            onChange={(event) => {
              forget()
              onChange({ ...certificate, password: event.currentTarget.value })
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              void open()
            }}
          />
          <Button variant="default" loading={busy} disabled={password === ''} onClick={() => void open()}>
            {texts.certificateOpen}
          </Button>
        </div>
      )}
      {failure ? <ErrorText inline message={failure.message} /> : null}
    </div>
  )
}
