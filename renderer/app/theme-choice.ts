import { createContext, useCallback, useContext, useState } from 'react'
import { draftGet, draftPut } from '../../shared/contract/session.ts'
import type { Client } from './bridge.ts'

export const themeChoices = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof themeChoices)[number]
const place = 'ui/theme'

const readChoice = (text: string | null): ThemeChoice =>
  themeChoices.find((choice) => choice === text) ?? 'system'

type ThemeState = { readonly choice: ThemeChoice; readonly choose: (choice: ThemeChoice) => void }
export const ThemeContext = createContext<ThemeState>({ choice: 'system', choose: () => {} })
export const useThemeChoice = (): ThemeState => useContext(ThemeContext)

/** Light, dark or as the machine; an officer's choice is kept on this device and read again at login. */
export const useThemeState = (client: Client) => {
  const [choice, setChoice] = useState<ThemeChoice>('system')
  const choose = useCallback(
    (next: ThemeChoice) => {
      setChoice(next)
      void client.call(draftPut, { place, value: next })
    },
    [client],
  )
  const restore = useCallback(async () => {
    const kept = await client.call(draftGet, { place })
    if (kept.ok) setChoice(readChoice(kept.value.value))
  }, [client])
  return { choice, choose, restore }
}
