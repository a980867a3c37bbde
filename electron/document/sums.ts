import { rupiah, thousands } from '../../shared/format/money.ts'
import { terbilangRupiah } from '../../shared/format/terbilang.ts'
import type { ConsolidationReport, ReportRow } from '../../shared/rules/budget/report.ts'
import { changedNow } from '../../shared/rules/consolidation/by-opd-now.ts'
import { documentTexts } from '../../shared/texts/document.ts'

export type OutputGroup = {
  readonly output: string
  readonly rows: readonly ReportRow[]
  readonly total: number
}
export type OpdGroup = {
  readonly code: string
  readonly name: string
  readonly outputs: readonly OutputGroup[]
  readonly rows: readonly ReportRow[]
  readonly total: number
}

export const totalOf = (rows: readonly ReportRow[]): number =>
  rows.reduce((total, row) => total + (row.amount ?? 0), 0)

/** Rows of the forms: a further source of a row is no row of its own. */
export const countRows = (rows: readonly ReportRow[]): number =>
  rows.filter((row) => row.continued !== true).length
export const countWithoutCost = (rows: readonly ReportRow[]): number =>
  rows.filter(({ amount }) => amount === null).length

const groupBy = <T>(items: readonly T[], key: (item: T) => string): [string, T[]][] => [
  ...Map.groupBy(items, key).entries(),
]

/** Rows by OPD in the order of the forms, and by output in the order of the rows. Throws where the sums differ: a defect. */
export const groupRows = (report: ConsolidationReport): OpdGroup[] => {
  if (totalOf(report.rows) !== report.all.total) throw new Error(documentTexts.doesNotAddUp)
  const names = new Map(report.forms.map((form) => [form.opdCode, form.opd]))
  const order = [...names.keys()]
  const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length)
  return groupBy(report.rows, (row) => row.opdCode)
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([code, rows]) => ({
      code,
      name: names.get(code) ?? code,
      rows,
      total: totalOf(rows),
      outputs: groupBy(rows, (row) => row.output).map(([output, members]) => ({
        output,
        rows: members,
        total: totalOf(members),
      })),
    }))
}

export type SourceColumn = { readonly label: string; readonly of: (row: ReportRow) => boolean }

export const sourceOf = (row: ReportRow): string => row.source || documentTexts.noSource
const mostSources = 5

/** Sources of money, largest first; where there are more than five, the rest share one column. */
export const sourceColumns = (rows: readonly ReportRow[]): SourceColumn[] => {
  const money = rows.filter((row) => row.amount !== null)
  const labels = groupBy(money, sourceOf)
    .toSorted(([, a], [, b]) => totalOf(b) - totalOf(a))
    .map(([label]) => label)
  const own = labels.length <= mostSources ? labels : labels.slice(0, mostSources - 1)
  const rest = new Set(labels.slice(own.length))
  const columns = own.map((label) => ({ label, of: (row: ReportRow) => sourceOf(row) === label }))
  return rest.size === 0
    ? columns
    : [...columns, { label: documentTexts.otherSources, of: (row) => rest.has(sourceOf(row)) }]
}

/** "Dinas Kesehatan (1.02.01)"; an OPD without a code of its own is grouped by its name, which is then said once. */
export const nameWithCode = ({ name, code }: OpdGroup): string => (code === name ? name : `${name} (${code})`)

/** A lone hyphen is the form's word for “nothing here”. */
export const asText = (text: string): string => (/^-*$/.test(text.trim()) ? '–' : text.trim())

/** "* 24.000.000" where something in the row was corrected before saving; "–" without cost. */
export const amountOf = ({ amount, corrected }: ReportRow): string => {
  const words = amount === null ? '–' : thousands(amount)
  return corrected === undefined ? words : documentTexts.corrected.mark(words)
}

const notedAtMost = 40

/** One line under the rows: what the forms said in the rows with a mark, by their numbers; null where none was corrected. */
export const correctedNote = (report: ConsolidationReport): string | null => {
  const rows = groupRows(report)
    .flatMap(({ outputs }) => outputs.flatMap((output) => output.rows))
    .filter((row) => row.continued !== true)
    .flatMap(({ corrected }, at) => (corrected === undefined ? [] : [[at + 1, corrected] as const]))
  if (rows.length === 0) return null
  return documentTexts.corrected.note(rows.slice(0, notedAtMost), Math.max(0, rows.length - notedAtMost))
}

/** Under the sums by OPD: those of OPDs that became others, under what they are now; null where none did. */
export const nowNote = ({ byOpdNow = [] }: ConsolidationReport): string | null => {
  const changed = changedNow(byOpdNow)
  return changed.length === 0 ? null : documentTexts.byOpdNow(changed)
}

/** The total in figures and words, with what of it still waits for a decision. */
export const totalWords = ({ all, disputed }: ConsolidationReport): string => {
  const words = documentTexts.totalInWords(rupiah(all.total), terbilangRupiah(all.total))
  return disputed === undefined
    ? words
    : `${words}; ${documentTexts.disputed(disputed.rows, disputed.amount)}`
}
