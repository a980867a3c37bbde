/** “2019” is over at its end, “2019-05-21” on that day; an unknown end is no end. */
export const isOver = (until: string | null, day: string): boolean =>
  until !== null && until < day.slice(0, until.length)

/** Whether something that may be known by its year alone was surely before a day, or surely not; null: cannot be said. */
export const isBefore = (when: string | null, day: string): boolean | null => {
  if (when === null) return null
  const known = day.slice(0, when.length)
  return when === known && when.length < day.length ? null : when < day
}

/** Whether it surely came after a day; an unknown beginning was always. */
export const isLater = (when: string | null, day: string): boolean =>
  when !== null && when > day.slice(0, when.length)
