import { crosswalkTexts } from '../texts/regulation.ts'

const texts = crosswalkTexts

/** Units of two regulations that answer each other; `note` says how far. */
export type Answering = { readonly units: readonly string[]; readonly note: string }

/** Derived from the two texts alone; nothing here is said by either of them. */
export const crosswalk: readonly Answering[] = [
  { units: ['PBM-1.4', 'SKW-1.4'], note: texts.opd },
  { units: ['PBM-1.5', 'SKW-1.7'], note: texts.diskominfo },
  { units: ['PBM-1.8', 'SKW-1.6'], note: texts.pse },
  { units: ['PBM-1.13', 'SKW-1.5'], note: '' },
  { units: ['PBM-1.14', 'SKW-1.9'], note: texts.software },
  { units: ['PBM-1.16', 'SKW-1.8'], note: '' },
  { units: ['PBM-2', 'SKW-2'], note: '' },
  { units: ['PBM-3', 'SKW-3'], note: '' },
  { units: ['PBM-4', 'SKW-4'], note: '' },
  { units: ['PBM-5(2)', 'SKW-7'], note: texts.scope },
  { units: ['PBM-6(1)', 'SKW-11(1)', 'SKW-12(1)'], note: texts.plan },
  { units: ['PBM-6(2)a', 'SKW-11(1)'], note: '' },
  { units: ['PBM-6(2)b', 'SKW-1.11'], note: texts.review },
  { units: ['PBM-6(2)c', 'SKW-11(2)'], note: '' },
  { units: ['PBM-6(3)', 'SKW-11(3)'], note: texts.needs },
  { units: ['PBM-6(4)', 'PBM-7(6)', 'SKW-16(4)'], note: texts.budget },
  {
    units: ['PBM-7(2)', 'PBM-8(2)', 'SKW-11(4)', 'SKW-12(2)', 'SKW-13(2)', 'SKW-14(3)', 'SKW-15(3)'],
    note: texts.policies,
  },
  { units: ['PBM-7(4)', 'PBM-18(3)', 'SKW-15(1)', 'SKW-1.16'], note: texts.monitoring },
  { units: ['PBM-7(5)', 'SKW-15(2)'], note: texts.evaluator },
  { units: ['PBM-8(1)', 'SKW-9(1)', 'SKW-9(2)'], note: texts.structure },
  { units: ['PBM-8(4)', 'PBM-Penj8(4)', 'SKW-11(3)', 'SKW-16(3)'], note: texts.coordination },
  { units: ['PBM-11(1)', 'SKW-5b', 'SKW-6(1)b'], note: texts.integration },
  { units: ['PBM-13(1)', 'SKW-14(1)'], note: texts.upkeep },
  { units: ['PBM-14(2)', 'PBM-Penj14(2)', 'SKW-10'], note: texts.access },
  { units: ['PBM-15(2)', 'SKW-13(1)', 'SKW-14(2)'], note: texts.security },
  { units: ['PBM-21', 'SKW-17'], note: '' },
]

/** What answers a unit elsewhere: the other keys of each row that names it. */
export const answersTo = (key: string): readonly Answering[] => {
  const prefix = key.slice(0, key.indexOf('-') + 1)
  return crosswalk.flatMap(({ units, note }) => {
    if (!units.includes(key)) return []
    const others = units.filter((unit) => !unit.startsWith(prefix))
    return others.length === 0 ? [] : [{ units: others, note }]
  })
}
