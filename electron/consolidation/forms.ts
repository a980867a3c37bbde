import { opdNameOn, type Succession } from '../../shared/rules/opd/sotk.ts'
import { consolidationTexts } from '../../shared/texts/consolidation.ts'
import { type FormRow, formsOfYear, usedForms } from '../budget/index.ts'
import type { Session } from '../feature.ts'
import type { Reader } from '../store/reader.ts'

/** A form names the OPD as it was called on the day on which it came; the short name of then is not remembered. */
const asOfThen = (form: FormRow, successions: readonly Succession[]): FormRow => {
  if (form.received === '') return form
  const now = { id: form.opd, name: form.opdName, code: form.opdCode }
  const { name, code } = opdNameOn(now, successions, form.received)
  const isRenamed = name !== form.opdName
  return { ...form, opdName: name, opdCode: code, opdShort: isRenamed ? '' : form.opdShort }
}

/** A code that a gone OPD left to another one stands for two of them: the later is told by its name too. */
const toldApart = (forms: readonly FormRow[]): FormRow[] => {
  const taken = new Set<string>()
  return forms.map((form) => {
    const isTaken = form.opdCode !== '' && taken.has(form.opdCode)
    taken.add(form.opdCode)
    return isTaken ? { ...form, opdCode: consolidationTexts.sharedCode(form.opdCode, form.opdName) } : form
  })
}

const byCode = ({ opdCode: a }: FormRow, { opdCode: b }: FormRow): number =>
  (a === '') !== (b === '') ? (a === '' ? 1 : -1) : a < b ? -1 : a > b ? 1 : 0

/** The forms that count in a year, one for each OPD, by code; each under the name that its OPD had when it came. */
export const formsThen = (reader: Reader, session: Pick<Session, 'opds'>, year: number): FormRow[] => {
  const used = usedForms(formsOfYear(reader, session, year))
  const successions = reader.where('opdSuccession', {})
  return successions.length === 0
    ? used
    : toldApart(used.map((form) => asOfThen(form, successions)).toSorted(byCode))
}
