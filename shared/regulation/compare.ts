import { allUnits, type Unit } from './unit.ts'

export type Difference = {
  readonly state: 'new' | 'gone' | 'changed'
  /** Of the text that has it; of a change, of the later one. */
  readonly unit: Unit
  readonly before: string
  readonly after: string
}

/** Its place in its text: regulations differ in the prefix of their keys. */
const placeOf = ({ key }: Unit): string => key.replace(/^[A-Z]+-/, '')

const inOneLine = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ').trim()

/** What a unit says itself, however its lines were broken. */
const wordsOf = ({ text, more = [] }: Unit): string =>
  inOneLine([...text, ...more.flatMap((one) => one.text)])

/** How a unit is called: of a framework also by its reference, which its key does not say. */
const calledOf = ({ kind, label, title }: Unit): string =>
  inOneLine(kind === 'butir' || kind === 'kelompok' ? [label, ...title] : title)

/** What stands there, under its name where the other one is called otherwise. */
const shownOf = (unit: Unit | undefined, other: Unit | undefined): string => {
  if (unit === undefined) return ''
  const isRenamed = other !== undefined && calledOf(unit) !== calledOf(other)
  return inOneLine([isRenamed ? calledOf(unit) : '', wordsOf(unit)])
}

const isSame = (one: Unit, other: Unit): boolean =>
  calledOf(one) === calledOf(other) && wordsOf(one) === wordsOf(other)

const byPlace = (units: readonly Unit[]): ReadonlyMap<string, Unit> =>
  new Map(allUnits(units).map((unit) => [placeOf(unit), unit]))

/** What is new, gone or otherwise in the later of two texts, in its order; what is gone stands at the end. */
export const differencesOf = (before: readonly Unit[], after: readonly Unit[]): readonly Difference[] => {
  const [was, is] = [byPlace(before), byPlace(after)]
  const later = [...is].flatMap(([place, unit]): Difference[] => {
    const earlier = was.get(place)
    if (earlier !== undefined && isSame(earlier, unit)) return []
    const state = earlier === undefined ? 'new' : 'changed'
    return [{ state, unit, before: shownOf(earlier, unit), after: shownOf(unit, earlier) }]
  })
  const gone = [...was].filter(([place]) => !is.has(place))
  return [
    ...later,
    ...gone.map(([, unit]) => ({ state: 'gone' as const, unit, before: wordsOf(unit), after: '' })),
  ]
}
