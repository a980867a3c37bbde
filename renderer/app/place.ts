import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type ParamChange, withParams } from './address.ts'

export type Go = (path: string, options?: { readonly replace?: boolean }) => void

/** Where the window is: path, parameters of the address, and ways to change them. Back leads back through each. */
export const usePlace = () => {
  const [path, navigate] = useLocation()
  const search = useSearch()
  const go: Go = useCallback((to, options) => navigate(to, options), [navigate])
  const set = useCallback(
    (change: ParamChange, options: { readonly replace?: boolean } = {}) =>
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
