import { serviceElements } from '../records/service.ts'
import type { App } from './applications.ts'
import { knownOf } from './catalogue.ts'
import { ago } from './days.ts'
import type { DemoAgency, Place } from './place.ts'
import type { Random } from './random.ts'
import { numbered, type Register, ref, register } from './rows.ts'

const electronically = (chance: Random, { care, runsSystems }: DemoAgency, app: App | undefined) => {
  const electronic = runsSystems ? chance.answer(care, true, false) : false
  const transacts = electronic === true ? chance.answer(care, true, false) : electronic
  const certificate = transacts === true ? chance.answer(care, 'dipakai', 'tidak') : null
  return {
    electronic,
    application: electronic === true && app !== undefined ? ref('application', app.key) : null,
    transacts,
    certificate,
    certificateProof:
      certificate === 'dipakai' ? chance.maybe(care, 'Contoh dokumen bersegel elektronik') : null,
  }
}

const informing = (chance: Random, care: number, day: string) => ({
  ...chance.answers(care, serviceElements, 'ada', 'tidak'),
  informed: chance.maybe(care, ago(day, chance.int(10, 800))),
  media: chance.maybe(care, chance.pick(['elektronik', 'cetak', 'keduanya'])),
})

const reaching = (chance: Random, care: number) => ({
  response: chance.maybe(care * 0.6, chance.pick(['1 hari kerja', '3 hari kerja', '15 menit'])),
  channel: chance.chance(0.1) ? ('belum' as const) : chance.answer(care, 'dipakai', 'tidak'),
  leaders: chance.maybe(care * 0.4, 'ada'),
})

export const publicServiceRows = ({ day, random, agencies }: Place, apps: readonly App[]): Register =>
  register('publicService', [
    ...agencies
      .filter(({ care }) => care > 0)
      .flatMap((one) =>
        knownOf(one.key).services.map((name, n) => {
          const chance = random('service', one.key, n)
          const made = apps.filter(({ agency, origin }) => agency.key === one.key && origin === 'daerah')
          return {
            key: `${one.key}-${n + 1}`,
            values: {
              name,
              opd: ref('opd', one.key),
              services: true,
              administrative: chance.chance(0.7),
              ...electronically(chance, one, made[n] ?? made[0]),
              ...informing(chance, one.care, day),
              ...reaching(chance, one.care),
              active: chance.chance(0.95),
            },
          }
        }),
      ),
    {
      key: 'pdam',
      values: {
        name: 'Sambungan Air Minum',
        opd: ref('opd', 'setda'),
        organiser: 'Perumda Air Minum (contoh)',
        goods: true,
        services: true,
      },
    },
  ])

const aspects = ['legality', 'authority', 'security', 'quality', 'continuity'] as const

/** The services of Diskominfo for other OPDs, and a few of others. */
export const itServiceRows = ({ random, recording }: Place, apps: readonly App[]): Register => {
  const chosen = apps.filter(
    ({ agency, origin }, n) => origin === 'daerah' && (agency.key === 'kominfo' || n % 9 === 0),
  )
  const care = new Map(recording.map((one) => [one.key, one.care]))
  return register(
    'itService',
    numbered(
      'it',
      chosen.map(({ key, agency, name }) => {
        const chance = random('itService', key)
        const known = care.get(agency.key) ?? 0
        return {
          name: `Layanan ${name}`,
          opd: ref('opd', agency.key),
          application: ref('application', key),
          responsible: chance.maybe(known, 'Seluruh OPD'),
          accountable: chance.maybe(known, `Kepala ${agency.short}`),
          consulted: chance.maybe(known * 0.7, 'Diskominfo'),
          informed: chance.maybe(known * 0.6, 'Masyarakat'),
          ...chance.answers(known, aspects, 'ya', 'belum'),
          active: true,
        }
      }),
    ),
  )
}
