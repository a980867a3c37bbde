import { ago, ahead } from './days.ts'
import { type DemoAgency, lead, type Place } from './place.ts'
import type { Random } from './random.ts'
import { type Register, ref, register } from './rows.ts'

/** Who rented a place outside of the country: three to six OPDs, whatever the seed. */
const abroadOf = ({ agencies, random }: Place): ReadonlySet<string> => {
  const chance = random('abroad')
  const able = agencies.filter(({ key, care }) => key !== lead && care > 0)
  return new Set(
    chance
      .shuffled(able)
      .slice(0, chance.int(3, 6))
      .map(({ key }) => key),
  )
}

const abroad = (chance: Random, day: string) => ({
  placement: 'sewa' as const,
  country: chance.pick(['SG', 'US', 'SG', 'DE', 'JP']),
  provider: chance.pick(['Cloud Harbour Pte. Ltd. (contoh)', 'BlueRack Hosting LLC (contoh)']),
  legalForm: chance.maybe(0.8, 'asing'),
  proof: chance.maybe(0.5, 'Tagihan sewa'),
  leaseUntil: ahead(day, chance.int(10, 300)),
})

const athome = (chance: Random, { care }: DemoAgency, day: string) => {
  if (care === 0) return {}
  const placement = chance.answer(care, chance.pick(['diskominfo', 'diskominfo', 'sewa']), 'sewa' as const)
  if (placement !== 'sewa') return { placement }
  return {
    placement,
    country: chance.maybe(0.3 + care * 0.6, 'ID' as const),
    provider: chance.maybe(care, 'PT Rumah Situs Nusantara (contoh)'),
    legalForm: chance.maybe(0.2 + care * 0.7, 'indonesia'),
    proof: chance.maybe(care, 'Kontrak sewa dan akta penyedia'),
    leaseUntil: chance.maybe(0.6, ago(day, chance.int(-330, 20))),
  }
}

const ownerOf = (chance: Random, { key, care }: DemoAgency) => {
  const owner = key === lead ? ('pemda' as const) : chance.maybe(0.3 + care * 0.65, 'opd')
  const manager = owner === null ? null : chance.answer(care, ref('opd', key), ref('opd', lead))
  return { owner, manager }
}

/** Anyone can see that a site is there: it is recorded where nothing else is. */
export const websiteRows = (place: Place): Register => {
  const outside = abroadOf(place)
  return register(
    'website',
    place.agencies.flatMap((one) => {
      const chance = place.random('website', one.key)
      const opd = ref('opd', one.key)
      const site = {
        address: `${one.key}.contoh.go.id`,
        opd,
        kind: 'situs' as const,
        ...ownerOf(chance, one),
        ...(outside.has(one.key) ? abroad(chance, place.day) : athome(chance, one, place.day)),
        live: chance.chance(0.93),
      }
      const page = {
        address: `instagram.com/${one.key}.contoh`,
        opd,
        kind: 'medsos' as const,
        ...ownerOf(chance, one),
        live: true,
      }
      const rows = [{ key: one.key, values: outside.has(one.key) ? { ...site, live: true } : site }]
      return chance.chance(0.55) ? [...rows, { key: `${one.key}-medsos`, values: page }] : rows
    }),
  )
}
