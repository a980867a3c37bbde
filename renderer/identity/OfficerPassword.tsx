import { Button, CopyButton } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { officerResetPassword } from '../../shared/contract/session.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { useSession } from '../app/session.ts'
import { useWork } from '../app/work.ts'
import { ConfirmPassword, Steady } from '../ui/index.ts'
import styles from './account.module.css'
import codes from './identity.module.css'

const texts = identityTexts.reset

const Given = ({ code, onDone }: { code: string; onDone: () => void }) => (
  <div className={styles.grant}>
    <p className={styles.about} role="status">
      {texts.given}
    </p>
    {/* biome-ignore lint/a11y/useSemanticElements: not a group of fields */}
    <div className={codes.code} role="group" aria-label={texts.label}>
      {code}
    </div>
    <p className={styles.about}>{texts.hint}</p>
    <div className={styles.buttons} data-start>
      <CopyButton value={code}>
        {({ copied, copy }) => (
          <Button variant="default" leftSection={<IconCopy size={16} stroke={1.6} />} onClick={copy}>
            <Steady words={[texts.copy, texts.copied]} shown={copied ? texts.copied : texts.copy} />
          </Button>
        )}
      </CopyButton>
      <Button onClick={onDone}>{texts.done}</Button>
    </div>
  </div>
)

/** For an officer who forgot the password: a new first one, shown once. */
export const OfficerPassword = ({ id, title }: { id: string; title: string }) => {
  const { session } = useSession()
  const [asking, setAsking] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const work = useWork(officerResetPassword)
  const confirm = async (password: string) => {
    const result = await work.run({ officer: id, password })
    if (!result.ok) return result.error.message
    setAsking(false)
    setCode(result.value.firstPassword)
    return null
  }
  if (code !== null)
    return (
      <div className={styles.panel}>
        <Given code={code} onDone={() => setCode(null)} />
      </div>
    )
  const isOwn = id === session.officer
  return (
    <div className={styles.panel}>
      <p className={styles.about}>{isOwn ? texts.own : texts.about}</p>
      {isOwn ? null : (
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {texts.run}
          </Button>
        </div>
      )}
      <ConfirmPassword
        opened={asking}
        title={texts.ask(title)}
        consequence={texts.consequence}
        confirmLabel={texts.confirm}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}
