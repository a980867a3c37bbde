import { IconDatabaseExport, IconHistory, IconShieldCheck } from '@tabler/icons-react'
import { auditTexts } from '../../shared/texts/audit.ts'
import type { Page } from '../app/page.ts'
import { BackupPage } from './BackupPage.tsx'
import { LogPage } from './LogPage.tsx'
import { VerifyPage } from './VerifyPage.tsx'

export const auditPages: readonly Page[] = [
  {
    path: '/catatan',
    nav: { group: 'catatan', label: auditTexts.log.nav, icon: IconHistory, order: 10 },
    title: auditTexts.log.title,
    component: LogPage,
  },
  {
    path: '/salinan',
    nav: { group: 'catatan', label: auditTexts.backup.nav, icon: IconDatabaseExport, order: 20 },
    title: auditTexts.backup.title,
    component: BackupPage,
  },
  {
    path: '/pemeriksaan',
    nav: { group: 'catatan', label: auditTexts.verify.nav, icon: IconShieldCheck, order: 30 },
    title: auditTexts.verify.title,
    component: VerifyPage,
  },
]
