/** How somebody holds a position; as the register of assignments has it. */
type Kind = 'definitif' | 'plt' | 'plh' | 'pj'

const prefixes: Readonly<Record<Kind, string>> = { plh: 'Plh. ', plt: 'Plt. ', pj: 'Pj. ', definitif: '' }

/** “Plt. ”; '' for an appointed one. */
export const kindPrefix = (kind: Kind | null): string => prefixes[kind ?? 'definitif']

export type Office = {
  readonly title: string | null
  /** Name of its OPD on that day, completing “Kepala Dinas”; absent: the title is whole. */
  readonly opdName?: string
}

/** The office as it is printed: “Kepala Dinas” of Dinas Kesehatan is “Kepala Dinas Kesehatan”, other titles are whole. */
export const officeOf = ({ title, opdName = '' }: Office): string => {
  const words = (title ?? '').trim().split(/\s+/)
  const last = words.at(-1) ?? ''
  const isBegun = last !== '' && opdName.toLowerCase().startsWith(`${last.toLowerCase()} `)
  return isBegun ? [...words.slice(0, -1), opdName].join(' ') : words.join(' ')
}
