import { applicationDocuments } from '../records/application.ts'
import { boughtSystems, commonSystems, knownOf } from './catalogue.ts'
import { ago, yearOf } from './days.ts'
import { letter } from './papers.ts'
import { type DemoAgency, lead, type Place } from './place.ts'
import type { Random } from './random.ts'
import { type Register, ref, register } from './rows.ts'

type Origin = 'daerah' | 'pusat' | 'provinsi' | 'langganan' | 'siap_pakai'
export type App = {
  readonly key: string
  readonly agency: DemoAgency
  readonly name: string
  readonly origin: Origin
}

const named = (agency: DemoAgency): Omit<App, 'key'>[] => {
  const { own, central } = knownOf(agency.key)
  return [
    ...own.map((name) => ({ agency, name, origin: 'daerah' as const })),
    ...central.map((name) => ({ agency, name, origin: 'pusat' as const })),
  ]
}

/** Systems that any OPD may have; in a great city each has several of a name, for one part of it each. */
const further = ({ recording, random }: Place, n: number): Omit<App, 'key'> => {
  const agency = recording[n % recording.length] as DemoAgency
  const round = Math.floor(n / recording.length)
  const chance = random('further', n)
  if (n % 11 === 4)
    return { agency, name: chance.pick(boughtSystems), origin: n % 2 === 0 ? 'langganan' : 'siap_pakai' }
  const topic = commonSystems[(n + round) % commonSystems.length] ?? commonSystems[0]
  const part = round < commonSystems.length ? '' : ` Bidang ${1 + Math.floor(round / commonSystems.length)}`
  return { agency, name: `${topic} ${agency.short}${part}`, origin: n % 13 === 7 ? 'provinsi' : 'daerah' }
}

export const appsOf = (place: Place): readonly App[] => {
  const known = place.recording.flatMap(named)
  const more = Math.max(0, place.sizes.applications - known.length)
  return [...known, ...Array.from({ length: more }, (_unused, n) => further(place, n))].map((app, n) => ({
    ...app,
    key: `app-${n + 1}`,
  }))
}

const licenceOf = (chance: Random, { origin, agency }: App) => {
  if (origin === 'pusat' || origin === 'provinsi') return chance.maybe(agency.care, 'berbayar')
  if (origin === 'langganan' || origin === 'siap_pakai')
    return chance.answer(agency.care, 'berbayar', 'tanpa')
  return chance.chance(0.12) ? ('terbuka' as const) : chance.answer(agency.care, 'pemda', 'tanpa')
}

const legal = (chance: Random, app: App, day: string) => {
  const { care } = app.agency
  const licence = licenceOf(chance, app)
  const isMade = app.origin === 'daerah'
  const copyright = isMade ? chance.answer(care, 'pemda', 'lain') : null
  return {
    licence,
    licenceProof:
      licence === 'berbayar' || licence === 'terbuka' ? chance.maybe(care, `Lisensi ${app.name}`) : null,
    licenceUntil:
      licence === 'berbayar' && !isMade ? chance.maybe(0.4, ago(day, chance.int(-500, 60))) : null,
    copyright,
    copyrightProof: copyright === 'pemda' ? chance.maybe(care * 0.6, 'Pasal hak cipta dalam kontrak') : null,
    stored: isMade ? chance.answer(care * 0.8, 'ada', 'tidak') : null,
  }
}

const papers = (chance: Random, { origin, agency }: App) => {
  if (origin === 'pusat' || origin === 'provinsi') return {}
  if (origin !== 'daerah')
    return {
      ...chance.answers(agency.care, ['docManual', 'docTechnical'], 'ada', null),
      docNeeds: chance.maybe(agency.care, 'tidak_tersedia'),
      docDesign: chance.maybe(agency.care, 'tidak_tersedia'),
      docSource: chance.maybe(agency.care, 'tidak_tersedia'),
      docReason: chance.maybe(agency.care, 'Piranti lunak jadi; pembuatnya tidak memberikannya'),
    }
  return chance.answers(agency.care, applicationDocuments, 'ada', 'tidak')
}

const bought = (chance: Random, { origin, agency }: App, since: number) => {
  if (origin !== 'daerah' || !chance.chance(agency.care * 0.7)) return {}
  const value = chance.int(15, 180) * 1_000_000
  return {
    budgetYear: since,
    contract: `${chance.int(1, 90)}/SPK/${agency.short}/${since}`,
    vendor: chance.pick(['CV Cipta Karya Digital (contoh)', 'PT Solusi Kota Cerdas (contoh)']),
    value,
    handoverDate: `${since}-12-1${chance.int(0, 9)}`,
    assetValue: chance.maybe(0.6, value),
    intangible: chance.maybe(0.7, true),
  }
}

const built = (chance: Random, { origin, agency }: App) =>
  origin !== 'daerah'
    ? {}
    : {
        basedOn: chance.pick(['web', 'web', 'web', 'mobile', 'desktop']),
        language: chance.maybe(agency.care, chance.pick(['PHP', 'PHP', 'JavaScript', 'Java'])),
        framework: chance.maybe(agency.care * 0.7, chance.pick(['Laravel', 'CodeIgniter', 'Yii'])),
        database: chance.maybe(agency.care, chance.pick(['MySQL', 'PostgreSQL', 'SQL Server'])),
        developer: chance.maybe(0.5, chance.pick(['Bidang Aptika', 'Penyedia'])),
        operator: chance.maybe(0.5, agency.short),
      }

/** Before and after the regulation (2017), and some of which nobody knows when. */
const history = (chance: Random, { origin, agency }: App, day: string) => {
  const isCoordinated = origin === 'daerah' && chance.chance(agency.care * 0.8)
  const since = chance.int(2012, yearOf(day) - 1)
  const on = `${since}-0${chance.int(1, 9)}-1${chance.int(0, 9)}`
  return {
    year: since,
    values: {
      since: chance.maybe(0.4 + agency.care * 0.55, String(since)),
      developedOn: origin === 'daerah' ? chance.maybe(0.3 + agency.care * 0.6, String(since - 1)) : null,
      coordinatedOn: isCoordinated ? on : null,
      coordinatedIn: isCoordinated ? letter(chance, 'Diskominfo', on) : null,
      testedOn: chance.maybe(agency.care * 0.5, ago(day, chance.int(60, 900))),
    },
  }
}

const useOf = (chance: Random, day: string) => {
  const use = chance.pick(['aktif', 'aktif', 'aktif', 'aktif', 'terbatas', 'tidak'])
  return {
    use,
    unusedSince: use === 'tidak' ? ago(day, chance.int(100, 1500)).slice(0, 4) : null,
    plan: use === 'tidak' ? ('hentikan' as const) : chance.maybe(0.6, 'lanjut'),
  }
}

const purposes = [
  'Mendukung pelayanan kepada masyarakat',
  'Mendukung administrasi perkantoran',
  'Mendukung pengelolaan data OPD',
  'Mendukung pelaporan kinerja',
]

const valuesOf = ({ day, random }: Place, app: App) => {
  const { key, agency, name, origin } = app
  const { care } = agency
  const chance = random('application', key)
  const isMade = origin === 'daerah'
  const { year, values } = history(chance, app, day)
  const related = chance.maybe(0.3, 'Portal Satu Data')
  return {
    name,
    opd: ref('opd', agency.key),
    origin,
    kind: isMade ? chance.answer(care, 'khusus', 'umum') : 'umum',
    ...useOf(chance, day),
    purpose: chance.maybe(care, chance.pick(purposes)),
    forInternal: chance.maybe(0.7, true),
    forPublic: chance.answer(care, chance.chance(0.4), null),
    transacts: chance.answer(care, chance.chance(0.3), null),
    forAll: agency.key === lead && isMade ? true : null,
    provider: agency.key === lead && isMade ? ref('opd', lead) : null,
    ...values,
    ...bought(chance, app, year),
    ...papers(chance, app),
    ...legal(chance, app, day),
    tested: chance.answer(care, 'lulus', 'tidak'),
    related,
    integrated: related === null ? null : chance.answer(care, chance.pick(['sudah', 'bisa']), 'tidak'),
    secured: chance.answer(care, 'memenuhi', 'tidak'),
    risk: chance.maybe(care * 0.7, chance.pick(['rendah', 'sedang', 'tinggi'])),
    accessMatrix: chance.answer(care, 'ada', 'tidak'),
    place:
      origin === 'pusat'
        ? ('pusat' as const)
        : chance.answer(care, 'diskominfo', chance.pick(['opd', 'sewa'])),
    ...built(chance, app),
  }
}

export const applicationRows = (place: Place, apps: readonly App[]): Register =>
  register(
    'application',
    apps.map((app) => ({ key: app.key, values: valuesOf(place, app) })),
  )
