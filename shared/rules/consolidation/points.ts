import { Names, type Point, type PointInput } from './point.ts'
import { alike, twins } from './points-alike.ts'
import { changed, codeless, disputed, missing, returned, unfinished, wholeForms } from './points-of-forms.ts'
import { corrections, doubts, prices, withoutCost, withoutSource } from './points-of-rows.ts'

/** What an officer must see before the consolidation goes out. `comparable`: rows whose unit price could be held against a standard. */
export const pointsOf = (input: PointInput): { readonly points: Point[]; readonly comparable: number } => {
  const names = new Names(input.forms)
  const price = prices(input, names)
  const points = [
    ...disputed(input),
    ...missing(input),
    ...codeless(input),
    ...changed(input),
    ...returned(input),
    ...unfinished(input),
    ...wholeForms(input),
    ...doubts(input, names),
    ...corrections(input, names),
    ...withoutCost(input, names),
    ...withoutSource(input, names),
    ...price.points,
    ...twins(input, names),
    ...alike(input, names),
  ]
  return { points, comparable: price.comparable }
}
