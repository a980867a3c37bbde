import type { AnyDefinition } from '../../shared/records/define.ts'
import { auditPages } from '../audit/index.ts'
import { budgetPages } from '../budget/index.ts'
import { complianceExtras, compliancePages } from '../compliance/index.ts'
import { conflictPages } from '../conflict/index.ts'
import { consolidationPages } from '../consolidation/index.ts'
import { documentPages } from '../document/index.ts'
import { homePages } from '../home/index.ts'
import { identityPages, registerExtras } from '../identity/index.ts'
import { opdExtras, opdPages } from '../opd/index.ts'
import { organisationExtras, organisationPages } from '../organisation/index.ts'
import { recordPages } from '../records/index.ts'
import { regulationPages } from '../regulation/index.ts'
import type { Composition } from './catalogue.ts'

/** Every page of the application; registers follow from the definitions. */
export const compose = (definitions: readonly AnyDefinition[]): Composition => ({
  definitions,
  pages: [
    ...homePages,
    ...budgetPages,
    ...consolidationPages,
    ...documentPages,
    ...recordPages(definitions, {
      ...registerExtras,
      ...opdExtras,
      ...organisationExtras,
      ...complianceExtras,
    }),
    ...opdPages,
    ...organisationPages,
    ...identityPages,
    ...compliancePages,
    ...regulationPages,
    ...auditPages,
    ...conflictPages,
  ],
})
