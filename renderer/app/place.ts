import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'

type Change = Readonly<Record<string, string | null>>
export type Go = (path: string, options?: { readonly replace?: boolean }) => void

/** Pure: `search` with some parameters set; null or '' takes one away. */
export const withParams = (search: string, change: Change): string => {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') params.delete(name)
    else params.set(name, value)
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** Where the window is: path, parameters of the address, and ways to change them. Back leads back through each. */
export const usePlace = () => {
  const [path, navigate] = useLocation()
  const search = useSearch()
  const go: Go = useCallback((to, options) => navigate(to, options), [navigate])
  const set = useCallback(
    (change: Change, options: { readonly replace?: boolean } = {}) =>
      navigate(`${location.pathname}${withParams(location.search, change)}`, options),
    [navigate],
  )
  return { path, params: new URLSearchParams(search), go, set }
}

/** One parameter of the address as state: null where it is not there. */
export const useParam = (name: string, options: { readonly replace?: boolean } = {}) => {
  const { params, set } = usePlace()
  const { replace = false } = options
  const change = useCallback(
    (value: string | null) => set({ [name]: value }, { replace }),
    [set, name, replace],
  )
  return [params.get(name), change] as const
}
