import { useEffect, useRef } from 'react'
import { appTexts } from '../../shared/texts/app.ts'
import { generalKeys, type KeyGroup, listKeys } from '../ui/index.ts'
import { useSession } from './session.ts'

const texts = appTexts.keys

export const generalWithFrame: KeyGroup = {
  title: generalKeys.title,
  lines: [
    { keys: ['Ctrl+K'], label: texts.search },
    ...generalKeys.lines,
    { keys: ['Alt+←'], label: texts.back },
    { keys: ['Ctrl+P'], label: texts.print },
    { keys: ['Ctrl+B'], label: texts.navigation },
    { keys: ['Ctrl+Shift+L'], label: appTexts.search.lock },
  ],
}

/** Keys of a page that says nothing of its own. */
export const frameKeys: readonly KeyGroup[] = [generalWithFrame, listKeys]

/** Ctrl+B folds the navigation, Ctrl+Shift+L locks; both wherever the focus is. */
export const useFrameKeys = (onFold: () => void): void => {
  const { lock } = useSession()
  const latest = useRef({ lock, onFold })
  latest.current = { lock, onFold }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.defaultPrevented) return
      const key = event.key.toLowerCase()
      const act =
        key === 'b' && !event.shiftKey
          ? latest.current.onFold
          : key === 'l' && event.shiftKey
            ? latest.current.lock
            : null
      if (act === null) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
