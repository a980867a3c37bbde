import type { z } from 'zod'
import type { formStatus } from '../../shared/contract/budget.ts'
import { uiTexts } from '../../shared/texts/ui.ts'

export type FormState = z.output<typeof formStatus>

/** Words of the life of a form, in its order. */
export const stateWords: Readonly<Record<FormState, string>> = {
  diterima: uiTexts.status.received,
  diperiksa: uiTexts.status.checked,
  dikembalikan: uiTexts.status.returned,
  direkomendasikan: uiTexts.status.recommended,
  dikunci: uiTexts.status.locked,
}
export const formStates = Object.entries(stateWords).map(([value, label]) => ({ value, label }))
