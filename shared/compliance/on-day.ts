import type { Records } from '../records/index.ts'
import { isLater, isOver } from './when.ts'

type Row = Readonly<Record<string, unknown>>

/** What the dates in a record say of a day: of a past one also what was not so yet. */
type Dated<T extends keyof Records> = {
  /** The first of these that is known says from when it was there. */
  readonly begins?: readonly Key<T>[]
  /** The year for which it is planned: it is there from the year before. */
  readonly plannedFor?: Key<T>
  /** A date, and what was said or done on it: nothing of it before. */
  readonly told?: { readonly [K in Key<T>]?: readonly Key<T>[] }
}
type Key<T extends keyof Records> = keyof Records[T] & string
type Told = { readonly date: string; readonly keys: readonly string[] }

const coordinated = { coordinatedOn: ['coordinatedIn'] } as const

/** Registers whose records carry dates. What carries none stands on every day as it does now. */
const dated: { readonly [T in keyof Records]?: Dated<T> } = {
  application: {
    begins: ['since'],
    told: {
      testedOn: ['tested'],
      securedOn: ['secured'],
      storedOn: ['stored', 'repository'],
      ...coordinated,
    },
  },
  dataset: {
    told: {
      updated: [],
      judgedOn: ['accuracy', 'wholeness'],
      metadataOn: ['metadata'],
      decidedOn: ['status', 'decidedBy', 'decidedIn'],
      ...coordinated,
    },
  },
  dataRequest: {
    begins: ['asked'],
    told: {
      answered: ['answer', 'reason', 'lawful', 'opinionOwner', 'opinionAsker', 'opinionDiskominfo'],
      decidedOn: ['answer', 'decidedBy', 'decidedIn'],
    },
  },
  datasetTwin: { told: { decidedOn: ['state', 'heard', 'keeper'], ended: [] } },
  infrastructure: { begins: ['acquired'], told: coordinated },
  infrastructureUse: { begins: ['on'] },
  internetAccess: { told: coordinated },
  maintenance: { told: { done: ['result', 'cost'] } },
  securityReview: { begins: ['on'] },
  securityPledge: { begins: ['year'] },
  certificate: { begins: ['issued'] },
  permit: { begins: ['requested', 'issued'], told: { issued: ['number', 'until', 'answer'] } },
  guidance: { begins: ['on'] },
  ictNeed: { begins: ['asked'], told: { sent: [], ...coordinated } },
  ictSpending: { plannedFor: 'year', told: coordinated },
  ictStaff: { begins: ['from'] },
  training: { begins: ['on'] },
  staffMove: { begins: ['known', 'letterDate'], plannedFor: 'effective', told: { letterDate: ['letter'] } },
  policy: { begins: ['on'], told: { sentOn: ['sentIn'] } },
  budgetForm: { begins: ['received'] },
  organisation: { begins: ['from'], told: { decreeDate: ['decree'] } },
  masterplan: { begins: ['from'], told: { decreeDate: ['decree'], reviewed: ['reviewPaper'] } },
  partner: { begins: ['signed'] },
  attachment: { begins: ['effective'] },
  mayorReport: { begins: ['on'] },
  stageCell: { begins: ['on'] },
  priceStandard: { plannedFor: 'year' },
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value)

const hasBegun = (row: Row, { begins = [], plannedFor }: Dated<never>, day: string): boolean => {
  const first = begins.map((key) => textOf(row[key])).find((value) => value !== null)
  if (first !== undefined) return !isLater(first, day)
  const year = plannedFor === undefined ? null : textOf(row[plannedFor])
  return year === null || Number(year.slice(0, 4)) <= Number(day.slice(0, 4)) + 1
}

/** Without what was said or done later. */
const asTold = (row: Row, told: readonly Told[], day: string): Row => {
  const later = told.filter(({ date }) => isLater(textOf(row[date]), day))
  if (later.length === 0) return row
  const gone = later.flatMap(({ date, keys }) => [date, ...keys])
  return { ...row, ...Object.fromEntries(gone.map((key) => [key, null])) }
}

type Form = Records['budgetForm']

/** Where the file of a year that is in use came later, the last of those that were there. */
const formsInUse = (forms: readonly Form[], there: readonly Form[]): readonly Form[] => {
  const since = forms.filter((form) => form.current === true && !there.includes(form))
  const replaced = since.flatMap(({ opd, year }) => {
    const ofYear = there.filter((form) => form.opd === opd && form.year === year)
    return ofYear.toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0))[0] ?? []
  })
  return there.map((form) => (replaced.includes(form) ? { ...form, current: true } : form))
}

/** Records of a register as they stood on a day, as far as their dates say it; the very same where nothing differs. */
export const onDay = <T extends keyof Records>(
  type: T,
  rows: readonly Records[T][],
  day: string,
): readonly Records[T][] => {
  const rule = dated[type] as Dated<never> | undefined
  if (rule === undefined || rows.length === 0) return rows
  const told = Object.entries(rule.told ?? {}).map(([date, keys]) => ({ date, keys: keys as string[] }))
  const there = (rows as readonly Row[])
    .filter((row) => hasBegun(row, rule, day))
    .map((row) => asTold(row, told, day)) as unknown as readonly Records[T][]
  return type === 'budgetForm' ? (formsInUse(rows as readonly Form[], there as never) as never) : there
}

/** Whether an OPD was there on a day. One that is no more counts for the days before its end is known to be. */
export const standsOn = (
  { active, begins, ends }: Pick<Records['opd'], 'active' | 'begins' | 'ends'>,
  day: string,
): boolean => {
  if (isLater(begins, day)) return false
  if (active !== false) return !isOver(ends, day)
  return ends !== null && (ends === day || isLater(ends, day))
}
