import { IconSignature } from '@tabler/icons-react'
import { lazy } from 'react'
import { documentWindowTexts } from '../../shared/texts/document-window.ts'
import type { Page } from '../app/page.ts'
import { documentPaths } from './addresses.ts'

/** Opened from the consolidation; loaded when it is first asked for. */
export const ExportDialog = lazy(() =>
  import('./ExportDialog.tsx').then((module) => ({ default: module.ExportDialog })),
)
const VerifyPage = lazy(() => import('./VerifyPage.tsx').then((module) => ({ default: module.VerifyPage })))
const texts = documentWindowTexts.verify

export const documentPages: readonly Page[] = [
  {
    path: documentPaths.verify,
    title: texts.windowTitle,
    component: VerifyPage,
    nav: { group: 'catatan', label: texts.nav, icon: IconSignature, order: 60 },
  },
]

export { SignerFields } from './SignerFields.tsx'
export { useSigner } from './useSigner.ts'
