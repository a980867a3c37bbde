import { createContext, useContext } from 'react'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Page } from './page.ts'

/** What the window was composed of. */
export type Composition = {
  readonly definitions: readonly AnyDefinition[]
  readonly pages: readonly Page[]
}

export const CompositionContext = createContext<Composition>({ definitions: [], pages: [] })
export const useComposition = (): Composition => useContext(CompositionContext)

export const useDefinition = (type: string): AnyDefinition | null =>
  useComposition().definitions.find((definition) => definition.type === type) ?? null

/** The same, opened at the papers of the record. */
export const papersAddressOf = (pages: readonly Page[], type: string, id: string): string | null => {
  const address = addressOf(pages, type, id)
  return address === null ? null : `${address}${address.includes('?') ? '&' : '?'}tab=lampiran`
}

/** Address where a record opens; null where no page opens its type. */
export const addressOf = (pages: readonly Page[], type: string, id: string): string | null => {
  for (const { opens } of pages) {
    const open = opens?.[type]
    if (open) return open(id)
  }
  return null
}
