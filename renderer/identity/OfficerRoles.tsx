import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { recordGet, recordList, recordSave } from '../../shared/contract/records.ts'
import { dayBefore } from '../../shared/format/date.ts'
import { role as roleDefinition } from '../../shared/records/core.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { useAnswer, useClient } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { today, useSession } from '../app/session.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { EmptyState, ErrorText, ThinBar } from '../ui/index.ts'
import styles from './account.module.css'
import { GrantRole } from './GrantRole.tsx'
import { type HeldRole, heldRole } from './roles.ts'

const texts = identityTexts.officers
const { type, writers } = roleDefinition

const Role = ({ role, onEnd }: { role: HeldRole; onEnd: (() => void) | null }) => (
  <li className={styles.role} data-over={role.state === 'over' || undefined}>
    <span className={styles.roleWords}>
      <span className={styles.roleName}>{role.name}</span>
      <span className={styles.roleAbout}>{role.about}</span>
    </span>
    {onEnd && role.state !== 'over' ? (
      <Button variant="subtle" aria-label={texts.endOf(role.name)} onClick={onEnd}>
        {texts.end}
      </Button>
    ) : null}
  </li>
)

/** Ending a role is a new fact, a last day; the grant itself stays in the record. */
const useEnd = () => {
  const client = useClient()
  const notice = useCommitNotice()
  return async ({ id, name }: HeldRole) => {
    const present = await client.call(recordGet, { type, id })
    if (!present.ok) return notice(present as never, '')
    const values = { until: dayBefore(today()) }
    const result = await client.call(recordSave, { type, id, values, seen: present.value.seen })
    return notice(result, texts.ended(name), { undoable: false })
  }
}

/** What an officer may do: their roles, ended ones too. */
export const OfficerRoles = ({ id }: { id: string }) => {
  const input = { type, filters: { officer: id }, limit: 200 }
  const { data, failure, isPending } = useAnswer(recordList, input, { records: [type, 'opd'], keep: true })
  const mayGrant = useMayChange(writers)
  const end = useEnd()
  const [granting, setGranting] = useState(false)
  const { session } = useSession()
  /** Nobody locks themselves out: another admin ends an admin's role. */
  const isOwnAdmin = ({ role }: HeldRole) => role === 'admin' && id === session.officer
  const roles = (data?.rows ?? []).map((row) => heldRole(row, today()))
  return (
    <div className={styles.panel}>
      {isPending ? <ThinBar /> : null}
      {failure ? <ErrorText message={failure.message} /> : null}
      {data && roles.length === 0 ? (
        <EmptyState small title={texts.none}>
          {texts.noneAbout}
        </EmptyState>
      ) : null}
      <ul className={styles.roles}>
        {roles.map((role) => (
          <Role
            key={role.id}
            role={role}
            onEnd={mayGrant && !isOwnAdmin(role) ? () => void end(role) : null}
          />
        ))}
      </ul>
      {granting ? (
        <GrantRole officer={id} onClose={() => setGranting(false)} />
      ) : mayGrant ? (
        <div className={styles.grant}>
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} stroke={1.8} />}
              onClick={() => setGranting(true)}
            >
              {texts.grant}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}
