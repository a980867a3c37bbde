import { useMemo } from 'react'
import { type RecordRow, recordList } from '../../shared/contract/records.ts'
import { regulationText } from '../../shared/contract/regulation.ts'
import type { Regulation } from '../../shared/regulation/index.ts'
import { type LibraryText, textOfInstrument, textOfRegulation } from '../../shared/regulation/library.ts'
import { useAnswer } from '../app/client.tsx'

/** A text that the city brought, as its record says. */
export type Brought = {
  readonly id: string
  /** With its version. */
  readonly name: string
  readonly short: string
  readonly title: string
  readonly kind: 'peraturan' | 'kerangka'
  readonly version: string
  readonly publisher: string
  readonly enacted: string
  readonly promulgated: string
  readonly released: string
  readonly copyright: string
  readonly about: string
  readonly series: string
  readonly file: string
  readonly digest: string
}

const mostTexts = 500

const broughtOf = ({ id, title: name, values }: RecordRow): Brought => {
  const said = (key: string): string => (typeof values[key] === 'string' ? values[key] : '')
  return {
    id,
    name,
    short: said('short'),
    title: said('title') || said('short'),
    kind: values['kind'] === 'kerangka' ? 'kerangka' : 'peraturan',
    version: said('version'),
    publisher: said('publisher'),
    enacted: said('enacted'),
    promulgated: said('promulgated'),
    released: said('released'),
    copyright: said('copyright'),
    about: said('about'),
    series: said('series'),
    file: said('file'),
    digest: said('digest'),
  }
}

/** What the city brought, the oldest of a series first; null until it is known. */
export const useBrought = (): readonly Brought[] | null => {
  const { data } = useAnswer(
    recordList,
    { type: 'instrument', sort: { field: 'short', descending: false }, limit: mostTexts },
    { records: ['instrument'], keep: true },
  )
  return useMemo(() => data?.rows.map(broughtOf) ?? null, [data])
}

type Shown = {
  readonly text: LibraryText | null
  /** Why it cannot be shown, in one sentence. */
  readonly failure: string | null
  readonly isGone: boolean
}

/** The text itself: at once where it is built in, from the store where the city brought it. `id`: its record, `brought`: what is known of that. */
export const useText = (regulation: Regulation | null, id: string | null, brought: Brought | null): Shown => {
  const { data, failure } = useAnswer(
    regulationText,
    { id: id ?? '' },
    { records: ['instrument'], enabled: id !== null },
  )
  const text = useMemo(() => {
    if (regulation !== null) return textOfRegulation(regulation)
    return data === undefined || brought === null ? null : textOfInstrument(brought, data.content)
  }, [regulation, brought, data])
  if (id === null || failure === null) return { text, failure: null, isGone: false }
  const isUnread = failure.type === 'Unreadable'
  return { text: null, failure: isUnread ? failure.message : null, isGone: !isUnread }
}
