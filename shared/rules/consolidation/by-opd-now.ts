import type { Group, GroupNow } from '../budget/report.ts'
import { opdNameOn, type Succession, seriesKey } from '../opd/sotk.ts'

type Known = {
  readonly successions: readonly Succession[]
  /** Name of an OPD as it is called now. */
  readonly name: (opd: string) => string
}

/** Those of OPDs that became others or are called otherwise now: all others stand among the sums of then. */
export const changedNow = (groups: readonly GroupNow[]): readonly GroupNow[] =>
  groups.filter(({ label, from }) => from.some((name) => name !== label))

const joined = (label: string, groups: readonly Group[]): GroupNow => {
  const sum = (key: 'rows' | 'withoutCost' | 'total'): number =>
    groups.reduce((all, group) => all + group[key], 0)
  return {
    label,
    rows: sum('rows'),
    withoutCost: sum('withoutCost'),
    total: sum('total'),
    from: groups.map((group) => group.label),
  }
}

/**
 * Sums of the OPDs of then under what they have become by a day, each once; undefined where no OPD of them became another one.
 * Whole rupiah.
 */
export const byOpdNow = (
  groups: readonly (Group & { readonly opd: string })[],
  { successions, name }: Known,
  day: string,
): GroupNow[] | undefined => {
  const keyOf = (opd: string): string => seriesKey(opd, successions, 'sekarang', day)
  if (groups.every(({ opd }) => keyOf(opd) === opd)) return undefined
  return [...Map.groupBy(groups, ({ opd }) => keyOf(opd))].map(([opd, members]) =>
    joined(opdNameOn({ id: opd, name: name(opd), code: '' }, successions, day).name, members),
  )
}
