import { application } from './application.ts'
import { attachment } from './attachment.ts'
import { budgetForm, budgetRow, consolidation, implementerAlias, priceStandard } from './budget.ts'
import {
  credential,
  device,
  officer,
  opd,
  opdList,
  recoveryKey,
  release,
  role,
  sealedDestruction,
  workspace,
} from './core.ts'
import { dataRequest, dataset, datasetTwin } from './data.ts'
import type { AnyDefinition, RecordOf } from './define.ts'
import {
  backupProcedure,
  infrastructure,
  infrastructureUse,
  internetAccess,
  maintenance,
  partner,
} from './infrastructure.ts'
import { instrument } from './library.ts'
import {
  assessment,
  declaration,
  itService,
  opdSuccession,
  organisation,
  policy,
  settled,
  stageCell,
} from './organisation.ts'
import { guidance, indicator, mayorReport, permit } from './oversight.ts'
import { assignment, ictStaff, person, position, staffMove, training } from './people.ts'
import { ictNeed, ictSpending, masterplan, transition } from './plan.ts'
import { questionnaire } from './questionnaire.ts'
import { savedView } from './saved-view.ts'
import { certificate, securityPledge, securityReview } from './security.ts'
import { publicService } from './service.ts'
import { website } from './website.ts'

/** Every record type of the application, in the order in which registers are shown. */
export const definitions = [
  workspace,
  opd,
  opdList,
  officer,
  credential,
  recoveryKey,
  role,
  device,
  release,
  sealedDestruction,
  attachment,
  savedView,
  budgetForm,
  budgetRow,
  consolidation,
  priceStandard,
  implementerAlias,
  person,
  position,
  assignment,
  ictStaff,
  training,
  staffMove,
  opdSuccession,
  declaration,
  assessment,
  organisation,
  itService,
  policy,
  stageCell,
  settled,
  application,
  dataset,
  dataRequest,
  datasetTwin,
  website,
  infrastructure,
  infrastructureUse,
  internetAccess,
  partner,
  maintenance,
  backupProcedure,
  securityReview,
  securityPledge,
  certificate,
  publicService,
  permit,
  guidance,
  mayorReport,
  indicator,
  masterplan,
  ictNeed,
  ictSpending,
  transition,
  questionnaire,
  instrument,
] as const

/** Grows whenever a definition changes; a database of a greater version is refused. Of a commit of one, what this version cannot read waits in the log. */
export const definitionsVersion = 14

/** Raised whenever a rule that every device judges by (`Composition.rules`) comes, goes or changes: the whole log is then judged anew. */
export const rulesVersion = 4

export type Definitions = typeof definitions
type Known = Definitions[number]
/** Rows by record type, as the program sees them. */
export type Records = { [D in Known as D['type']]: RecordOf<D> }

export type Catalogue = ReadonlyMap<string, AnyDefinition>
/** Throws where a record is locked with one that knows no locks, or only one of the two is sealed. */
export const catalogueOf = (list: readonly AnyDefinition[]): Catalogue => {
  const catalogue = new Map(list.map((definition) => [definition.type, definition]))
  for (const { type, fields, lockedWith, readers } of list) {
    if (lockedWith === null) continue
    const holder = catalogue.get(fields[lockedWith]?.facts.target)
    if ((holder?.lock ?? null) === null)
      throw new TypeError(`${type} is locked with a type that knows no locks`)
    if (((holder?.readers ?? null) === null) !== (readers === null))
      throw new TypeError(`${type} is locked with a type that others read`)
  }
  return catalogue
}
