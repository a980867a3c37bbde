export const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const

/** Western Indonesian time has no summer time: always UTC+7. */
const wibOffset = 7 * 3_600_000

/** ISO date of an instant (ms since 1970) as the officers' calendars say it. */
export const dayInWib = (milliseconds: number): string =>
  new Date(milliseconds + wibOffset).toISOString().slice(0, 10)

/** The ISO date before: what ends with the beginning of another ends on the day before it. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Days from one ISO date to another; negative where it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

type Day = { readonly year: number; readonly month: number; readonly day: number }

/** A day is "2026-11-21" as written; an instant ("…T07:05:00Z") is taken in WIB. `null`: not a date. */
const dayOf = (iso: string): Day | null => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso : inWib(iso)?.slice(0, 10)
  if (day === undefined || Number.isNaN(Date.parse(day))) return null
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return month <= 12 && new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date
    ? { year, month, day: date }
    : null
}

const inWib = (iso: string): string | undefined => {
  const instant = Date.parse(iso)
  return Number.isNaN(instant) ? undefined : new Date(instant + wibOffset).toISOString()
}

const two = (value: number): string => String(value).padStart(2, '0')

/** "2026-11" → "November 2026"; `null`: not a month. */
const longMonth = (iso: string): string | null => {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(iso) ?? []
  const name = monthNames[Number(month) - 1]
  return year === undefined || name === undefined ? null : `${name} ${year}`
}

/** "2026-11-21" or an instant → "21 November 2026", "2026-11" → "November 2026". What is no date is returned as it is. */
export const longDate = (iso: string): string => {
  const month = longMonth(iso)
  if (month !== null) return month
  const date = dayOf(iso)
  return date === null ? iso : `${date.day} ${monthNames[date.month - 1]} ${date.year}`
}

/** "2026-11-21" or an instant → "21-11-2026", as tables write it. What is no date is returned as it is. */
export const tableDate = (iso: string): string => {
  const date = dayOf(iso)
  return date === null ? iso : `${two(date.day)}-${two(date.month)}-${date.year}`
}

/** "2026-11-21T07:05:00Z" → "14.05 WIB". What is no instant is returned as it is. */
export const wibTime = (iso: string): string => {
  const local = inWib(iso)
  return local === undefined ? iso : `${local.slice(11, 16).replace(':', '.')} WIB`
}

/** "2026-11-21T07:05:00Z" → "21 November 2026 pukul 14.05 WIB". */
export const longDateTime = (iso: string): string =>
  inWib(iso) === undefined ? iso : `${longDate(iso)} pukul ${wibTime(iso)}`
