import { uiTexts } from '../../shared/texts/ui.ts'
import { formatWhole } from './format.ts'

const texts = uiTexts.progress

/** Words for what is left at the present pace; '' while nothing can be said. Times in milliseconds. */
export const timeLeft = (elapsed: number, done: number, total: number | null): string => {
  if (total === null || done <= 0 || total <= 0 || elapsed < 1000) return ''
  const left = (elapsed / done) * (total - done)
  if (left < 3000) return texts.almost
  return left < 90_000
    ? texts.seconds(formatWhole(roundUp(left / 1000, 5)))
    : texts.minutes(formatWhole(Math.ceil(left / 60_000)))
}

const roundUp = (value: number, step: number) => Math.ceil(value / step) * step

/** “120 dari 12.000”, or “120 selesai” where the whole is unknown. */
export const amountDone = (done: number, total: number | null): string =>
  total === null ? texts.sofar(formatWhole(done)) : texts.of(formatWhole(done), formatWhole(total))
