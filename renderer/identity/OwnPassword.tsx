import { Button } from '@mantine/core'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { Entrance } from './Entrance.tsx'
import styles from './identity.module.css'
import { personWords } from './password.ts'

const texts = identityTexts.ownPassword
type Props = {
  session: SessionFacts
  city: string
  /** The first password where it was typed a moment ago; '' asks for it. */
  given: string
  onDone: () => void
  onLeave: () => void
}

/** After a login with a password that an admin gave: nothing else before one's own is chosen. */
export const OwnPassword = ({ session, city, given, onDone, onLeave }: Props) => (
  <Entrance city={city} title={texts.title} about={texts.about(session.name)}>
    <div className={styles.form}>
      <ChangePassword
        label={texts.title}
        currentLabel={texts.current}
        given={given}
        runLabel={texts.run}
        context={personWords(session, city)}
        onDone={onDone}
        autoFocus
        other={
          <Button variant="default" onClick={onLeave}>
            {texts.leave}
          </Button>
        }
      />
    </div>
  </Entrance>
)
