import { identityTexts } from '../../shared/texts/identity.ts'
import type { Page } from '../app/page.ts'
import type { RegisterExtras } from '../records/index.ts'
import { AccountPage } from './AccountPage.tsx'
import { AddOfficer } from './AddOfficer.tsx'
import { OfficerRoles } from './OfficerRoles.tsx'

export const identityPages: readonly Page[] = [
  { path: '/akun', title: identityTexts.account.title, component: AccountPage },
]

/** What officers need beyond a register: a first password when they are added, and their roles beside them. */
export const registerExtras: RegisterExtras = {
  officer: {
    add: AddOfficer,
    tabs: [{ key: 'peran', label: identityTexts.officers.tab, component: OfficerRoles }],
  },
}
