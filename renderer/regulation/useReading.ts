import { useCallback } from 'react'
import { type Regulation, regulationOfKey, regulations } from '../../shared/regulation/index.ts'
import { usePlace } from '../app/place.ts'
import { useBrought, useText } from './useLibrary.ts'

/** The built-in text that the address names, by itself or by a unit of it; the city's own where it names none. */
const builtInOf = (
  named: string | null,
  openKey: string | null,
  own: Regulation | null,
): Regulation | null => {
  const ofKey = openKey === null ? undefined : regulationOfKey(openKey)
  return ofKey ?? regulations.find(({ id }) => id === named) ?? (named === null ? own : null)
}

/** Which text and which unit are open, and what is searched, as the address says. */
export const useReading = (own: Regulation | null) => {
  const { params, set } = usePlace()
  const library = useBrought()
  const openKey = params.get('buka')
  const query = params.get('cari') ?? ''
  const named = params.get('perwal')
  const regulation = builtInOf(named, openKey, own)
  // A list that was read a moment ago may not have what was just kept: whether it is there says its text.
  const id = regulation === null ? named : null
  const brought = library?.find((text) => text.id === id) ?? null
  const shown = useText(regulation, id, brought)
  const open = useCallback((key: string | null) => set({ buka: key }), [set])
  const choose = useCallback((id: string) => set({ perwal: id, buka: null }), [set])
  const search = useCallback((words: string) => set({ cari: words || null }, { replace: true }), [set])
  return { regulation, brought, ...shown, library, openKey, query, open, choose, search }
}
export type Reading = ReturnType<typeof useReading>
