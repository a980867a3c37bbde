import * as attachments from './attachments.ts'
import * as budget from './budget.ts'
import type { AnyCall } from './call.ts'
import * as check from './check.ts'
import * as compliance from './compliance.ts'
import * as conflict from './conflict.ts'
import * as consolidation from './consolidation.ts'
import * as demo from './demo.ts'
import * as device from './device.ts'
import * as document from './document.ts'
import * as handover from './handover.ts'
import * as imports from './import.ts'
import * as opd from './opd.ts'
import * as people from './people.ts'
import * as questionnaire from './questionnaire.ts'
import * as records from './records.ts'
import * as regulation from './regulation.ts'
import * as restore from './restore.ts'
import * as sealed from './sealed.ts'
import * as session from './session.ts'
import * as sheet from './sheet.ts'
import * as views from './views.ts'

const isCall = (value: unknown): value is AnyCall =>
  typeof value === 'object' && value !== null && 'kind' in value && 'roles' in value && 'output' in value

/** Every call of the application, by name. */
export const calls: ReadonlyMap<string, AnyCall> = new Map(
  [
    session,
    records,
    attachments,
    check,
    budget,
    compliance,
    conflict,
    consolidation,
    demo,
    device,
    document,
    handover,
    imports,
    opd,
    people,
    questionnaire,
    regulation,
    restore,
    sealed,
    sheet,
    views,
  ]
    .flatMap((part) => Object.values(part).filter(isCall))
    .map((call) => [call.name, call]),
)

export { budget, opd, records, session }
