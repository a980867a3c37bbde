import type { DisputeRow } from '../../shared/contract/conflict.ts'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { formatWhole, type ListQuery, type Page } from '../ui/index.ts'

const texts = conflictWindowTexts.dispute

/** Filters of the list: by type of record, and to what concerns money. */
export const filtersOf = (rows: readonly DisputeRow[]) => [
  {
    key: 'kind',
    label: texts.filterKind,
    choices: [...new Map(rows.map(({ type, kind }) => [type, kind]))].map(([value, label]) => ({
      value,
      label,
    })),
  },
  { key: 'money', label: texts.filterMoney, choices: [{ value: 'ya', label: texts.money }] },
]

const words = ({ kind, title, opd, fields }: DisputeRow): string =>
  [kind, title, opd, ...fields].join(' ').toLowerCase()

type Sortable = string | number
const sortValues: Readonly<Record<string, (row: DisputeRow) => Sortable>> = {
  title: ({ title }) => title,
  opd: ({ opd }) => opd,
  fields: ({ fields }) => fields.join(', '),
  values: ({ values }) => values,
  amounts: ({ amounts }) => amounts?.greatest ?? -1,
  since: ({ since }) => since,
}

const compare = (a: Sortable, b: Sortable): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'id')

/** All are here already: searched, narrowed and sorted without asking the core. Unsorted, most money comes first. */
export const pageOfDisputes = (
  rows: readonly DisputeRow[],
  { search, filters, sort }: ListQuery,
): Page<DisputeRow> => {
  const value = sort === null ? undefined : sortValues[sort.key]
  const found = rows
    .filter((row) => words(row).includes(search.trim().toLowerCase()))
    .filter(({ type }) => !filters['kind'] || type === filters['kind'])
    .filter(({ amounts }) => !filters['money'] || amounts !== null)
  const sign = sort?.direction === 'desc' ? -1 : 1
  const shown = value === undefined ? found : found.toSorted((a, b) => sign * compare(value(a), value(b)))
  return { rows: shown, next: null, total: shown.length }
}

/** “45.000.000 – 60.000.000”; one amount where all proposed the same; null where no money is in it. */
export const amountWords = ({ amounts }: Pick<DisputeRow, 'amounts'>): string | null => {
  if (amounts === null) return null
  const { least, greatest } = amounts
  return least === greatest ? formatWhole(least) : `${formatWhole(least)} – ${formatWhole(greatest)}`
}
