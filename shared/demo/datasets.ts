import type { App } from './applications.ts'
import { commonColumns, commonDatasets, knownOf } from './catalogue.ts'
import { ago, ahead } from './days.ts'
import { letter } from './papers.ts'
import { type DemoAgency, lead, type Place } from './place.ts'
import type { Random } from './random.ts'
import { numbered, type Register, ref, register } from './rows.ts'

export type Data = {
  readonly key: string
  readonly agency: DemoAgency
  readonly name: string
  readonly columns: string
}

const named = (agency: DemoAgency): Data[] =>
  knownOf(agency.key).datasets.map((text, n) => {
    const [name = '', columns = ''] = text.split(': ')
    return { key: `${agency.key}-${n + 1}`, agency, name, columns }
  })

const ways = [
  'per Bulan',
  'per Triwulan',
  'per Tahun',
  'per Kelurahan',
  'per Kecamatan',
  'menurut Jenis Kelamin',
  'menurut Umur',
  'menurut Bidang',
]

/** Seldom four alike: datasets that share so many are looked into as the same data. */
const columnsOf = (chance: Random): string =>
  chance.shuffled(commonColumns).slice(0, chance.int(3, 4)).join(', ')

const further = ({ recording, random }: Place, n: number): Data => {
  const agency = recording[n % recording.length] as DemoAgency
  const round = Math.floor(n / recording.length)
  const topic = commonDatasets[(round + n) % commonDatasets.length] ?? commonDatasets[0]
  const way =
    round < commonDatasets.length ? '' : ` ${ways[Math.floor(round / commonDatasets.length) % ways.length]}`
  return {
    key: `further-${n + 1}`,
    agency,
    name: `${topic} ${agency.short}${way}`,
    columns: columnsOf(random('columns', n)),
  }
}

export const datasetsOf = (place: Place): readonly Data[] => {
  const known = place.recording.flatMap(named)
  const more = Math.max(0, place.sizes.datasets - known.length)
  return [...known, ...Array.from({ length: more }, (_unused, n) => further(place, n))]
}

const rhythms = { bulanan: 31, triwulan: 92, semester: 183, tahunan: 365 } as const
type Rhythm = keyof typeof rhythms

const freshness = (chance: Random, care: number, day: string) => {
  const every = chance.pick(Object.keys(rhythms) as Rhythm[])
  const isFresh = chance.chance(0.35 + care * 0.65)
  const age = isFresh ? chance.int(1, rhythms[every] - 4) : rhythms[every] + chance.int(40, 700)
  return {
    every: chance.maybe(0.3 + care * 0.7, every),
    updated: chance.maybe(0.3 + care * 0.7, ago(day, age)),
    ...chance.answers(care, ['accuracy', 'wholeness'], 'baik', 'kurang'),
    judgedOn: chance.maybe(care * 0.6, ago(day, chance.int(10, 300))),
  }
}

const secrecy = (chance: Random, { agency, columns }: Data, day: string) => {
  const personal = /NIK|NIP|NISN|NUPTK|rekam medis/.test(columns)
  const status = chance.maybe(
    0.3 + agency.care * 0.65,
    personal ? ('terbatas' as const) : ('terbuka' as const),
  )
  const on = ago(day, chance.int(30, 600))
  const hasPaper = status !== null && chance.chance(agency.care)
  return {
    personal,
    status,
    statusBasis: personal && status !== null ? 'UU 27/2022' : null,
    decidedBy: status === null ? null : chance.maybe(agency.care, `Kepala ${agency.short}`),
    decidedOn: hasPaper ? on : null,
    decidedIn: hasPaper ? letter(chance, agency.short, on) : null,
  }
}

const whereabouts = (chance: Random, { agency }: Data, day: string) => {
  const place = chance.answer(
    agency.care,
    'diskominfo' as const,
    chance.pick(['opd', 'sewa', 'lain', 'pusat']),
  )
  const isElsewhere = place === 'opd' || place === 'sewa'
  const on = ago(day, chance.int(30, 900))
  return {
    place,
    placeBasis: place === 'pusat' ? chance.maybe(0.6, 'Surat kementerian') : null,
    coordinatedOn: isElsewhere ? chance.maybe(0.5, on) : null,
  }
}

export const datasetRows = (place: Place, all: readonly Data[], apps: readonly App[]): Register => {
  const first = new Map(apps.map((app) => [app.agency.key, app.key] as const).reverse())
  return register(
    'dataset',
    all.map((one) => {
      const { agency, name, columns } = one
      const chance = place.random('dataset', one.key)
      const app = first.get(agency.key)
      return {
        key: one.key,
        values: {
          name,
          opd: ref('opd', agency.key),
          about: chance.maybe(0.5, `Memuat ${columns}.`),
          keywords: chance.maybe(0.5, name.toLowerCase()),
          columns: chance.chance(0.3 + agency.care * 0.7) || !one.key.startsWith('further') ? columns : null,
          application: app === undefined ? null : chance.maybe(0.4, ref('application', app)),
          ...secrecy(chance, one, place.day),
          ...freshness(chance, agency.care, place.day),
          ...whereabouts(chance, one, place.day),
          metadata: chance.answer(agency.care, 'sesuai', 'tidak'),
          metadataOn: chance.maybe(agency.care * 0.5, ago(place.day, chance.int(10, 400))),
          concept: chance.maybe(agency.care * 0.4, name),
          unit: chance.maybe(agency.care * 0.3, chance.pick(['orang', 'unit', 'kejadian', 'rupiah'])),
        },
      }
    }),
  )
}

const refusal = {
  opinionOwner: 'menerima',
  opinionAsker: 'tidak',
  opinionDiskominfo: 'tidak',
} as const

/** Given, in part, refused by law, refused without a reason that all accept, and not answered. */
export const dataRequestRows = ({ day, random }: Place): Register => {
  const chance = random('dataRequest')
  const asked = (days: number) => {
    const on = ago(day, days)
    return { asked: on, letter: letter(chance, 'Bappeda', on) }
  }
  const asker = ref('opd', 'bappeda')
  const of = (owner: string, n: number) => ({
    owner: ref('opd', owner),
    dataset: ref('dataset', `${owner}-${n}`),
  })
  return register(
    'dataRequest',
    numbered('request', [
      {
        ...of('disdukcapil', 1),
        asker,
        purpose: 'Penyusunan indikator RPJMD',
        ...asked(200),
        answer: 'diberikan',
        answered: ago(day, 192),
        channel: 'API Portal Satu Data',
      },
      {
        ...of('dinkes', 2),
        asker: ref('opd', 'dppkbpppa'),
        purpose: 'Percepatan penurunan stunting',
        ...asked(120),
        answer: 'sebagian',
        answered: ago(day, 101),
        reason: 'NIK balita tidak diberikan',
      },
      {
        ...of('rsud', 1),
        asker,
        purpose: 'Kajian layanan kesehatan',
        ...asked(90),
        answer: 'ditolak',
        answered: ago(day, 80),
        reason: 'Memuat data pribadi tanpa dasar pemrosesan',
        lawful: true,
        decidedBy: 'Direktur RSUD',
        decidedIn: letter(chance, 'RSUD', ago(day, 80)),
      },
      {
        ...of('bpkad', 1),
        asker,
        purpose: 'Inventarisasi aset untuk tata ruang',
        ...asked(70),
        answer: 'ditolak',
        answered: ago(day, 60),
        reason: 'Data sedang diperiksa',
        lawful: false,
        ...refusal,
        opinionsIn: letter(chance, 'Diskominfo', ago(day, 50)),
      },
      {
        ...of('dinsos', 1),
        asker: ref('opd', 'disdukcapil'),
        purpose: 'Pemadanan NIK penerima bantuan',
        ...asked(65),
      },
      { ...of('bkpsdm', 1), asker: ref('opd', lead), purpose: 'Akun tanda tangan elektronik', ...asked(4) },
    ]),
  )
}

/** One that was settled after both were heard, one that is only a guess, one that was said to be none. */
export const datasetTwinRows = ({ day, random }: Place): Register => {
  const chance = random('datasetTwin')
  const data = (key: string) => ref('dataset', key)
  const on = ago(day, 45)
  return register(
    'datasetTwin',
    numbered('twin', [
      {
        first: data('dinsos-1'),
        second: data('dppkbpppa-1'),
        why: 'Nama mirip; lima kolom sama: NIK, nama kepala keluarga, alamat, kelurahan, desil',
        state: 'sejenis',
        heard: true,
        keeper: ref('opd', 'dinsos'),
        decidedBy: 'Kepala Bappeda selaku koordinator Forum Satu Data',
        decidedOn: on,
        decidedIn: letter(chance, 'Bappeda', on),
      },
      {
        first: data('dinkes-2'),
        second: data('dppkbpppa-2'),
        why: 'Sama-sama memuat balita dan kelurahan',
      },
      {
        first: data('disdukcapil-1'),
        second: data('bappeda-2'),
        why: 'Sama-sama memuat jumlah per tahun',
        state: 'bukan',
        heard: true,
        decidedBy: 'Kabid Statistik Diskominfo',
        decidedOn: ahead(on, 3),
      },
    ]),
  )
}
