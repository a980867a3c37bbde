import { type RefObject, useEffect, useState } from 'react'

type Hidden = { readonly above: number; readonly below: number }
const nothing: Hidden = { above: 0, below: 0 }

/** Of a list item less than half in sight counts as hidden. */
const hiddenIn = (scroller: HTMLElement, head: number): Hidden => {
  const { top, bottom } = scroller.getBoundingClientRect()
  const middles = [...scroller.querySelectorAll('li')].map((item) => {
    const own = item.getBoundingClientRect()
    return (own.top + own.bottom) / 2
  })
  return {
    above: middles.filter((middle) => middle < top + head).length,
    below: middles.filter((middle) => middle > bottom).length,
  }
}

/** How many items of a list that scrolls are out of sight. `head`: pixels at its top that cover them. */
export const useHidden = (scroller: RefObject<HTMLElement | null>, head: number, count: number): Hidden => {
  const [hidden, setHidden] = useState(nothing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when items come or go
  useEffect(() => {
    const place = scroller.current
    if (place === null) return undefined
    const measure = () =>
      setHidden((before) => {
        const now = hiddenIn(place, head)
        return now.above === before.above && now.below === before.below ? before : now
      })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(place)
    place.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      place.removeEventListener('scroll', measure)
    }
  }, [scroller, head, count])
  return hidden
}
