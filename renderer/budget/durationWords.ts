import type { Duration } from '../../shared/rules/budget/parsed.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatDecimal, formatWhole } from '../ui/format.ts'

const texts = budgetWindowTexts.duration

/** { value: 2, unit: 'hari', times: 5 } → “2 hari, 5 kali”; '' where nothing was understood. */
export const durationWords = (duration: Duration | null): string => {
  if (duration === null) return ''
  const span = `${formatDecimal(duration.value)} ${texts.units[duration.unit]}`
  return duration.times === null ? span : texts.times(span, formatWhole(duration.times))
}
