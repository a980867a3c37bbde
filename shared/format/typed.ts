import { monthNames } from './date.ts'

/** What officers type, as the store keeps it. Pure. */
const isDay = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const monthOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  return text.length < 3
    ? 0
    : monthNames.findIndex((name) => name.toLowerCase().startsWith(text.toLowerCase())) + 1
}

const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text))

/** "21-11-2026", "21/11/26", "21 Nov 2026", "21112026" → "2026-11-21"; null where it is no day of the calendar. */
export const parseDay = (text: string): string | null => {
  const found =
    /^(\d{1,2})[-/. ]+(\d{1,2}|[a-z]+)[-/. ]+(\d{4}|\d{2})$/i.exec(text.trim()) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim())
  if (!found) return null
  const [day, month, year] = [Number(found[1]), monthOf(found[2] ?? ''), fullYear(found[3] ?? '')]
  if (month < 1 || !isDay(year, month, day)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** What `parseDay` reads, a month (“05-2019”, “Mei 2019”) or a year alone → "2019-05-21", "2019-05", "2019"; null else. */
export const parseWhen = (text: string): string | null => {
  const bare = text.trim()
  if (/^(19|20)\d{2}$/.test(bare)) return bare
  const [, word, year] = /^(\d{1,2}|[a-z]+)[-/. ]+((?:19|20)\d{2})$/i.exec(bare) ?? []
  const month = word === undefined ? 0 : monthOf(word)
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : parseDay(bare)
}

/**
 * "Rp 10.000.000,-", "10000000", "1.500,00" → whole rupiah; '' → null; `undefined` where it is no plain amount
 * (words as “10 juta” belong to the importer's own reader, given to the grid as `parse`).
 */
export const parseAmount = (text: string): number | null | undefined => {
  const bare = text
    .trim()
    .replace(/^(-?)\s*Rp\.?\s*/i, '$1')
    .replace(/,(-|00?)$/, '')
  if (bare === '') return text.trim() === '' ? null : undefined
  const english = /^-?\d{1,3}(,\d{3}){2,}$/.test(bare)
  if (!english && !/^-?(\d+|\d{1,3}(\.\d{3})+)$/.test(bare)) return undefined
  const value = Number(bare.replaceAll(/[.,]/g, ''))
  return Number.isSafeInteger(value) ? value : undefined
}
