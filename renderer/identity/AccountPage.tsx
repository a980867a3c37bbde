import { Button } from '@mantine/core'
import { useState } from 'react'
import { newRecoveryCode } from '../../shared/contract/session.ts'
import { handoverTexts } from '../../shared/texts/handover.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { usePlace } from '../app/place.ts'
import { useSession } from '../app/session.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { useWork } from '../app/work.ts'
import { handoverAddress } from '../people/index.ts'
import { ConfirmPassword, PageHeader, showNotice } from '../ui/index.ts'
import styles from './account.module.css'
import { ChangePassword } from './ChangePassword.tsx'
import { personWords } from './password.ts'
import { RecoveryCode } from './RecoveryCode.tsx'
import { RoleList } from './RoleList.tsx'
import { useRolesOf } from './useRolesOf.ts'

const texts = identityTexts
const Change = ({ context }: { context: readonly string[] }) => (
  <section className={styles.section} aria-labelledby="ganti">
    <h2 id="ganti" className={styles.title}>
      {texts.change.title}
    </h2>
    <p className={styles.about}>{texts.change.about}</p>
    <ChangePassword
      label={texts.change.title}
      currentLabel={texts.password.current}
      runLabel={texts.change.run}
      context={context}
      onDone={() => showNotice({ message: texts.change.done })}
    />
  </section>
)

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

/** Roles of the officer's own, borrowed and lent. */
const OwnRoles = () => {
  const { session } = useSession()
  const { go } = usePlace()
  const { roles, loans } = useRolesOf(session.officer)
  return (
    <section className={styles.section} aria-labelledby="peran">
      <h2 id="peran" className={styles.title}>
        {texts.officers.own}
      </h2>
      <p className={styles.about}>{texts.officers.ownAbout}</p>
      <RoleList roles={roles} />
      {loans.length > 0 ? (
        <>
          <h3 className={styles.subtitle}>{texts.officers.loans}</h3>
          <RoleList roles={loans} />
        </>
      ) : null}
      <Button
        className={styles.handing ?? ''}
        variant="default"
        onClick={() => go(handoverAddress(session.officer))}
      >
        {handoverTexts.openOwn}
      </Button>
    </section>
  )
}

/** One's own roles and password, and for an admin a new recovery code. */
export const AccountPage = () => {
  const { session, city } = useSession()
  const mayRenew = useMayChange(newRecoveryCode.roles)
  const context = personWords(session, city)
  return (
    <>
      <PageHeader title={texts.account.title} about={texts.account.about} />
      <div className={styles.sections}>
        <OwnRoles />
        <Change context={context} />
        {mayRenew ? <NewCode printedFor={texts.start.recovery.printedFor(city, session.name)} /> : null}
      </div>
    </>
  )
}
