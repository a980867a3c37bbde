import { IconHome } from '@tabler/icons-react'
import { homeTexts } from '../../shared/texts/home.ts'
import type { Page } from '../app/page.ts'
import { HomePage } from './HomePage.tsx'

export const homePages: readonly Page[] = [
  {
    path: '/',
    nav: { group: 'hari_ini', label: homeTexts.nav, icon: IconHome, order: 10 },
    title: homeTexts.title,
    component: HomePage,
  },
]
