import { Button } from '@mantine/core'
import { IconArrowsExchange, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { recordGet, recordSave } from '../../shared/contract/records.ts'
import { dayBefore } from '../../shared/format/date.ts'
import { role as roleDefinition } from '../../shared/records/core.ts'
import { handoverTexts } from '../../shared/texts/handover.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { useClient } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { usePlace } from '../app/place.ts'
import { today, useSession } from '../app/session.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { handoverAddress } from '../people/index.ts'
import { EmptyState, ErrorText, ThinBar } from '../ui/index.ts'
import styles from './account.module.css'
import { GrantRole } from './GrantRole.tsx'
import { LendRole } from './LendRole.tsx'
import { RoleList } from './RoleList.tsx'
import type { HeldRole } from './roles.ts'
import { useRolesOf } from './useRolesOf.ts'

const texts = identityTexts.officers
const { type, writers } = roleDefinition

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

/** What is being given: a role of the officer's own, or a loan of one. */
type Giving = 'role' | HeldRole | null

const Give = ({ id, giving, onClose }: { id: string; giving: Giving; onClose: () => void }) => {
  if (giving === null) return null
  return giving === 'role' ? (
    <GrantRole officer={id} onClose={onClose} />
  ) : (
    <LendRole key={giving.id} lender={id} role={giving} onClose={onClose} />
  )
}

/** What an officer may do: their roles, ended ones too, and those that they lend. */
export const OfficerRoles = ({ id }: { id: string }) => {
  const { roles, loans, failure, isPending } = useRolesOf(id)
  const mayGrant = useMayChange(writers)
  const end = useEnd()
  const [giving, setGiving] = useState<Giving>(null)
  const { session } = useSession()
  const { go } = usePlace()
  /** Nobody locks themselves out: another admin ends an admin's role. */
  const mayEnd = ({ role }: HeldRole) => mayGrant && !(role === 'admin' && id === session.officer)
  const acts = { onEnd: (role: HeldRole) => void end(role), mayEnd }
  return (
    <div className={styles.panel}>
      {isPending ? <ThinBar /> : null}
      {failure ? <ErrorText message={failure.message} /> : null}
      {!isPending && !failure && roles.length === 0 ? (
        <EmptyState small title={texts.none}>
          {texts.noneAbout}
        </EmptyState>
      ) : null}
      <RoleList roles={roles} {...acts} onLend={mayGrant ? setGiving : null} />
      {loans.length > 0 ? (
        <>
          <h3 className={styles.subtitle}>{texts.loans}</h3>
          <RoleList roles={loans} {...acts} onLend={null} />
        </>
      ) : null}
      <Give id={id} giving={giving} onClose={() => setGiving(null)} />
      {giving === null && mayGrant ? (
        <div className={styles.grant}>
          <div className={styles.acts}>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} stroke={1.8} />}
              onClick={() => setGiving('role')}
            >
              {texts.grant}
            </Button>
            <Button
              variant="subtle"
              leftSection={<IconArrowsExchange size={16} stroke={1.8} />}
              onClick={() => go(handoverAddress(id))}
            >
              {handoverTexts.open}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}
