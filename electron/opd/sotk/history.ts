import { dayBefore, longDate } from '../../../shared/format/date.ts'
import { opdSotkTexts } from '../../../shared/texts/opd-sotk.ts'
import type { Reader } from '../../store/reader.ts'
import { nameOf, opdsOf } from './register.ts'

const texts = opdSotkTexts.history

/** What became of an OPD and what it came from, oldest first. */
export const sotkHistory = (reader: Reader, opd: string): string[] => {
  const opds = opdsOf(reader)
  return reader
    .where('opdSuccession', {})
    .filter(
      ({ kind, from, to, on }) =>
        on !== null && (from === opd || to === opd) && (kind === 'nama' || from !== to),
    )
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0))
    .map(({ kind, from, to, on, nameBefore }) => {
      const day = longDate(on ?? '')
      if (kind === 'nama') return texts.named(longDate(dayBefore(on ?? '')), nameBefore ?? '')
      if (from !== opd) return texts.came(day, nameBefore ?? nameOf(opds, from ?? ''))
      return to === null ? texts.ended(day) : texts.became(day, nameOf(opds, to))
    })
}
