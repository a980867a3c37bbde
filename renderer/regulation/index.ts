import { IconBook2 } from '@tabler/icons-react'
import { lazy } from 'react'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import type { Page } from '../app/page.ts'
import { regulationPath } from './addresses.ts'

export { unitAddress } from './addresses.ts'
export { useOwnRegulation } from './useOwnRegulation.ts'

const RegulationPage = lazy(() =>
  import('./RegulationPage.tsx').then((module) => ({ default: module.RegulationPage })),
)
const texts = regulationTexts.window

export const regulationPages: readonly Page[] = [
  {
    path: regulationPath,
    title: texts.title,
    component: RegulationPage,
    nav: { group: 'pustaka', label: texts.nav, icon: IconBook2, order: 10 },
  },
]
