import { z } from 'zod'
import { query } from '../../shared/contract/call.ts'
import { budgetYear, isoDate } from '../../shared/contract/shapes.ts'
import { formStatuses } from '../../shared/records/budget.ts'
import type { Records } from '../../shared/records/index.ts'
import { legalBasisOf, regulationOf } from '../../shared/regulation/index.ts'
import type { Funding } from '../../shared/rules/budget/parsed.ts'
import type {
  ConsolidationReport,
  ReportForm,
  ReportRow,
  ReportSigner,
} from '../../shared/rules/budget/report.ts'
import { linesOf } from '../../shared/rules/consolidation/report-rows.ts'
import { cityNameOf, letterheadOf } from '../../shared/rules/document/letterhead.ts'
import { consolidationTexts } from '../../shared/texts/consolidation.ts'
import { documentTexts } from '../../shared/texts/document.ts'
import { correctedOf, type FormRow, rowsOfForm, saidBy } from '../budget/index.ts'
import type { QueryContext } from '../feature.ts'
import { headOf } from '../records/index.ts'
import type { Reader } from '../store/reader.ts'
import { formsThen } from './forms.ts'
import { findPoints } from './points.ts'
import { type Summary, summaryOf, sumsNow } from './summary.ts'

const signer = z.object({
  place: z.string(),
  date: isoDate,
  position: z.string(),
  name: z.string(),
  rank: z.string(),
  nip: z.string(),
})

/** Everything that the documents print, read at one moment. Asked by the export, not by the window. */
export const consolidationReport = query('consolidation.report', {
  roles: 'session',
  input: z.object({ year: budgetYear, signer: signer.nullable() }),
  output: z.custom<ConsolidationReport>(
    (value) => typeof value === 'object' && value !== null && 'forms' in value,
  ),
})

type Workspace = Records['workspace'] | undefined

const cityOf = (workspace: Workspace): string => cityNameOf(workspace ?? {})

const placeOf = (workspace: Workspace): string =>
  workspace?.place || cityOf(workspace).replace(/^(?:kota|kabupaten)\s+/i, '')

const signerOf = (workspace: Workspace, given: ReportSigner | null, today: string): ReportSigner =>
  given ?? {
    place: placeOf(workspace),
    date: today,
    position: workspace?.signerPosition || consolidationTexts.signerPosition(cityOf(workspace)),
    name: workspace?.signerName ?? '',
    rank: workspace?.signerRank ?? '',
    nip: workspace?.signerNip ?? '',
  }

type Codes = ReadonlyMap<string, string>

/** Codes on paper by form; rows are grouped by them, so that no two OPDs without a code share their words. */
const codesOf = (used: readonly FormRow[]): Codes => {
  const codeless = used.filter(({ opdCode }) => opdCode === '')
  const words = ({ id }: FormRow): string => {
    const at = codeless.length < 2 ? 0 : codeless.findIndex((form) => form.id === id) + 1
    return consolidationTexts.codeless(at)
  }
  return new Map(used.map((form) => [form.id, form.opdCode || words(form)]))
}
const codeOf = ({ id }: FormRow, codes: Codes): string => codes.get(id) ?? ''

const filesOf = (reader: Reader, form: string): string[] =>
  (reader.find('budgetForm', form)?.files ?? []).map(({ name }) => name)

const formsOf = (reader: Reader, used: readonly FormRow[], { byOpd }: Summary): ReportForm[] => {
  const codes = codesOf(used)
  return used.map((form) => {
    const { rows = 0, withoutCost = 0, total = 0 } = byOpd.find((group) => group.form === form.id) ?? {}
    return {
      rows,
      withoutCost,
      total,
      opdCode: codeOf(form, codes),
      opd: form.opdName,
      version: form.version,
      status: formStatuses[form.status],
      received: form.received,
      files: filesOf(reader, form.id),
    }
  })
}

const rowsOf = (reader: Reader, used: readonly FormRow[]): ReportRow[] => {
  const codes = codesOf(used)
  return used.flatMap((form) =>
    rowsOfForm(reader, form.id).flatMap((row) =>
      linesOf({
        ...saidBy(row),
        opdCode: codeOf(form, codes),
        corrected: documentTexts.corrected.cells(correctedOf(row)),
        output: row.output || consolidationTexts.noOutput,
        funding: row.usulanFunding === null ? [] : (JSON.parse(row.usulanFunding) as Funding[]),
      }),
    ),
  )
}

export const reportOf = (
  context: QueryContext,
  year: number,
  given: ReportSigner | null,
): ConsolidationReport => {
  const { reader, session, now } = context
  const [workspace] = reader.where('workspace', {})
  const used = formsThen(reader, session, year)
  const summary = summaryOf(context, year)
  const city = cityOf(workspace)
  return {
    city,
    letterhead: letterheadOf(workspace ?? {}),
    year,
    stage: consolidationTexts.stage,
    legalBasis: legalBasisOf(regulationOf(workspace?.regulation ?? null)),
    forms: formsOf(reader, used, summary),
    rows: rowsOf(reader, used),
    byOpd: summary.byOpd,
    byOpdNow: sumsNow(reader, summary.byOpd, given?.date ?? session.today),
    bySource: summary.bySource,
    byOutput: summary.byOutput,
    byImplementer: summary.byImplementer,
    byMethod: summary.byMethod,
    all: summary.all,
    disputed: summary.disputed.forms === 0 ? undefined : summary.disputed,
    points: findPoints(context, year).points.map(({ kind, text }) => ({ kind, text })),
    signer: signerOf(workspace, given, session.today),
    log: headOf(reader),
    printed: new Date(now()).toISOString(),
  }
}
