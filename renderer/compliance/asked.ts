import { useMemo } from 'react'
import { withParams } from '../app/address.ts'
import { usePlace } from '../app/place.ts'
import { today } from '../app/session.ts'
import { formatDay, parseDay } from '../ui/index.ts'

/** Of a day (null: today), by what was known at the end of a day (null: now). */
export type Asked = { readonly day: string | null; readonly known: string | null }

/** An ISO date that is one; null else. */
export const dayIn = (value: string | null): string | null =>
  value !== null && parseDay(formatDay(value)) === value ? value : null

/** Another address of these pages, of the same day. */
const askedAt = (address: string, { day, known }: Asked): string => {
  const [path = '', search = ''] = address.split('?')
  return `${path}${withParams(search, { per: day, diketahui: known })}`
}

/** Of which day the pages tell, and by what was known when: the address says both, so that Back and a reload come to it again. */
export const useAsked = () => {
  const { params, set } = usePlace()
  const [day, known] = [dayIn(params.get('per')), dayIn(params.get('diketahui'))]
  return useMemo(() => {
    const now = today()
    // What is known today is what is known now.
    const asked: Asked = {
      day: day === now ? null : day,
      known: known !== null && known < now ? known : null,
    }
    return {
      asked,
      isNow: asked.day === null && asked.known === null,
      set: (next: Asked) => set({ per: next.day, diketahui: next.known }),
      href: (address: string) => askedAt(address, asked),
    }
  }, [day, known, set])
}
