import { addresseeOf } from '../rules/budget/addressee.ts'
import { demoTexts } from '../texts/demo.ts'
import { ago } from './days.ts'
import { letter } from './papers.ts'
import { type DemoAgency, lead, type Place } from './place.ts'
import type { Random } from './random.ts'
import { type Register, ref, register } from './rows.ts'

const men = [
  'Ahmad',
  'Budi',
  'Dedi',
  'Eko',
  'Fajar',
  'Hendra',
  'Irwan',
  'M. Rizki',
  'Rahmat',
  'Syahrul',
  'Taufik',
  'Yusuf',
]
const women = [
  'Ayu',
  'Desi',
  'Fitri',
  'Indah',
  'Lestari',
  'Maya',
  'Nurul',
  'Ratna',
  'Siti',
  'Sri',
  'Wulan',
  'Yulia',
]
const families = [
  'Saputra',
  'Hidayat',
  'Firmansyah',
  'Kurniawan',
  'Hasanah',
  'Oktaviani',
  'Nasution',
  'Siregar',
  'Marlina',
  'Wijaya',
  'Anggraini',
  'Permata',
  'Zulkarnain',
  'Effendi',
  'Susanti',
]
const degrees = ['S.Kom.', 'S.T.', 'S.E.', 'S.Sos.', 'A.Md.', 'S.Kom., M.T.I.', 'S.H., M.H.', 'S.STP., M.Si.']
const leaders = ['Pembina Utama Muda (IV/c)', 'Pembina Tingkat I (IV/b)', 'Pembina (IV/a)']
const ranks = ['Penata Tingkat I (III/d)', 'Penata (III/c)', 'Penata Muda (III/a)', 'Pengatur (II/c)']

export type Person = {
  readonly key: string
  readonly agency: DemoAgency
  readonly number: string
  readonly name: string
  readonly status: 'pns' | 'pppk' | 'lain'
  readonly rank: string | null
  readonly duty: 'head' | 'secretary' | 'technical' | 'staff'
}

const two = (n: number): string => String(n).padStart(2, '0')

/** A number nobody else has: 18 digits as Perka BKN 22/2007 has them; of PPPK the year and “21” in place of the appointment's month. */
class Numbers {
  private readonly given = new Set<string>([demoTexts.profile.signerNip])
  private readonly year: number
  constructor(year: number) {
    this.year = year
  }

  next(random: Random, status: Person['status'], isMan: boolean): string {
    const born = random.int(this.year - 56, this.year - 25)
    const birth = `${born}${two(random.int(1, 12))}${two(random.int(1, 28))}`
    const year = Math.min(this.year - 1, born + random.int(20, 30))
    const appointed = status === 'pppk' ? `${Math.max(2021, year)}21` : `${year}${two(random.int(1, 12))}`
    return this.free(`${birth}${appointed}${isMan ? 1 : 2}`)
  }

  private free(start: string): string {
    let n = 1
    while (this.given.has(`${start}${String(n).padStart(3, '0')}`)) n += 1
    const number = `${start}${String(n).padStart(3, '0')}`
    this.given.add(number)
    return number
  }
}

const dutiesOf = (random: Random, { care, key }: DemoAgency): readonly Person['duty'][] => [
  'head',
  'secretary',
  ...Array.from({ length: key === lead ? 8 : care === 0 ? 0 : random.int(1, 3) }, () => 'technical' as const),
  ...Array.from({ length: random.int(1, 3) }, () => 'staff' as const),
]

const statusOf = (random: Random, duty: Person['duty']): Person['status'] => {
  if (duty === 'head' || duty === 'secretary' || random.chance(0.65)) return 'pns'
  return random.chance(0.6) ? 'pppk' : 'lain'
}

/** The officer who signs for the demonstration is a head of division who also acts as head of the agency. */
const officer = (agency: DemoAgency): Person => ({
  key: 'officer',
  agency,
  number: demoTexts.profile.signerNip,
  name: demoTexts.profile.signerName,
  status: 'pns',
  rank: demoTexts.profile.signerRank,
  duty: 'technical',
})

export const peopleOf = ({ agencies, random, year }: Place): readonly Person[] => {
  const numbers = new Numbers(year)
  return agencies.flatMap((agency) => {
    const chance = random('person', agency.key)
    const own = dutiesOf(chance, agency).map((duty, n): Person => {
      const isMan = chance.chance(0.55)
      const status = statusOf(chance, duty)
      const degree = duty === 'staff' ? chance.maybe(0.5, chance.pick(degrees)) : chance.pick(degrees)
      return {
        key: `${agency.key}-${n + 1}`,
        agency,
        number: status === 'lain' ? `THL-${agency.code}-${two(n + 1)}` : numbers.next(chance, status, isMan),
        name: `${chance.pick(isMan ? men : women)} ${chance.pick(families)}${degree === null ? '' : `, ${degree}`}`,
        status,
        rank: status !== 'pns' ? null : chance.pick(duty === 'head' ? leaders : ranks),
        duty,
      }
    })
    return agency.key === lead ? [...own.filter(({ duty }) => duty !== 'head'), officer(agency)] : own
  })
}

export const personRows = (people: readonly Person[]): Register =>
  register(
    'person',
    people.map(({ key, agency, number, name, status, rank }) => ({
      key,
      values: { number, name, opd: ref('opd', agency.key), status, rank, active: true },
    })),
  )

const secretaryOf = ({ kind }: DemoAgency): string =>
  kind === 'kecamatan' ? 'Sekretaris Camat' : kind === 'unit' ? 'Sekretaris Lurah' : 'Sekretaris'

export const positionRows = ({ agencies, random }: Place): Register =>
  register('position', [
    ...agencies.flatMap((one) => {
      const opd = ref('opd', one.key)
      const begins = random('position', one.key).maybe(0.7, '2017-01')
      return [
        { key: `${one.key}-head`, values: { opd, title: addresseeOf(one.name), head: true, begins } },
        { key: `${one.key}-secretary`, values: { opd, title: secretaryOf(one), head: false, begins } },
      ]
    }),
    {
      key: 'aptika',
      values: { opd: ref('opd', lead), title: demoTexts.officer.position, head: false, begins: '2017-01' },
    },
  ])

/** Heads and secretaries; in Diskominfo the secretary stood in for the head for two weeks, then a head of division does. */
export const assignmentRows = ({ day, random }: Place, people: readonly Person[]): Register => {
  const held = people
    .filter(({ duty }) => duty === 'head' || duty === 'secretary')
    .map(({ key, agency, duty }) => {
      const chance = random('assignment', key)
      const from = ago(day, chance.int(90, 2200))
      return {
        key,
        values: {
          person: ref('person', key),
          opd: ref('opd', agency.key),
          position: ref('position', `${agency.key}-${duty}`),
          kind: 'definitif' as const,
          from,
          letter: chance.maybe(0.8, letter(chance, 'BKPSDM', from)),
          letterDate: chance.maybe(0.7, from),
        },
      }
    })
  const officer = ref('person', 'officer')
  const since = ago(day, 1400)
  const acting = ago(day, 75)
  const ofLead = { opd: ref('opd', lead) }
  return register('assignment', [
    ...held,
    {
      key: 'aptika',
      values: {
        ...ofLead,
        person: officer,
        position: ref('position', 'aptika'),
        kind: 'definitif',
        from: since,
      },
    },
    {
      key: 'plh',
      values: {
        ...ofLead,
        person: ref('person', `${lead}-2`),
        position: ref('position', `${lead}-head`),
        kind: 'plh',
        from: ago(day, 90),
        until: ago(day, 76),
      },
    },
    {
      key: 'plt',
      values: {
        ...ofLead,
        person: officer,
        position: ref('position', `${lead}-head`),
        kind: 'plt',
        from: acting,
        letter: letter(random('plt'), 'BKPSDM', acting),
        letterDate: acting,
      },
    },
  ])
}
