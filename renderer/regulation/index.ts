import { IconBook2 } from '@tabler/icons-react'
import { lazy } from 'react'
import { instrument } from '../../shared/records/library.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import { regulationImportTexts } from '../../shared/texts/regulation-import.ts'
import type { Page } from '../app/page.ts'
import type { RegisterExtras } from '../records/index.ts'
import { regulationPath, takePath, textAddress } from './addresses.ts'
import { ReadTab } from './ReadTab.tsx'

export { regulationPath, unitAddress } from './addresses.ts'
export { useOwnRegulation } from './useOwnRegulation.ts'

const RegulationPage = lazy(() =>
  import('./RegulationPage.tsx').then((module) => ({ default: module.RegulationPage })),
)
const TakePage = lazy(() => import('./import/TakePage.tsx').then((module) => ({ default: module.TakePage })))
const texts = regulationTexts.window

export const regulationPages: readonly Page[] = [
  {
    path: regulationPath,
    title: texts.title,
    component: RegulationPage,
    nav: { group: 'pustaka', label: texts.nav, icon: IconBook2, order: 10 },
    opens: { instrument: textAddress },
  },
  {
    path: takePath,
    title: regulationImportTexts.page.title,
    component: TakePage,
    roles: instrument.writers,
    begins: true,
  },
]

/** What the city brought comes from files, and is read in the library. */
export const regulationExtras: RegisterExtras = {
  instrument: {
    addAt: takePath,
    tabs: [{ key: 'naskah', label: regulationImportTexts.tab, component: ReadTab }],
  },
}
