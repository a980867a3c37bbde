import { type Agency, agenciesOf } from './agencies.ts'
import { yearOf } from './days.ts'
import { Random } from './random.ts'

/** How many; never fewer than those that have a name of their own. */
export type Sizes = { readonly opds: number; readonly applications: number; readonly datasets: number }
export const ordinarySizes: Sizes = { opds: 30, applications: 120, datasets: 240 }

/** `care`, 0 to 1: how much of an OPD is recorded, and how much of that is right. */
export type DemoAgency = Agency & { readonly care: number; readonly runsSystems: boolean }

/** What every register of the demonstration is made from. */
export type Place = {
  /** ISO date on which the city is looked at. */
  readonly day: string
  readonly year: number
  readonly sizes: Sizes
  readonly agencies: readonly DemoAgency[]
  /** Of those, the ones that run electronic systems and have had anything recorded. */
  readonly recording: readonly DemoAgency[]
  readonly random: (...names: readonly (string | number)[]) => Random
}

/** Whose code stands first: it looks after the ICT of the city. */
export const lead = 'kominfo'

/** Without systems of their own; all other OPDs run some. */
const onPaper = new Set(['kesbangpol', 'timur'])
/** Others rest on what these recorded. */
const neverEmpty = new Set([
  lead,
  'dinkes',
  'rsud',
  'dinsos',
  'dppkbpppa',
  'disdukcapil',
  'bappeda',
  'bkpsdm',
  'bpkad',
  'dpmptsp',
])

const careOf = (place: number, { key }: Agency): number => {
  if (key === lead || place < 0.3) return 0.95
  if (place < 0.7) return 0.8
  return place < 0.88 || neverEmpty.has(key) || onPaper.has(key) ? 0.5 : 0
}

const withAgencies = (place: Omit<Place, 'recording'>): Place => ({
  ...place,
  recording: place.agencies.filter(({ care, runsSystems }) => care > 0 && runsSystems),
})

/** The same city in one field of work: an OPD that is careless elsewhere may keep this one in perfect order. */
export const inField = (place: Place, field: string): Place =>
  withAgencies({
    ...place,
    agencies: place.agencies.map((one) => ({
      ...one,
      care: place.random('field', field, one.key).chance(one.care * 0.4) ? 1 : one.care,
    })),
  })

export const placeOf = (seed: number, day: string, sizes: Sizes): Place => {
  const random = (...names: readonly (string | number)[]) => new Random(seed, ...names)
  const known = agenciesOf(sizes.opds)
  const order = random('care').shuffled(known.map(({ key }) => key))
  const agencies = known.map((one) => ({
    ...one,
    care: careOf(order.indexOf(one.key) / order.length, one),
    runsSystems: !onPaper.has(one.key),
  }))
  return withAgencies({ day, year: yearOf(day), sizes, agencies, random })
}
