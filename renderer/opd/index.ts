import { lazy } from 'react'
import { opdTake } from '../../shared/contract/opd.ts'
import { opdTexts } from '../../shared/texts/opd.ts'
import type { Page } from '../app/page.ts'
import type { RegisterExtras } from '../records/index.ts'
import { ListStanding, TakeButton, takeAddress } from './ListStanding.tsx'

export { takeAddress } from './ListStanding.tsx'

const TakeOpdsPage = lazy(() =>
  import('./TakeOpdsPage.tsx').then((module) => ({ default: module.TakeOpdsPage })),
)
const takers = Array.isArray(opdTake.roles) ? opdTake.roles : []

export const opdPages: readonly Page[] = [
  { path: takeAddress, title: opdTexts.page.title, component: TakeOpdsPage, roles: takers, begins: true },
]

/** What the register of OPDs has beyond a register: a list taken in whole, and whether it holds every OPD. */
export const opdExtras: RegisterExtras = { opd: { actions: TakeButton, about: ListStanding } }
