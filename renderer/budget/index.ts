import { IconReportMoney } from '@tabler/icons-react'
import { lazy } from 'react'
import { budgetAccept } from '../../shared/contract/budget.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import type { Page } from '../app/page.ts'
import { budgetAddress, budgetPaths } from './addresses.ts'

export { budgetAddress } from './addresses.ts'

const ListPage = lazy(() => import('./ListPage.tsx').then((module) => ({ default: module.ListPage })))
const ImportPage = lazy(() => import('./ImportPage.tsx').then((module) => ({ default: module.ImportPage })))
const FormPage = lazy(() => import('./FormPage.tsx').then((module) => ({ default: module.FormPage })))
const RowPage = lazy(() => import('./RowPage.tsx').then((module) => ({ default: module.RowPage })))
const texts = budgetWindowTexts
const importers = Array.isArray(budgetAccept.roles) ? budgetAccept.roles : []

export const budgetPages: readonly Page[] = [
  {
    path: budgetPaths.list,
    title: ({ year }) => texts.list.windowTitle(year),
    component: ListPage,
    nav: { group: 'perencanaan', label: texts.list.nav, icon: IconReportMoney, order: 10 },
    creates: { budgetForm: budgetPaths.import },
  },
  {
    path: budgetPaths.import,
    title: texts.import.windowTitle,
    component: ImportPage,
    roles: importers,
    begins: true,
  },
  {
    path: budgetPaths.form,
    title: texts.form.title,
    component: FormPage,
    opens: { budgetForm: (id) => budgetAddress.form(id) },
  },
  {
    path: budgetPaths.row,
    title: texts.form.title,
    component: RowPage,
    opens: { budgetRow: (id) => budgetAddress.row(id) },
  },
]
