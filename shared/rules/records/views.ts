import { loose } from './words.ts'

/** How a register is looked at, under a name that the officer gave it. */
export type View = {
  readonly name: string
  readonly sort: { readonly key: string; readonly direction: 'asc' | 'desc' } | null
  readonly filters: Readonly<Record<string, string>>
  readonly columns: readonly string[]
}

export const mostViews = 30
export const longestViewName = 60

const isNamed = (name: string) => (view: View) => loose(view.name) === loose(name)

export const viewNamed = (views: readonly View[], name: string): View | null =>
  views.find(isNamed(name)) ?? null

const byName = (a: View, b: View): number => a.name.localeCompare(b.name, 'id')

/** A name that is there already, whatever its capitals, gives way to the new view. Null: there are too many. */
export const withView = (views: readonly View[], view: View): readonly View[] | null => {
  const others = views.filter((each) => !isNamed(view.name)(each))
  return others.length >= mostViews ? null : [...others, { ...view, name: view.name.trim() }].sort(byName)
}

export const withoutView = (views: readonly View[], name: string): readonly View[] =>
  views.filter((view) => !isNamed(name)(view))

const setFilters = (filters: View['filters']): string =>
  JSON.stringify(
    Object.entries(filters)
      .filter(([, value]) => value !== '')
      .sort(),
  )

/** Whether this is what is looked at now. */
export const isView = (view: View, now: Omit<View, 'name'>): boolean =>
  setFilters(view.filters) === setFilters(now.filters) &&
  view.sort?.key === now.sort?.key &&
  view.sort?.direction === now.sort?.direction &&
  view.columns.join() === now.columns.join()
