import holidays from '../../../resources/hari-libur.json' with { type: 'json' }

/** Of one year: national holidays and collective leave, with the joint decree that set them. */
type Year = {
  readonly dasar: string
  readonly libur_nasional: readonly string[]
  readonly cuti_bersama: readonly string[]
}

const years: Readonly<Record<string, Year>> = holidays
const free: ReadonlySet<string> = new Set(
  Object.values(years).flatMap(({ libur_nasional, cuti_bersama }) => [...libur_nasional, ...cuti_bersama]),
)

const milliseconds = 86_400_000
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + milliseconds).toISOString().slice(0, 10)
const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Monday to Friday and no holiday; of a year without a decree Monday to Friday alone (`knowsYear`). ISO date. */
export const isWorkingDay = (day: string): boolean => isWeekday(day) && !free.has(day)

/** Whether the holidays of a year have been set. */
export const knowsYear = (year: number): boolean => Object.hasOwn(years, String(year))

export type Counted = {
  /** ISO date. */
  readonly day: string
  /** Years that were counted without their holidays: “kalender belum ditetapkan”. */
  readonly without: readonly number[]
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** The n-th working day after a day (n ≥ 0); the day itself for 0, whether it is one or not. */
export const addWorkingDays = (from: string, count: number): Counted => {
  const passed = new Set([yearOf(from)])
  let day = from
  for (let left = count; left > 0; ) {
    day = dayAfter(day)
    passed.add(yearOf(day))
    if (isWorkingDay(day)) left -= 1
  }
  return { day, without: [...passed].filter((year) => !knowsYear(year)) }
}

/** Working days after one day up to another, the last included; 0 where it is not later. */
export const workingDaysBetween = (from: string, to: string): number => {
  let count = 0
  for (let day = from; day < to; ) {
    day = dayAfter(day)
    if (isWorkingDay(day)) count += 1
  }
  return count
}
