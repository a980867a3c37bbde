import { IconCalendarDue, IconChecklist, IconCopy, IconHistoryToggle } from '@tabler/icons-react'
import { lazy } from 'react'
import { complianceChangesTexts } from '../../shared/texts/compliance-changes.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import type { Page } from '../app/page.ts'
import { type RegisterExtras, registerPath } from '../records/index.ts'
import { AlikeButton } from './AlikeButton.tsx'
import { complianceAddress, compliancePath } from './addresses.ts'

export { complianceAddress } from './addresses.ts'
export { ComplianceNav } from './ComplianceNav.tsx'

const texts = complianceWindowTexts
const MatrixPage = lazy(() => import('./MatrixPage.tsx').then((module) => ({ default: module.MatrixPage })))
const AgencyPage = lazy(() => import('./AgencyPage.tsx').then((module) => ({ default: module.AgencyPage })))
const DutyPage = lazy(() => import('./DutyPage.tsx').then((module) => ({ default: module.DutyPage })))
const DuePage = lazy(() => import('./DuePage.tsx').then((module) => ({ default: module.DuePage })))
const AlikePage = lazy(() => import('./AlikePage.tsx').then((module) => ({ default: module.AlikePage })))
const ChangesPage = lazy(() =>
  import('./ChangesPage.tsx').then((module) => ({ default: module.ChangesPage })),
)
const CityPage = lazy(() => import('./CityPage.tsx').then((module) => ({ default: module.CityPage })))

/** In the register of look-alikes: the guesses that nobody has spoken about. */
export const complianceExtras: RegisterExtras = { datasetTwin: { actions: AlikeButton } }

export const compliancePages: readonly Page[] = [
  {
    path: compliancePath,
    title: texts.title,
    component: MatrixPage,
    nav: { group: 'pengawasan', label: texts.title, icon: IconChecklist, order: 10 },
  },
  { path: `${compliancePath}/opd`, title: texts.agencyTitle, component: AgencyPage },
  { path: `${compliancePath}/pasal`, title: texts.dutyTitle, component: DutyPage },
  {
    path: `${compliancePath}/tempo`,
    title: texts.dueTitle,
    component: DuePage,
    nav: {
      group: 'pengawasan',
      label: texts.dueTitle,
      icon: IconCalendarDue,
      order: 12,
      under: compliancePath,
    },
  },
  {
    path: complianceAddress.changes(),
    title: complianceChangesTexts.title,
    component: ChangesPage,
    nav: {
      group: 'pengawasan',
      label: complianceChangesTexts.title,
      icon: IconHistoryToggle,
      order: 13,
      under: compliancePath,
    },
  },
  {
    path: complianceAddress.alike(),
    title: texts.alike.title,
    component: AlikePage,
    nav: {
      group: 'pengelolaan',
      label: texts.alike.title,
      icon: IconCopy,
      order: 36,
      under: registerPath('dataset'),
    },
  },
  {
    path: `${compliancePath}/kota`,
    title: texts.cityTitle,
    component: CityPage,
    nav: {
      group: 'pengawasan',
      label: texts.cityTitle,
      icon: IconChecklist,
      order: 11,
      under: compliancePath,
    },
  },
]
