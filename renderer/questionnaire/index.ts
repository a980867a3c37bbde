import { IconFileImport } from '@tabler/icons-react'
import { lazy } from 'react'
import { questionnaireRead } from '../../shared/contract/questionnaire.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { isAsked } from '../../shared/rules/questionnaire/asked.ts'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import type { Page } from '../app/page.ts'
import type { RegisterExtras } from '../records/index.ts'
import { AddByMaking, HandOut, ReadAction } from './actions.tsx'
import { readPath } from './addresses.ts'

export { QuestionnaireActions } from './actions.tsx'
export { questionnaireAddress } from './addresses.ts'

const ReadPage = lazy(() => import('./ReadPage.tsx').then((module) => ({ default: module.ReadPage })))
const texts = questionnaireWindowTexts.read
const readers = Array.isArray(questionnaireRead.roles) ? questionnaireRead.roles : []

export const questionnairePages: readonly Page[] = [
  {
    path: readPath,
    title: texts.title,
    component: ReadPage,
    roles: readers,
    begins: true,
    nav: {
      group: 'pengawasan',
      label: texts.nav,
      icon: IconFileImport,
      order: 13,
      under: '/kepatuhan',
    },
  },
]

/** Every register that OPDs are asked about hands out files; the register of those files makes and reads them. */
export const questionnaireExtras = (definitions: readonly AnyDefinition[]): RegisterExtras => ({
  ...Object.fromEntries(definitions.filter(isAsked).map(({ type }) => [type, { handOut: HandOut }])),
  questionnaire: { add: AddByMaking, actions: ReadAction },
})
