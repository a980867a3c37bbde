import { lazy } from 'react'
import { opdTake } from '../../shared/contract/opd.ts'
import { opdTexts } from '../../shared/texts/opd.ts'
import { opdSotkTexts } from '../../shared/texts/opd-sotk.ts'
import type { Page } from '../app/page.ts'
import type { RegisterExtras } from '../records/index.ts'
import { ListStanding, OpdActions, sotkAddress, takeAddress } from './ListStanding.tsx'
import { SotkTab } from './sotk/SotkTab.tsx'

export { takeAddress } from './ListStanding.tsx'

const TakeOpdsPage = lazy(() =>
  import('./TakeOpdsPage.tsx').then((module) => ({ default: module.TakeOpdsPage })),
)
const SotkPage = lazy(() => import('./sotk/SotkPage.tsx').then((module) => ({ default: module.SotkPage })))
const takers = Array.isArray(opdTake.roles) ? opdTake.roles : []

export const opdPages: readonly Page[] = [
  { path: takeAddress, title: opdTexts.page.title, component: TakeOpdsPage, roles: takers, begins: true },
  { path: sotkAddress, title: opdSotkTexts.title, component: SotkPage, roles: takers, begins: true },
]

/** What the register of OPDs has beyond a register: a list taken in whole, and whether it holds every OPD. */
export const opdExtras: RegisterExtras = {
  opd: {
    actions: OpdActions,
    about: ListStanding,
    tabs: [{ key: 'sotk', label: opdSotkTexts.history.tab, component: SotkTab }],
  },
}
