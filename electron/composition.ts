import { definitions, definitionsVersion } from '../shared/records/index.ts'
import { auditFeature } from './audit/index.ts'
import { budgetFeature, decidedFirst, formIsWhole, formLock } from './budget/index.ts'
import { complianceFeature } from './compliance/index.ts'
import type { Composition } from './composition-shape.ts'
import { conflictFeature } from './conflict/index.ts'
import { consolidationFeature, drawnByItsAuthor } from './consolidation/index.ts'
import { demoFeature } from './demo/index.ts'
import { documentFeature } from './document/index.ts'
import { adminStays, identityFeature, nipStays, oneWorkspace } from './identity/index.ts'
import { opdFeature } from './opd/index.ts'
import { assignmentOfItsOpd, peopleFeature } from './people/index.ts'
import { questionnaireFeature } from './questionnaire/index.ts'
import { attachmentOfItsOpd, recordsFeature } from './records/index.ts'
import { regulationFeature } from './regulation/index.ts'
import { destructionStands, sealedFeature } from './sealed/index.ts'

/** Selaras as it is shipped: one line per feature. */
export const composition: Composition = {
  definitions,
  definitionsVersion,
  features: [
    identityFeature,
    recordsFeature,
    opdFeature,
    peopleFeature,
    regulationFeature,
    auditFeature,
    budgetFeature,
    consolidationFeature,
    complianceFeature,
    questionnaireFeature,
    documentFeature,
    conflictFeature,
    sealedFeature,
    demoFeature,
  ],
  rules: [formLock, formIsWhole, drawnByItsAuthor, attachmentOfItsOpd, assignmentOfItsOpd, destructionStands],
  guards: [nipStays, adminStays, oneWorkspace, decidedFirst],
}
