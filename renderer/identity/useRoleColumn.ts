import { useEffect, useMemo, useState } from 'react'
import type { RecordRow } from '../../shared/contract/records.ts'
import { role } from '../../shared/records/core.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { useChanges, useClient } from '../app/client.tsx'
import { today } from '../app/session.ts'
import { allRows } from '../records/index.ts'
import { rolesInWords } from './roles.ts'

const everyRole = { search: '', filters: {}, sort: null }
const concerned = ['role', 'opd']

/** Every role of every officer; officers are few, so their list needs no paging of it. */
const useRoles = (): readonly RecordRow[] => {
  const client = useClient()
  const version = useChanges(concerned)
  const [roles, setRoles] = useState<readonly RecordRow[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when a role has changed
  useEffect(() => {
    let here = true
    void allRows(client, role, everyRole).then((rows) => here && rows !== null && setRoles(rows))
    return () => {
      here = false
    }
  }, [client, version])
  return roles
}

/** “Peran” in the list of officers: each role with its OPD and its days. */
export const useRoleColumn = () => {
  const roles = useRoles()
  return useMemo(() => {
    const byOfficer = Map.groupBy(roles, ({ values }) => String(values['officer']))
    const text = ({ id }: RecordRow) => rolesInWords(byOfficer.get(id) ?? [], today())
    return [{ key: '$roles', heading: identityTexts.officers.tab, grow: 6, text }]
  }, [roles])
}
