import { consolidationTexts } from '../../texts/consolidation.ts'
import { findAlike, type Proposed } from './duplicates.ts'
import type { Names, Point, PointInput, PointRow } from './point.ts'
import { looseKey } from './spelling.ts'

const texts = consolidationTexts.point
const alikeAtMost = 50

const twinKey = (row: PointRow): string =>
  [row.output, row.subOutput, row.method, row.implementer, row.duration, row.resources]
    .map(looseKey)
    .join('\n')

/** Twins of which an officer found each to be right are no point any more. */
const isInDoubt = (group: readonly PointRow[]): boolean =>
  group.length > 1 && !group.every(({ twinSettled }) => twinSettled === true)

/** Rows of a form with the same stage first: few are left whose other cells must be compared. */
const twinsOf = (rows: readonly PointRow[]): PointRow[][] =>
  [...Map.groupBy(rows, ({ form, stage }) => `${form}\n${looseKey(stage)}`).values()]
    .filter((group) => group.length > 1 && looseKey(group[0]?.stage ?? '') !== '')
    .flatMap((group) => [...Map.groupBy(group, twinKey).values()].filter(isInDoubt))

export const twins = ({ rows }: PointInput, names: Names): Point[] =>
  twinsOf(rows).map((group) => {
    const [first] = group as [PointRow]
    const numbers = group.map(({ number }) => number)
    const text = texts.twins(names.of(first.form), first.stage, numbers, first.amount)
    return { kind: 'twin', text, forms: [first.form], rows: group.map(({ id }) => id) }
  })

const outputsOf = (rows: readonly PointRow[], names: Names): Proposed[] =>
  [...Map.groupBy(rows, ({ form, output }) => `${form}\n${output}`)].map(([key, [first]]) => ({
    key,
    opd: names.opd(first?.form ?? ''),
    text: first?.output ?? '',
  }))

/** Outputs first, since one of them stands for all its rows; then rows. */
export const alike = ({ rows }: PointInput, names: Names): Point[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const outputs = findAlike(outputsOf(rows, names)).map(({ one, other, shared, equated }): Point => {
    const forms = [one.key.split('\n')[0] ?? '', other.key.split('\n')[0] ?? '']
    const text = texts.alikeOutputs(
      one.text,
      names.of(forms[0] ?? ''),
      other.text,
      names.of(forms[1] ?? ''),
      texts.why(shared, equated),
    )
    return { kind: 'duplicate', text, forms, rows: [] }
  })
  const stages = findAlike(
    rows.map(({ id, form, stage }) => ({ key: id, opd: names.opd(form), text: stage })),
  ).map(({ one, other, shared, equated }): Point => {
    const forms = [byId.get(one.key)?.form ?? '', byId.get(other.key)?.form ?? '']
    const text = texts.alike(
      one.text,
      names.of(forms[0] ?? ''),
      other.text,
      names.of(forms[1] ?? ''),
      texts.why(shared, equated),
    )
    return { kind: 'duplicate', text, forms, rows: [one.key, other.key] }
  })
  const all = [...outputs, ...stages]
  if (all.length <= alikeAtMost) return all
  return [
    ...all.slice(0, alikeAtMost),
    { kind: 'duplicate', text: texts.moreAlike(all.length - alikeAtMost), forms: [], rows: [] },
  ]
}
