import type { FormSummary } from '../../shared/contract/budget.ts'
import type { FormMark, FormStatus } from '../../shared/records/budget.ts'
import type { Records } from '../../shared/records/index.ts'
import { isOpen, readFormMarks } from '../../shared/rules/budget/form-marks.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { Session } from '../feature.ts'
import type { Reader } from '../store/reader.ts'
import { formDisputes } from './disputed.ts'

export type FormRow = {
  readonly id: string
  readonly opd: string
  readonly opdCode: string
  readonly opdName: string
  /** “DPMPTSP”; ''. */
  readonly opdShort: string
  readonly year: number
  readonly version: number
  readonly current: number
  readonly status: FormStatus
  readonly received: string
  /** Marks of the whole form as the record keeps them. */
  readonly formMarks: string | null
}

const select = `select f.id, f.opd, coalesce(o.code, '') as opdCode, coalesce(o.name, o.code, '') as opdName,
  coalesce(o.short, '') as opdShort, f.year,
  coalesce(f.version, 1) as version, coalesce(f.current, 0) as current, coalesce(f.status, 'diterima') as status, coalesce(f.received, '') as received, f.marks as formMarks
  from budgetForm f left join opd o on o.id = f.opd`

const seenBy =
  (session: Pick<Session, 'opds'>) =>
  (form: { readonly opd: string }): boolean =>
    session.opds === null || session.opds.includes(form.opd)

const inOrder = (a: FormRow, b: FormRow): number =>
  (a.opdCode === '') !== (b.opdCode === '')
    ? a.opdCode === ''
      ? 1
      : -1
    : a.opdCode === b.opdCode
      ? a.opd === b.opd
        ? b.version - a.version
        : a.opd < b.opd
          ? -1
          : 1
      : a.opdCode < b.opdCode
        ? -1
        : 1

const named = (form: FormRow): FormRow =>
  form.opdName === '' ? { ...form, opdName: budgetTexts.unknownOpd } : form

/** Every version of the year's forms that the officer may see, by OPD code, those without one last, newest version first. */
export const formsOfYear = (reader: Reader, session: Pick<Session, 'opds'>, year: number): FormRow[] =>
  reader
    .rows<FormRow>(`${select} where f.year = ? and f._deleted = 0`, year)
    .filter(seenBy(session))
    .map(named)
    .sort(inOrder)

/** One form for each OPD: where two are marked as used (made on two devices), the newer version counts. */
export const usedForms = (forms: readonly FormRow[]): FormRow[] => {
  const taken = new Set<string>()
  return forms.filter((form) => {
    if (form.current !== 1 || taken.has(form.opd)) return false
    taken.add(form.opd)
    return true
  })
}

export const formById = (reader: Reader, session: Pick<Session, 'opds'>, id: string): FormRow | null => {
  const form = reader.row<FormRow>(`${select} where f.id = ? and f._deleted = 0`, id)
  return form === undefined || !seenBy(session)(form) ? null : named(form)
}

export const versionsOf = (reader: Reader, { opd, year }: Pick<FormRow, 'opd' | 'year'>): FormRow[] =>
  reader
    .rows<FormRow>(`${select} where f.opd = ? and f.year = ? and f._deleted = 0`, opd, year)
    .map(named)
    .sort(inOrder)

export const yearsOf = (reader: Reader, session: Pick<Session, 'opds'>): number[] => {
  const years = reader.rows<{ year: number; opd: string }>(
    'select distinct year, opd from budgetForm where _deleted = 0 and year is not null',
  )
  return [...new Set(years.filter(seenBy(session)).map(({ year }) => year))].sort((a, b) => b - a)
}

/** Sums of one form by source as the row keeps it: null for rows without cost, "APBD; DAK" for several. Whole rupiah. */
export type SourceSum = {
  readonly form: string
  readonly source: string | null
  readonly rows: number
  readonly priced: number
  readonly total: number
}

// The index holds every column used: no row of the table is read.
const sumsSql = (
  more: string,
): string => `select form, usulanSource as source, count(*) as rows, count(usulanAmount) as priced,
  coalesce(sum(usulanAmount), 0) as total${more} from budgetRow
  where form in (select value from json_each(?)) and _deleted = 0 group by form, usulanSource`
const sums = sumsSql('')
const sumsAndMarks = sumsSql(', coalesce(sum(json_array_length(marks)), 0) as marks')

type Ids = readonly { readonly id: string }[]
const idsOf = (forms: Ids): string => JSON.stringify(forms.map(({ id }) => id))

export const sumsBySource = (reader: Reader, forms: Ids): SourceSum[] =>
  reader.rows<SourceSum>(sums, idsOf(forms))

const undisputed = { rows: 0, amount: 0, form: false, first: null }
const none = { rows: 0, withoutCost: 0, marks: 0, total: 0 }

/** Marks of a whole form that are still to be looked at. `total`: whole rupiah of its rows. */
export const openMarks = (marks: string | null, total: number): readonly FormMark[] =>
  readFormMarks(marks).filter((mark) => isOpen(mark, total))

export const summaries = (reader: Reader, forms: readonly FormRow[]): FormSummary[] => {
  const byForm = new Map<string, typeof none>()
  for (const { form, rows, priced, marks, total } of reader.rows<SourceSum & { marks: number }>(
    sumsAndMarks,
    idsOf(forms),
  )) {
    const sum = byForm.get(form) ?? none
    byForm.set(form, {
      rows: sum.rows + rows,
      withoutCost: sum.withoutCost + rows - priced,
      marks: sum.marks + marks,
      total: sum.total + total,
    })
  }
  const disputes = formDisputes(
    reader,
    forms.map(({ id }) => id),
  )
  return forms.map(({ formMarks, ...form }) => {
    const sum = byForm.get(form.id) ?? none
    return {
      ...form,
      current: form.current === 1,
      ...sum,
      marks: sum.marks + openMarks(formMarks, sum.total).length,
      disputed: disputes.get(form.id) ?? undisputed,
    }
  })
}

/** Active OPDs without a form in use; an OPD for which nobody said so is active. */
export const opdsWithout = (
  reader: Reader,
  session: Pick<Session, 'opds'>,
  used: readonly FormRow[],
): { id: string; code: string; name: string }[] => {
  const sent = new Set(used.map(({ opd }) => opd))
  return reader
    .rows<{ id: string; code: string; name: string }>(
      `select id, coalesce(code, '') as code, coalesce(name, code, '') as name from opd where _deleted = 0 and active is not 0
        order by coalesce(code, '') = '', code, name`,
    )
    .filter(({ id }) => !sent.has(id) && seenBy(session)({ opd: id }))
}

/** Whether somebody said that the register holds every OPD; else nobody knows who has not sent a form. */
export const listComplete = (reader: Reader): boolean => reader.where('opdList', {}).at(-1)?.complete === true

/** "Disdikbud" where the register knows it, else the name. */
export const shortName = (opd: Pick<Records['opd'], 'short' | 'name' | 'code'> | null): string =>
  opd?.short || opd?.name || opd?.code || budgetTexts.unknownOpd
