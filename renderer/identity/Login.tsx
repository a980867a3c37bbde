import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { LockReason } from '../../shared/contract/bridge.ts'
import type { Failure } from '../../shared/contract/result.ts'
import { type SessionFacts, sessionLogin } from '../../shared/contract/session.ts'
import { formatNip } from '../../shared/format/nip.ts'
import { checkTexts } from '../../shared/texts/check.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { initialsOf } from '../app/initials.ts'
import { useWork } from '../app/work.ts'
import { ErrorText, ProgressNotice } from '../ui/index.ts'
import { Entrance } from './Entrance.tsx'
import styles from './identity.module.css'
import { NipInput } from './NipInput.tsx'
import { useWaiting } from './waiting.ts'

const texts = identityTexts.login
const damaged = checkTexts.recovery.loginFirst
const Recover = lazy(async () => ({ default: (await import('./Recover.tsx')).Recover }))

type Props = {
  city: string
  /** Who was in before the lock; null: anyone. */
  was: SessionFacts | null
  reason: LockReason | null
  /** The data is damaged: whoever comes in may see to it. */
  isDamaged: boolean
  /** `password`: as it was typed, for the change that a first password asks for. */
  onEntered: (session: SessionFacts, password: string) => void
}

const reasons = {
  idle: texts.lockedIdle,
  expired: texts.lockedExpired,
  restored: texts.restored,
  logout: undefined,
} as const

const Person = ({ was }: { was: SessionFacts }) => (
  <div className={styles.person}>
    <span className={styles.initials} aria-hidden="true">
      {initialsOf(was.name)}
    </span>
    <span>
      <div className={styles.personName}>{was.name}</div>
      <div className={styles.personAbout}>{formatNip(was.nip)}</div>
    </span>
  </div>
)

const useLogin = (known: SessionFacts | null, onEntered: Props['onEntered']) => {
  const [nip, setNip] = useState('')
  const [password, setPassword] = useState('')
  const work = useWork(sessionLogin)
  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  // At first and after a failed try the field takes the focus.
  useEffect(() => {
    if (tries > 0 || known !== null) form.current?.querySelector<HTMLElement>('[type="password"]')?.focus()
  }, [tries, known])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password === '' || (known === null && nip === '')) return
    const result = await work.run({ nip: known?.nip ?? nip, password })
    setTries((count) => count + 1)
    if (result.ok) onEntered(result.value, password)
    else setPassword('')
  }
  /** Nothing of the one before: neither what was typed nor what was said to them. */
  const beginAnew = () => {
    setPassword('')
    setTries(0)
    work.forget()
  }
  return { nip, setNip, password, setPassword, work, form, submit, beginAnew }
}

/** NIP and password; after a lock only the password of the one who was in. */
export const Login = ({ city, was, reason, isDamaged, onEntered }: Props) => {
  const [known, setKnown] = useState(was)
  const [recovering, setRecovering] = useState(false)
  const { nip, setNip, password, setPassword, work, form, submit, beginAnew } = useLogin(known, onEntered)
  const wait = useWaiting(work.failure)
  if (recovering)
    return (
      <Suspense>
        <Recover
          city={city}
          onBack={() => setRecovering(false)}
          onEntered={(session) => onEntered(session, '')}
        />
      </Suspense>
    )
  const locked = known !== null
  const why = work.failure === null ? '' : locked ? ofPassword(work.failure) : work.failure.message
  const other = () => {
    setKnown(null)
    beginAnew()
  }
  return (
    <Entrance
      city={city}
      title={locked ? texts.locked : texts.title}
      about={isDamaged ? damaged : reason === null || !locked ? undefined : reasons[reason]}
      foot={
        <Button variant="subtle" onClick={() => setRecovering(true)} className={styles.footLink ?? ''}>
          {texts.forgot}
        </Button>
      }
    >
      {known ? <Person was={known} /> : null}
      <form ref={form} className={styles.form} noValidate onSubmit={submit} aria-label={texts.title}>
        {known ? null : (
          <NipInput value={nip} onChange={setNip} checked={false} autoFocus autoComplete="username" />
        )}
        <PasswordInput
          key={known === null ? 'free' : 'known'}
          label={identityTexts.password.label}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': identityTexts.password.show }}
        />
        {work.failure ? (
          <ErrorText message={wait > 0 ? `${firstSentence(why)} ${texts.wait(wait)}` : why} />
        ) : null}
        {work.busy ? <ProgressNotice label={texts.entering} done={0} total={null} /> : null}
        <div className={styles.buttons} data-apart={locked || undefined}>
          {locked ? (
            <Button variant="default" onClick={other}>
              {texts.other}
            </Button>
          ) : null}
          <Button type="submit" loading={work.busy} disabled={wait > 0}>
            {locked ? texts.unlock : texts.enter}
          </Button>
        </div>
      </form>
    </Entrance>
  )
}

/** Where only the password is asked, only the password can be wrong. */
const ofPassword = ({ type, message }: Failure): string =>
  type === 'WrongLogin' ? coreTexts.wrongPassword : message

const firstSentence = (message: string): string => message.split(/(?<=\.)\s/)[0] ?? message
