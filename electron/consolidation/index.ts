import * as contract from '../../shared/contract/consolidation.ts'
import { ok } from '../../shared/contract/result.ts'
import { type Feature, onCommand, onQuery, onTask } from '../feature.ts'
import { drawUp } from './draw-up.ts'
import { exportConsolidation } from './export.ts'
import { findPoints } from './points.ts'
import { remembered } from './remember.ts'
import { consolidationReport, reportOf } from './report.ts'
import { rowsBehind } from './rows.ts'
import { summaryOf } from './summary.ts'

export { drawnByItsAuthor } from './rule.ts'

export const consolidationFeature: Feature = {
  name: 'consolidation',
  handlers: [
    onQuery(contract.consolidationSummary, (context, { year }) =>
      ok(remembered(context, `summary ${year} ${context.session.today}`, () => summaryOf(context, year))),
    ),
    onQuery(contract.consolidationPoints, (context, { year }) =>
      ok(remembered(context, `points ${year}`, () => findPoints(context, year))),
    ),
    onQuery(contract.consolidationRows, (context, input) => ok(rowsBehind(context, input))),
    onCommand(contract.consolidationDrawUp, drawUp),
    onQuery(consolidationReport, (context, { year, signer }) => ok(reportOf(context, year, signer))),
    onTask(contract.consolidationExport, exportConsolidation),
  ],
}
