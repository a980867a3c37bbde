import { createContext, useContext, useEffect } from 'react'
import { usePlace } from './place.ts'
import { readYear } from './years.ts'

export const yearParam = 'ta'

export type YearState = { readonly year: number; readonly setYear: (year: number) => void }
export const YearContext = createContext<YearState>({ year: 2000, setYear: () => {} })

/** The budget year that the officer works in. */
export const useYear = (): number => useContext(YearContext).year
export const useSetYear = (): YearState['setYear'] => useContext(YearContext).setYear

/** The year of the address; an address without one gets the year that was open last. `remembered` keeps it between pages. */
export const useYearOfAddress = (remembered: { current: number }): YearState => {
  const { path, params, set } = usePlace()
  const named = readYear(params.get(yearParam))
  if (named !== null) remembered.current = named
  const year = remembered.current
  // biome-ignore lint/correctness/useExhaustiveDependencies: every page without a year is given one
  useEffect(() => {
    if (named === null) set({ [yearParam]: String(year) }, { replace: true })
  }, [named, path])
  return { year, setYear: (next) => set({ [yearParam]: String(next) }) }
}
