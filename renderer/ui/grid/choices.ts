import type { Choice } from '../formFields.ts'
import type { GridColumn } from './types.ts'

/** Choices that fit what was typed: those that begin with it first, then those that hold it. */
export const matchingChoices = ({ choices = [] }: GridColumn, text: string): readonly Choice[] => {
  const wanted = text.trim().toLowerCase()
  const begins = choices.filter(({ label }) => label.toLowerCase().startsWith(wanted))
  return [
    ...begins,
    ...choices.filter((choice) => !begins.includes(choice) && choice.label.toLowerCase().includes(wanted)),
  ]
}
