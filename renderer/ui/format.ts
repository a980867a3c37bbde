import { monthNames } from '../../shared/format/date.ts'

export { parseAmount, parseDay, parseWhen } from '../../shared/format/typed.ts'

/** How numbers, money, dates and times look on the screen. Pure; no clock inside. */
const whole = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 })
const decimal = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 })
const wib = 'Asia/Jakarta'
const inWib = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('id-ID', { timeZone: wib, ...options })
const dayParts = inWib({ year: 'numeric', month: '2-digit', day: '2-digit' })
const clockParts = inWib({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** 1234567 → "1.234.567". */
export const formatWhole = (value: number): string => whole.format(value)
/** 12.345 → "12,35". */
export const formatDecimal = (value: number): string => decimal.format(value)
/** Whole rupiah → "Rp186.000.000"; negative → "-Rp5.000". */
export const formatRupiah = (value: number): string =>
  `${value < 0 ? '-' : ''}Rp${whole.format(Math.abs(value))}`

/** "2026-11-21" → "21-11-2026", "2026-11" → "11-2026"; other text comes back unchanged. */
export const formatDay = (iso: string): string =>
  iso.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, '$3-$2-$1').replace(/^(\d{4})-(\d{2})$/, '$2-$1')

/** "2026-11-21" → "21 November 2026"; other text comes back unchanged. */
export const formatLongDay = (iso: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? []
  const name = monthNames[Number(month) - 1]
  return year && day && name ? `${Number(day)} ${name} ${year}` : iso
}

const part = (parts: Intl.DateTimeFormatPart[], type: string) =>
  parts.find((each) => each.type === type)?.value ?? ''

/** Milliseconds since 1970 → "2026-11-21" in western Indonesian time. */
export const dayOf = (time: number): string => {
  const parts = dayParts.formatToParts(time)
  return `${part(parts, 'year')}-${part(parts, 'month')}-${part(parts, 'day')}`
}

/** Milliseconds since 1970 → "14.05 WIB". */
export const formatClock = (time: number): string => {
  const parts = clockParts.formatToParts(time)
  return `${part(parts, 'hour')}.${part(parts, 'minute')} WIB`
}

/** Milliseconds since 1970 → "21-11-2026 14.05 WIB". */
export const formatMoment = (time: number): string => `${formatDay(dayOf(time))} ${formatClock(time)}`
