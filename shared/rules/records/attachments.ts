import { daysBetween } from '../../format/date.ts'
import { paperKinds } from '../../records/attachment.ts'
import type { Records } from '../../records/index.ts'

/** Files of one drop, and their bytes together: what one message between window and core carries well. */
export const mostFiles = 20
export const mostFileBytes = 60_000_000

/** Pictures that the window can show by itself. */
const pictureTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
export const isPicture = (mime: string): boolean => pictureTypes.has(mime)

type Paper = Pick<Records['attachment'], 'id' | 'owner' | 'replacedBy'>

const successorOf = <P extends Paper>(papers: ReadonlyMap<string, P>, paper: P): P | null => {
  const next = papers.get(paper.replacedBy ?? '')
  return next === undefined || next.owner !== paper.owner ? null : next
}

/** The newest version of a paper; null where the versions lead in a circle, which no program of ours writes. */
const newestOf = <P extends Paper>(papers: ReadonlyMap<string, P>, paper: P): P | null => {
  const passed = new Set<string>()
  for (let at = paper; !passed.has(at.id); ) {
    passed.add(at.id)
    const next = successorOf(papers, at)
    if (next === null) return at
    at = next
  }
  return null
}

/**
 * Papers that stand for themselves, each with its earlier versions in the order of the list. A version whose successor is gone, or
 * is a paper of another record, stands for itself again.
 */
export const versionsOf = <P extends Paper>(
  papers: readonly P[],
): readonly { readonly paper: P; readonly earlier: readonly P[] }[] => {
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  const newest = new Map(papers.map((paper) => [paper.id, (newestOf(byId, paper) ?? paper).id]))
  return papers
    .filter(({ id }) => newest.get(id) === id)
    .map((paper) => ({
      paper,
      earlier: papers.filter(({ id }) => id !== paper.id && newest.get(id) === paper.id),
    }))
}

/** What a paper is: “SK”; '' where nobody said. */
export const kindWord = (kind: Records['attachment']['kind']): string =>
  kind === null ? '' : paperKinds[kind]

/** Days before its end from which a paper is said to end. */
const soon = 90

/** How an end is said: over, within `soon` days, or further away. `days` until it. */
export type Ending = { readonly state: 'over' | 'soon' | 'later'; readonly days: number }
export const endingOn = (expires: string, day: string): Ending => {
  const days = daysBetween(day, expires)
  return { state: days < 0 ? 'over' : days <= soon ? 'soon' : 'later', days }
}

/**
 * The name of a pasted picture, which browsers call “image.png”, from the moment of the paste (“21-11-2026”, “14.05”); a file that
 * was copied with its name keeps it.
 */
export const pastedName = (name: string, day: string, clock: string, nth: number): string => {
  const unnamed = /^(image|unknown|blob)?(\.(\w+))?$/i.exec(name)
  if (unnamed === null) return name
  return `Tangkapan layar ${day} ${clock}${nth === 0 ? '' : ` (${nth + 1})`}.${unnamed[3] ?? 'png'}`
}
