import { appTexts } from './app.ts'
import { auditTexts } from './audit.ts'
import { backupTexts } from './backup.ts'
import { budgetTexts } from './budget.ts'
import { budgetWindowTexts } from './budget-window.ts'
import { cliTexts } from './cli.ts'
import { consolidationTexts } from './consolidation.ts'
import { consolidationWindowTexts } from './consolidation-window.ts'
import { coreTexts } from './core.ts'
import { demoTexts } from './demo.ts'
import { documentTexts } from './document.ts'
import { documentWindowTexts } from './document-window.ts'
import { homeTexts } from './home.ts'
import { identityTexts } from './identity.ts'
import { importTexts } from './import.ts'
import { refusedTexts } from './import-refused.ts'
import { jobTexts } from './job.ts'
import { passwordTexts } from './password.ts'
import { recordsTexts as registerTexts } from './records.ts'
import { recordsTexts } from './records-core.ts'
import { shellTexts } from './shell.ts'
import { signatureTexts } from './signature.ts'
import { storeTexts } from './store.ts'
import { gridTexts, uiTexts } from './ui.ts'

/** Every text that an officer can see, by feature: what the word list is checked against. */
export const texts = {
  app: appTexts,
  audit: auditTexts,
  backup: backupTexts,
  budget: budgetTexts,
  budgetWindow: budgetWindowTexts,
  cli: cliTexts,
  consolidation: consolidationTexts,
  consolidationWindow: consolidationWindowTexts,
  core: coreTexts,
  demo: demoTexts,
  document: documentTexts,
  documentWindow: documentWindowTexts,
  grid: gridTexts,
  home: homeTexts,
  identity: identityTexts,
  import: importTexts,
  importRefused: refusedTexts,
  job: jobTexts,
  password: passwordTexts,
  records: recordsTexts,
  registers: registerTexts,
  shell: shellTexts,
  signature: signatureTexts,
  store: storeTexts,
  ui: uiTexts,
} as const
