import * as contract from '../../shared/contract/check.ts'
import { ok } from '../../shared/contract/result.ts'
import { type Handler, onTask } from '../feature.ts'
import type { SessionService } from '../identity/index.ts'
import type { JobRunner } from '../jobs/runner.ts'
import type { Checks } from './checks.ts'
import { recoveryFacts, takeDamaged } from './recovery.ts'

type Parts = { readonly session: SessionService; readonly jobs: JobRunner; readonly checks: Checks }

export const checkHandlers = (parts: Parts): Handler[] => [
  onTask(contract.checkRun, ({ progress, signal }) => parts.checks.run(progress, signal)),
  onTask(contract.checkState, async () => ok(await parts.checks.state())),
  onTask(contract.recoveryFacts, (context) => recoveryFacts(parts, context)),
  onTask(contract.recoveryTake, (context) => takeDamaged(parts, context)),
]

export { Checks } from './checks.ts'
export { keptFolder } from './recovery.ts'
