import { importTexts } from '../../texts/import.ts'
import { type Line, wholeText } from './lines.ts'
import { statedSum } from './money-cells.ts'
import { meant } from './shapes.ts'
import { leaveLine, type State, wholeDoubt } from './state.ts'

const { doubt: texts, leftOut: reasons, place: placeText } = importTexts

const inOutput = (state: State): number => state.output?.sum ?? 0

/** The sums that a row of that label may state, the likeliest first. */
const candidates = (state: State, label: string): readonly number[] => {
  const group = [state.sinceSum, state.inSub]
  const all = [state.inTable, state.form.sum]
  if (/^sub/i.test(label)) return [...group, inOutput(state)]
  if (/grand|keseluruhan|seluruh|umum/i.test(label)) return [...all, inOutput(state)]
  return [inOutput(state), ...group, ...all]
}

export const checkSum = (state: State, line: Line, label: string): void => {
  const stated = statedSum(line, state.columns)
  const sums = candidates(state, label)
  const fits = stated !== null && sums.includes(stated)
  leaveLine(state, line, fits ? reasons.sumMatches : reasons.sumDiffers)
  state.sinceSum = 0
  if (fits) {
    state.form.printed = { found: wholeText(line), stated }
    return
  }
  const where = placeText(line.place)
  if (stated === null) {
    const blank = meant(line, state.columns).length <= 1 && !/\d/.test(label)
    if (!blank)
      wholeDoubt(
        state.form,
        line.place,
        'total',
        'TotalUnread',
        wholeText(line),
        texts.TotalUnread(wholeText(line), where),
      )
    return
  }
  const counted = sums[0] ?? 0
  wholeDoubt(
    state.form,
    line.place,
    'total',
    'TotalMismatch',
    wholeText(line),
    texts.TotalMismatch(label, stated, counted, where),
    { stated, counted },
  )
}

/** A figure alone that equals the sum of the rows above it, without any label. */
export const unlabelledSum = (state: State, line: Line): boolean => {
  const filled = meant(line, state.columns)
  const isMoney = (at: number): boolean =>
    state.columns.some(
      ({ role, at: place }) =>
        place === at && (role === 'amount' || role === 'resources' || role === 'total'),
    )
  if (filled.length === 0 || !filled.every(isMoney)) return false
  const stated = statedSum(line, state.columns)
  return (
    stated !== null && stated > 0 && state.form.rows > 1 && [inOutput(state), state.inTable].includes(stated)
  )
}
