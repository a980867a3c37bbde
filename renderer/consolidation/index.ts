import { IconCalculator } from '@tabler/icons-react'
import { lazy } from 'react'
import { consolidationWindowTexts } from '../../shared/texts/consolidation-window.ts'
import type { Page } from '../app/page.ts'
import { consolidationPaths } from './addresses.ts'

const ConsolidationPage = lazy(() =>
  import('./ConsolidationPage.tsx').then((module) => ({ default: module.ConsolidationPage })),
)
const RowsPage = lazy(() => import('./RowsPage.tsx').then((module) => ({ default: module.RowsPage })))
const texts = consolidationWindowTexts

export const consolidationPages: readonly Page[] = [
  {
    path: consolidationPaths.summary,
    title: ({ year }) => texts.windowTitle(year),
    component: ConsolidationPage,
    nav: { group: 'perencanaan', label: texts.nav, icon: IconCalculator, order: 20 },
    opens: { consolidation: () => consolidationPaths.summary },
  },
  { path: consolidationPaths.rows, title: texts.rincian.windowTitle, component: RowsPage },
]
