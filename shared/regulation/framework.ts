import { regulationImportTexts } from '../texts/regulation-import.ts'
import type { FrameworkNode } from './content.ts'
import type { TextFinding, Unit } from './unit.ts'

const texts = regulationImportTexts.framework

type Grown = { -readonly [K in keyof Unit]: Unit[K] extends readonly (infer T)[] ? T[] : Unit[K] } & {
  units: Grown[]
}
type Place = {
  readonly node: FrameworkNode
  readonly unit: Grown
  parent: Place | null
  depth: number | null
}
type Find = (node: FrameworkNode, said: Pick<TextFinding, 'message' | 'advice'>) => void

/** Levels below each other; what lies deeper stands on the last one. */
const deepest = 20

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

const grown = (node: FrameworkNode, key: string): Grown => ({
  key,
  kind: node.assessable ? 'butir' : 'kelompok',
  label: node.ref,
  title: node.name === '' ? [] : [node.name],
  text: linesOf(node.text),
  notes: [],
  more: node.more.map(({ kind, text }) => ({ label: texts.more[kind], text: linesOf(text) })),
  units: [],
  line: node.line,
})

/** How a node is called where something is said about it. */
const nameOf = ({ ref, name, urn, text }: FrameworkNode): string =>
  [ref, name].filter(Boolean).join(' ') || urn || text.slice(0, 60)

/** Its urn, or its place in the file where it has none or another's. */
const freeKey = (places: ReadonlyMap<string, Place>, urn: string, at: number): string => {
  let key = urn === '' || places.has(urn) ? `${urn}~${at + 1}` : urn
  while (places.has(key)) key += '~'
  return key
}

/** Every node under a key of its own. */
const placesOf = (nodes: readonly FrameworkNode[], find: Find): Map<string, Place> => {
  const places = new Map<string, Place>()
  for (const [at, node] of nodes.entries()) {
    const isTwice = node.urn !== '' && places.has(node.urn)
    const key = freeKey(places, node.urn, at)
    places.set(key, { node, unit: grown(node, key), parent: null, depth: null })
    if (isTwice) find(node, texts.twice(nameOf(node)))
    else if (node.urn === '') find(node, texts.noUrn(nameOf(node)))
    if (node.name === '' && node.text === '') find(node, texts.empty(nameOf(node)))
  }
  return places
}

const joinParents = (places: ReadonlyMap<string, Place>, find: Find): void => {
  for (const place of places.values()) {
    const { node } = place
    if (node.parent === '') continue
    place.parent = places.get(node.parent) ?? null
    if (place.parent === null) find(node, texts.orphan(nameOf(node), node.parent))
  }
}

/** How deep a place lies. A circle is cut where it is met first; what lies too deep stands beside what it lay in. */
const settle = (place: Place, find: Find): void => {
  const path: Place[] = []
  const met = new Set<Place>()
  let at: Place | null = place
  for (; at !== null && at.depth === null && !met.has(at); at = at.parent) {
    met.add(at)
    path.push(at)
  }
  if (at !== null && at.depth === null) {
    find(at.node, texts.circle(nameOf(at.node)))
    at.parent = null
    at.depth = 1
  }
  for (const one of path.reverse()) {
    if (one.depth !== null) continue
    if (one.parent?.depth === deepest) {
      find(one.node, texts.deep(nameOf(one.node), String(deepest)))
      one.parent = one.parent.parent
    }
    one.depth = (one.parent?.depth ?? 0) + 1
  }
}

/** The units of a framework in the order of its file, whatever the file says of itself, and what is odd in it. */
export const readFramework = (
  nodes: readonly FrameworkNode[],
): { readonly units: readonly Unit[]; readonly findings: readonly TextFinding[] } => {
  const findings: TextFinding[] = []
  const find: Find = ({ line }, said) => void findings.push({ line, weight: 'wrong', ...said })
  const places = placesOf(nodes, find)
  joinParents(places, find)
  const units: Grown[] = []
  for (const place of places.values()) settle(place, find)
  for (const { unit, parent } of places.values()) (parent?.unit.units ?? units).push(unit)
  return { units, findings: findings.toSorted((a, b) => a.line - b.line) }
}
