import type { Looked } from '../../records/saved-view.ts'
import { loose } from './words.ts'

/** How a register is looked at, under a name that the officer gave it. */
export type View = Looked & { readonly name: string }

export const mostViews = 30
export const longestViewName = 60

const isNamed =
  (name: string) =>
  (view: Pick<View, 'name'>): boolean =>
    loose(view.name) === loose(name)

/** The view that gives way to a new one of this name, whatever its capitals. */
export const viewNamed = <V extends Pick<View, 'name'>>(views: readonly V[], name: string): V | null =>
  views.find(isNamed(name)) ?? null

export const inOrder = <V extends Pick<View, 'name'>>(views: readonly V[]): V[] =>
  views.toSorted((a, b) => a.name.localeCompare(b.name, 'id'))

const setFilters = (filters: View['filters']): string =>
  JSON.stringify(
    Object.entries(filters)
      .filter(([, value]) => value !== '')
      .sort(),
  )

/** Whether this is what is looked at now. */
export const isView = (view: Looked, now: Looked): boolean =>
  setFilters(view.filters) === setFilters(now.filters) &&
  view.sort?.key === now.sort?.key &&
  view.sort?.direction === now.sort?.direction &&
  view.columns.join() === now.columns.join()
