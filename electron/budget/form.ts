import { fail, ok } from '../../shared/contract/result.ts'
import type { Grant } from '../../shared/rules/access/index.ts'
import { compareRows } from '../../shared/rules/budget/compare.ts'
import { agreesNow } from '../../shared/rules/budget/form-marks.ts'
import { mayOf } from '../../shared/rules/budget/life.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { QueryContext } from '../feature.ts'
import { vectorOf } from '../records/index.ts'
import { disputedRows } from './disputed.ts'
import {
  type FormRow,
  formById,
  formsOfYear,
  listComplete,
  opdsWithout,
  summaries,
  usedForms,
  versionsOf,
  yearsOf,
} from './forms.ts'
import { rowsOfForm, shapeOf } from './rows.ts'

export const listForms = (
  { reader, session }: QueryContext,
  { year, allVersions }: { year: number; allVersions: boolean },
) => {
  const all = formsOfYear(reader, session, year)
  const used = usedForms(all)
  return ok({
    forms: summaries(reader, allVersions ? all : used),
    missing: opdsWithout(reader, session, used),
    listComplete: listComplete(reader),
    years: yearsOf(reader, session),
  })
}

export const mayNow = (form: FormRow, grants: readonly Grant[]) =>
  mayOf({ status: form.status, current: form.current === 1, opd: form.opd }, grants)

const fileNamesOf = (reader: QueryContext['reader'], form: string): string[] =>
  (reader.find('budgetForm', form)?.files ?? []).map(({ name }) => name)

export const openForm = ({ reader, session }: QueryContext, { form: id }: { form: string }) => {
  const form = formById(reader, session, id)
  const record = reader.find('budgetForm', id)
  if (form === null || record === null)
    return fail('NotFound', budgetTexts.refusal.formNotFound, { record: id })
  const versions = summaries(reader, versionsOf(reader, form))
  const summary = versions.find((version) => version.id === id)
  if (summary === undefined) return fail('NotFound', budgetTexts.refusal.formNotFound, { record: id })
  const nameOf = (officer: string | null): string =>
    officer === null ? '' : (reader.find('officer', officer)?.name ?? '')
  const disputed = new Map(disputedRows(reader, [id]).map((row) => [row.id, row.columns]))
  return ok({
    form: {
      ...summary,
      statusBy: nameOf(record.statusBy),
      statusAt: record.statusAt ?? '',
      statusNote: record.statusNote ?? '',
      letter: record.letter ?? '',
      files: [...(record.files ?? [])],
      marksOfForm: (record.marks ?? []).map((mark, at) => ({
        at,
        type: mark.type,
        found: mark.found,
        message: mark.message,
        stated: mark.stated,
        counted: mark.counted,
        agrees: agreesNow(mark, summary.total),
        settledBy: mark.settledBy === null ? '' : nameOf(mark.settledBy) || budgetTexts.unknownOfficer,
        settledAt: mark.settledAt ?? '',
      })),
    },
    rows: rowsOfForm(reader, id).map((row) =>
      shapeOf(row, (by) => nameOf(by) || budgetTexts.unknownOfficer, disputed.get(row.id)),
    ),
    versions: versions.map((version) => ({ ...version, fileNames: fileNamesOf(reader, version.id) })),
    seen: vectorOf(reader),
    may: mayNow(form, session.grants),
  })
}

export const compareForms = (
  { reader, session }: QueryContext,
  { before, after }: { before: string; after: string },
) => {
  const forms = [formById(reader, session, before), formById(reader, session, after)] as const
  if (forms[0] === null || forms[1] === null) return fail('NotFound', budgetTexts.refusal.formNotFound)
  if (forms[0].opd !== forms[1].opd || forms[0].year !== forms[1].year)
    return fail('NotComparable', budgetTexts.refusal.otherCity)
  const [one, other] = summaries(reader, [forms[0], forms[1]])
  if (one === undefined || other === undefined) return fail('NotFound', budgetTexts.refusal.formNotFound)
  const { differences, same } = compareRows(
    rowsOfForm(reader, before).map((row) => shapeOf(row)),
    rowsOfForm(reader, after).map((row) => shapeOf(row)),
  )
  return ok({ before: one, after: other, differences, same })
}
