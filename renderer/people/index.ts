import { IconArrowsExchange } from '@tabler/icons-react'
import { lazy } from 'react'
import { handoverTexts } from '../../shared/texts/handover.ts'
import type { Page } from '../app/page.ts'
import { registerPath } from '../records/index.ts'
import { handoverPath } from './addresses.ts'

export { handoverAddress } from './addresses.ts'

const HandoverPage = lazy(() =>
  import('./HandoverPage.tsx').then((module) => ({ default: module.HandoverPage })),
)

export const peoplePages: readonly Page[] = [
  {
    path: handoverPath,
    title: handoverTexts.title,
    component: HandoverPage,
    begins: true,
    nav: {
      group: 'pengelolaan',
      label: handoverTexts.title,
      icon: IconArrowsExchange,
      order: 82,
      under: registerPath('officer'),
    },
  },
]
