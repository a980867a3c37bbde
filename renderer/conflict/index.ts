import { IconDevices } from '@tabler/icons-react'
import { lazy } from 'react'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import type { Page } from '../app/page.ts'
import { conflictPath } from './addresses.ts'
import { WaitingCount } from './WaitingCount.tsx'

const ConflictPage = lazy(() =>
  import('./ConflictPage.tsx').then((module) => ({ default: module.ConflictPage })),
)

export const conflictPages: readonly Page[] = [
  {
    path: conflictPath,
    nav: {
      group: 'catatan',
      label: conflictWindowTexts.nav,
      icon: IconDevices,
      order: 15,
      count: WaitingCount,
    },
    title: conflictWindowTexts.title,
    component: ConflictPage,
  },
]

export { conflictAddress } from './addresses.ts'
export { DisputedField } from './DisputedField.tsx'
export { DisputedMark, DisputedPart } from './DisputedPart.tsx'
