import { officerResetPassword } from '../../shared/contract/session.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import type { Page } from '../app/page.ts'
import type { RegisterExtras } from '../records/index.ts'
import { AccountPage } from './AccountPage.tsx'
import { AddOfficer } from './AddOfficer.tsx'
import { OfficerPassword } from './OfficerPassword.tsx'
import { OfficerRoles } from './OfficerRoles.tsx'
import { useRoleColumn } from './useRoleColumn.ts'

export const identityPages: readonly Page[] = [
  { path: '/akun', title: identityTexts.account.title, component: AccountPage },
]

/** What officers need beyond a register: a first password when they are added, and their roles beside them and in the list. */
export const registerExtras: RegisterExtras = {
  officer: {
    add: AddOfficer,
    useColumns: useRoleColumn,
    tabs: [
      { key: 'peran', label: identityTexts.officers.tab, component: OfficerRoles },
      {
        key: 'kata-sandi',
        label: identityTexts.reset.tab,
        component: OfficerPassword,
        roles: officerResetPassword.roles,
      },
    ],
  },
}
