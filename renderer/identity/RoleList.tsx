import { Button } from '@mantine/core'
import { identityTexts } from '../../shared/texts/identity.ts'
import styles from './account.module.css'
import type { HeldRole } from './roles.ts'

const texts = identityTexts.officers

type Props = {
  roles: readonly HeldRole[]
  onEnd?: (role: HeldRole) => void
  mayEnd?: (role: HeldRole) => boolean
  /** Null: none of them is lent from here. */
  onLend?: ((role: HeldRole) => void) | null
}

/** Roles with their days, and what can be done with each. */
export const RoleList = ({ roles, onEnd, mayEnd, onLend = null }: Props) => (
  <ul className={styles.roles}>
    {roles.map((role) => (
      <li key={role.id} className={styles.role} data-over={role.state === 'over' || undefined}>
        <span className={styles.roleWords}>
          <span className={styles.roleName}>{role.name}</span>
          <span className={styles.roleAbout}>{role.about}</span>
        </span>
        {onLend && role.state !== 'over' && role.lentBy === null ? (
          <Button variant="subtle" aria-label={texts.lendOf(role.name)} onClick={() => onLend(role)}>
            {texts.lend}
          </Button>
        ) : null}
        {onEnd && role.state !== 'over' && mayEnd?.(role) ? (
          <Button
            variant="subtle"
            aria-label={(role.lentBy === null ? texts.endOf : texts.endLoanOf)(role.name)}
            onClick={() => onEnd(role)}
          >
            {role.lentBy === null ? texts.end : texts.endLoan}
          </Button>
        ) : null}
      </li>
    ))}
  </ul>
)
