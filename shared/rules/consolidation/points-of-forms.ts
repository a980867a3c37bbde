import { type FormStatus, formStatuses } from '../../records/budget.ts'
import { disputedWords } from '../../texts/budget.ts'
import { consolidationTexts } from '../../texts/consolidation.ts'
import type { HeldForm, Point, PointForm, PointInput } from './point.ts'

const texts = consolidationTexts.point

/** OPDs of the register without a form, and that the register may not hold every OPD. */
export const missing = ({ missing: names, listOpen }: PointInput): Point[] => [
  ...(names.length === 0
    ? []
    : [{ kind: 'missing' as const, text: texts.missing(names), forms: [], rows: [] }]),
  ...(listOpen ? [{ kind: 'listOpen' as const, text: texts.listOpen, forms: [], rows: [] }] : []),
]

/** OPDs that came with a form and have no code yet: shown and printed as such, until the register has it. */
export const codeless = ({ forms }: PointInput): Point[] => {
  const own = forms.filter(({ opdCode }) => opdCode === '')
  const text = texts.codeless(own.map(({ name }) => name))
  return own.length === 0 ? [] : [{ kind: 'codeless', text, forms: own.map(({ id }) => id), rows: [] }]
}

/** A point for each form of which something waits for a decision, the greatest amount first. */
export const disputed = ({ forms }: PointInput): Point[] =>
  forms
    .flatMap(({ id, name, disputed: waits }) =>
      waits !== undefined && (waits.rows > 0 || waits.form) ? [{ id, name, ...waits }] : [],
    )
    .sort((a, b) => b.amount - a.amount)
    .map(({ id, name, rows, amount, form }) => ({
      kind: 'disputed',
      text: texts.disputed(name, disputedWords(rows, amount, form)),
      forms: [id],
      rows: [],
    }))

/** Printed sums that the rows do not make, and what else is in doubt about a form as a whole: a point for each. */
export const wholeForms = ({ forms }: PointInput): Point[] =>
  forms.flatMap(({ id, name, total, open }) =>
    open.map(({ type, found, message, stated, counted, whole }): Point => {
      const sum = stated !== null
      const summed = whole ? total : (counted ?? 0)
      const text = sum
        ? texts.total(name, found, stated, summed, whole, type === 'CorrectedTotal')
        : texts.wholeForm(name, message)
      return { kind: sum ? 'total' : 'doubt', text, forms: [id], rows: [] }
    }),
  )

/** What an OPD was asked to mend is still counted: the sums must say so. */
export const returned = ({ forms }: PointInput): Point[] => {
  const own = forms.filter(({ status }) => status === 'dikembalikan')
  if (own.length === 0) return []
  const total = own.reduce((sum, form) => sum + form.total, 0)
  const text = texts.returned(
    own.map(({ name }) => name),
    total,
  )
  return [{ kind: 'returned', text, forms: own.map(({ id }) => id), rows: [] }]
}

/** Returned forms have a point of their own. */
const finished: readonly FormStatus[] = ['direkomendasikan', 'dikunci', 'dikembalikan']
export const unfinished = ({ forms }: PointInput): Point[] => {
  const own = forms.filter(({ status }) => !finished.includes(status))
  if (own.length === 0) return []
  const byStatus = [...Map.groupBy(own, ({ status }) => status)].map(
    ([status, members]) => [formStatuses[status], members.map(({ name }) => name)] as const,
  )
  return [
    {
      kind: 'unfinished',
      text: texts.unfinished(own.length, byStatus),
      forms: own.map(({ id }) => id),
      rows: [],
    },
  ]
}

const changeOf = (before: number, after: number): string =>
  after === before
    ? texts.sameTotal
    : after > before
      ? texts.more(after - before)
      : texts.less(before - after)

const changeOfForm = (form: PointForm, held: HeldForm | undefined, edited: number): string | null => {
  if (held === undefined) return texts.newForm(form.name, form.total)
  if (held.form !== form.id || held.version !== form.version)
    return texts.newVersion(form.name, held.version, form.version, changeOf(held.total, form.total))
  if (held.total !== form.total || held.rows !== form.rows)
    return texts.changedRows(form.name, changeOf(held.total, form.total))
  return edited > 0 ? texts.changedRows(form.name, texts.rowsEdited(edited)) : null
}

/** Against the last consolidation that was kept: new, replaced, edited and vanished forms. */
export const changed = ({ forms, last, edited }: PointInput): Point[] => {
  if (last === null) return []
  const held = new Map(last.map((form) => [form.opd, form]))
  const present = new Set(forms.map(({ opd }) => opd))
  const points = forms.flatMap((form): Point[] => {
    const text = changeOfForm(form, held.get(form.opd), edited.get(form.id) ?? 0)
    return text === null ? [] : [{ kind: 'changed', text, forms: [form.id], rows: [] }]
  })
  const gone = last
    .filter(({ opd }) => !present.has(opd))
    .map(({ name }): Point => ({ kind: 'changed', text: texts.goneForm(name), forms: [], rows: [] }))
  return [...points, ...gone]
}
