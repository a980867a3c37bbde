import {
  type Icon,
  IconAppWindow,
  IconArrowsJoin,
  IconBooks,
  IconBuildingBroadcastTower,
  IconBuildingCommunity,
  IconCertificate,
  IconDatabase,
  IconGavel,
  IconHeartHandshake,
  IconHierarchy,
  IconId,
  IconMap,
  IconNetwork,
  IconReceipt,
  IconSchool,
  IconServer,
  IconShieldLock,
  IconTable,
  IconTag,
  IconTool,
  IconUsers,
  IconWorld,
} from '@tabler/icons-react'
import { recordsTexts } from '../../shared/texts/records.ts'
import type { NavGroup } from '../app/page.ts'
import { regulationPath } from '../regulation/index.ts'

/** Registers that belong together: one entry of the navigation, the others beside it under its title. */
export type Family = {
  readonly group: NavGroup
  readonly label: string
  readonly icon: Icon
  readonly order: number
  /** Record types; the first is the one that the navigation opens. */
  readonly types: readonly string[]
  /** Path of the page from which it is reached, in place of an entry of its own. */
  readonly under?: string
}

const texts = recordsTexts.families

export const families: readonly Family[] = [
  {
    group: 'perencanaan',
    label: texts.plan,
    icon: IconMap,
    order: 5,
    types: ['masterplan', 'ictNeed', 'settled'],
  },
  { group: 'perencanaan', label: texts.permits, icon: IconGavel, order: 40, types: ['permit', 'transition'] },
  { group: 'perencanaan', label: texts.prices, icon: IconTag, order: 50, types: ['priceStandard'] },
  {
    group: 'perencanaan',
    label: texts.aliases,
    icon: IconArrowsJoin,
    order: 60,
    types: ['implementerAlias'],
  },
  { group: 'perencanaan', label: texts.spending, icon: IconReceipt, order: 70, types: ['ictSpending'] },
  {
    group: 'pengelolaan',
    label: texts.agencies,
    icon: IconBuildingCommunity,
    order: 10,
    types: ['opd', 'position', 'assignment', 'opdSuccession', 'declaration', 'questionnaire'],
  },
  {
    group: 'pengelolaan',
    label: texts.bodies,
    icon: IconHierarchy,
    order: 15,
    types: ['organisation', 'itService', 'stageCell'],
  },
  {
    group: 'pengelolaan',
    label: texts.policies,
    icon: IconBuildingBroadcastTower,
    order: 20,
    types: ['policy'],
  },
  {
    group: 'pengelolaan',
    label: texts.people,
    icon: IconSchool,
    order: 25,
    types: ['ictStaff', 'person', 'training', 'staffMove'],
  },
  { group: 'pengelolaan', label: texts.applications, icon: IconAppWindow, order: 30, types: ['application'] },
  {
    group: 'pengelolaan',
    label: texts.data,
    icon: IconDatabase,
    order: 35,
    types: ['dataset', 'dataRequest', 'datasetTwin'],
  },
  { group: 'pengelolaan', label: texts.sites, icon: IconWorld, order: 40, types: ['website'] },
  {
    group: 'pengelolaan',
    label: texts.infrastructure,
    icon: IconServer,
    order: 45,
    types: ['infrastructure', 'infrastructureUse', 'internetAccess', 'partner'],
  },
  {
    group: 'pengelolaan',
    label: texts.upkeep,
    icon: IconTool,
    order: 50,
    types: ['maintenance', 'backupProcedure'],
  },
  {
    group: 'pengelolaan',
    label: texts.security,
    icon: IconShieldLock,
    order: 55,
    types: ['securityReview', 'securityPledge'],
  },
  {
    group: 'pengelolaan',
    label: texts.certificates,
    icon: IconCertificate,
    order: 60,
    types: ['certificate'],
  },
  {
    group: 'pengelolaan',
    label: texts.services,
    icon: IconHeartHandshake,
    order: 65,
    types: ['publicService'],
  },
  { group: 'pengelolaan', label: texts.officers, icon: IconUsers, order: 80, types: ['officer'] },
  { group: 'pengelolaan', label: texts.roles, icon: IconId, order: 81, types: ['role'] },
  {
    group: 'pengawasan',
    label: texts.guidance,
    icon: IconNetwork,
    order: 40,
    types: ['guidance', 'mayorReport', 'indicator', 'assessment'],
  },
  {
    group: 'pustaka',
    label: texts.library,
    icon: IconBooks,
    order: 20,
    types: ['instrument'],
    under: regulationPath,
  },
]

/** The family of a type; a type of none stands alone, under its own name. */
export const familyOf = (type: string, plural: string, at: number): Family =>
  families.find(({ types }) => types.includes(type)) ?? {
    group: 'pengelolaan',
    label: plural,
    icon: IconTable,
    order: 20 + at,
    types: [type],
  }
