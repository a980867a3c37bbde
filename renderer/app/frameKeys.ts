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

type Acts = { readonly lock: () => void; readonly onFold: () => void }

const actOf = (event: KeyboardEvent, { lock, onFold }: Acts): (() => void) | null => {
  const { ctrlKey, altKey, shiftKey, key } = event
  if (altKey && !ctrlKey && key === 'ArrowLeft') return () => history.back()
  if (altKey && !ctrlKey && key === 'ArrowRight') return () => history.forward()
  if (!ctrlKey || altKey) return null
  if (key.toLowerCase() === 'b' && !shiftKey) return onFold
  return key.toLowerCase() === 'l' && shiftKey ? lock : null
}

/** Back and forward, Ctrl+B folds the navigation, Ctrl+Shift+L locks: wherever the focus is, in either shell. */
export const useFrameKeys = (onFold: () => void): void => {
  const { lock } = useSession()
  const latest = useRef<Acts>({ lock, onFold })
  latest.current = { lock, onFold }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = event.defaultPrevented ? null : actOf(event, latest.current)
      if (act === null) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
