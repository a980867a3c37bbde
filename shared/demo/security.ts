import type { App } from './applications.ts'
import { ago, ahead } from './days.ts'
import { minutes } from './papers.ts'
import type { Person } from './people.ts'
import type { DemoAgency, Place } from './place.ts'
import type { Random } from './random.ts'
import { numbered, type Register, ref, register } from './rows.ts'

const controls = ['preventRule', 'preventSystem', 'respondRule', 'respondSystem'] as const
const principles = ['confidential', 'intact', 'authentic', 'undeniable'] as const

export const securityReviewRows = ({ day, random }: Place, apps: readonly App[]): Register =>
  register(
    'securityReview',
    apps
      .filter(({ agency, key }) => random('reviewed', key).chance(agency.care * 0.6))
      .map(({ key, agency, name }) => {
        const chance = random('review', key)
        const on = ago(day, chance.int(15, 700))
        return {
          key,
          values: {
            subject: name,
            opd: ref('opd', agency.key),
            application: ref('application', key),
            ...chance.answers(agency.care, controls, 'ada', 'tidak'),
            ...chance.answers(agency.care, principles, 'diterapkan', 'tidak'),
            accessMatrix: chance.answer(agency.care, 'ada', 'tidak'),
            on,
            proof: chance.maybe(agency.care, minutes(chance, 'Diskominfo', on)),
            testedOn: chance.maybe(agency.care * 0.5, on),
          },
        }
      }),
  )

export const securityPledgeRows = ({ year, random, recording }: Place): Register =>
  register(
    'securityPledge',
    recording.flatMap(({ key, care }) => {
      const chance = random('pledge', key)
      const people = chance.int(18, 140)
      const signed = chance.answer(care, people, Math.floor(people * 0.6))
      return [year - 1, year]
        .filter((one) => chance.chance(one === year ? care * 0.8 : care * 0.5))
        .map((one) => ({
          key: `${key}-${one}`,
          values: {
            opd: ref('opd', key),
            year: one,
            people,
            signed,
            proof: chance.maybe(0.6, 'Berkas pernyataan bertanda tangan'),
          },
        }))
    }),
  )

/** Days until the end: over, within a week, a month, three months, and long after. */
const ends = [-120, -3, 2, 6, 14, 27, 45, 80, 200, 330, 420, 610] as const

const certificateOf = (chance: Random, day: string, left: number, { care, short }: DemoAgency) => {
  const expires = ahead(day, left)
  return {
    issuer: 'Balai Besar Sertifikasi Elektronik',
    serial: `${chance.int(10_000_000, 99_999_999)}${chance.int(1000, 9999)}`,
    issued: ago(expires, 730),
    expires: chance.chance(0.3 + care * 0.7) ? expires : null,
    state: chance.maybe(0.3 + care * 0.7, chance.chance(0.06) ? 'dicabut' : 'aktif'),
    obliged: chance.maybe(care * 0.6, `ST-${chance.int(1, 90)}/${short}`),
  }
}

export const certificateRows = ({ day, random, recording }: Place, people: readonly Person[]): Register => {
  const holders = people
    .filter(
      ({ status, duty, agency }) =>
        status !== 'lain' && duty !== 'staff' && agency.runsSystems && agency.care > 0,
    )
    .filter(({ key, agency }) => random('holds', key).chance(0.25 + agency.care * 0.5))
  const own = holders.map(({ key, agency, duty }, n) => ({
    person: ref('person', key),
    opd: ref('opd', agency.key),
    holder: duty === 'head' ? ('jabatan' as const) : ('orang' as const),
    ...certificateOf(random('certificate', key), day, ends[n % ends.length] ?? 0, agency),
    uses: duty === 'head' ? 'Naskah dinas' : 'Dokumen layanan',
  }))
  const seals = recording
    .filter(({ key }) => ['disdukcapil', 'dpmptsp', 'kominfo'].includes(key))
    .map((one, n) => ({
      opd: ref('opd', one.key),
      holder: n === 0 ? ('sistem' as const) : ('instansi' as const),
      ...certificateOf(random('seal', one.key), day, [5, 21, 88][n] ?? 400, one),
      uses: 'Segel elektronik dokumen layanan',
    }))
  return register('certificate', numbered('certificate', [...own, ...seals]))
}
