import {
  IconArrowsJoin,
  IconBuilding,
  IconBuildingCommunity,
  IconId,
  IconTable,
  IconTag,
  IconUsers,
} from '@tabler/icons-react'
import { createElement } from 'react'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import type { Page } from '../app/page.ts'
import { newId, recordAddress, registerPath } from './address.ts'
import type { RegisterExtras, RegisterPlace } from './extras.ts'
import { ProfilePage } from './ProfilePage.tsx'
import { RegisterPage } from './RegisterPage.tsx'

export { registerPath } from './address.ts'
export type { RegisterExtras } from './extras.ts'
export { allRows } from './listing.ts'

const places: Readonly<Record<string, RegisterPlace>> = {
  priceStandard: { group: 'perencanaan', icon: IconTag, order: 50 },
  implementerAlias: { group: 'perencanaan', icon: IconArrowsJoin, order: 60 },
  opd: { group: 'pengelolaan', icon: IconBuildingCommunity, order: 10 },
  officer: { group: 'pengelolaan', icon: IconUsers, order: 80 },
  role: { group: 'pengelolaan', icon: IconId, order: 81 },
}
const usual = (at: number): RegisterPlace => ({ group: 'pengelolaan', icon: IconTable, order: 20 + at })

const registerPage = (definition: AnyDefinition, at: number, extras: RegisterExtras): Page => {
  const { type, plural } = definition
  const { group, icon, order } = places[type] ?? usual(at)
  return {
    path: registerPath(type),
    nav: { group, label: plural, icon, order },
    title: plural,
    component: () => createElement(RegisterPage, { definition, extra: extras[type] ?? {} }),
    opens: { [type]: (id) => recordAddress(type, id) },
    creates: { [type]: recordAddress(type, newId) },
  }
}

const profilePage: Page = {
  path: '/profil-daerah',
  nav: { group: 'pengelolaan', label: recordsTexts.profile.nav, icon: IconBuilding, order: 90 },
  title: recordsTexts.profile.title,
  component: ProfilePage,
  roles: ['admin'],
  opens: { workspace: () => '/profil-daerah' },
}

/** A page for every register among the definitions, and the profile of the city. */
export const recordPages = (
  definitions: readonly AnyDefinition[],
  extras: RegisterExtras = {},
): readonly Page[] => [
  ...definitions
    .filter(({ register }) => register)
    .map((definition, at) => registerPage(definition, at, extras)),
  profilePage,
]
