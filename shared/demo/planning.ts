import type { App } from './applications.ts'
import { ago, ahead } from './days.ts'
import { letter, minutes } from './papers.ts'
import { type DemoAgency, lead, type Place } from './place.ts'
import type { Random } from './random.ts'
import { numbered, type Register, ref, register } from './rows.ts'

export const masterplanRows = ({ day, year, random }: Place): Register => {
  const chance = random('masterplan')
  const decided = `${year - 2}-11-18`
  const goals = 'a' as const
  return register(
    'masterplan',
    numbered('plan', [
      {
        title: `Rencana Induk TIK Kota Prabumulih ${year - 1}–${year + 3}`,
        from: String(year - 1),
        until: String(year + 3),
        author: 'diskominfo',
        decree: `${chance.int(150, 480)}/KPTS/DISKOMINFO/${year - 2}`,
        decreeDate: decided,
        signer: 'Walikota Prabumulih',
        aligned: `RPJPD 2005–2045; RPJMD ${year - 1}–${year + 3}`,
        reviewed: ago(day, 160),
        reviewPaper: minutes(chance, 'Bappeda', ago(day, 160)),
        goals,
      },
      {
        title: `Masterplan E-Government Kota Prabumulih ${year - 6}–${year - 2}`,
        from: String(year - 6),
        until: String(year - 2),
        author: 'lain',
        goals,
      },
    ]),
  )
}

const wants = [
  ['Pengembangan aplikasi layanan', 'Penyelenggaraan layanan utama'],
  ['Pengadaan komputer pelayanan', 'Dukungan pelayanan loket'],
  ['Penambahan bandwidth', 'Dukungan kerja kantor'],
  ['Pelatihan pengelola data', 'Pengelolaan data sektoral'],
  ['Integrasi dengan Portal Satu Data', 'Berbagi data antar-OPD'],
] as const
const qualities = ['specific', 'measurable', 'realistic', 'fitting'] as const

const needOf = ({ day, year }: Place, { key, care, short }: DemoAgency, chance: Random, n: number) => {
  const [title, duty] = wants[n % wants.length] ?? wants[0]
  const asked = ago(day, 95)
  const due = ahead(asked, 30)
  const sent = chance.answer(care, ago(due, chance.int(1, 20)), null)
  const isCoordinated = chance.chance(care * 0.6)
  return {
    title: `${title} ${short}`,
    opd: ref('opd', key),
    duty,
    target: chance.maybe(care, '1 paket, selesai pada triwulan III'),
    year: year + 1,
    ceiling: chance.maybe(0.3 + care * 0.6, chance.int(10, 250) * 1_000_000),
    asked,
    due,
    sent,
    ...(sent === null ? {} : chance.answers(care, qualities, 'ya', 'tidak')),
    coordinatedOn: isCoordinated ? ahead(due, 12) : null,
    coordinatedIn: isCoordinated ? minutes(chance, 'Diskominfo', due) : null,
  }
}

/** Two OPDs say that they need nothing; those without any records were not asked. */
export const ictNeedRows = (place: Place): Register => {
  const { agencies, day, random } = place
  return register(
    'ictNeed',
    agencies
      .filter(({ care }) => care > 0)
      .flatMap((one, n) => {
        const chance = random('need', one.key)
        if (one.runsSystems)
          return numbered<'ictNeed'>(
            one.key,
            Array.from({ length: chance.int(1, 3) }, (_unused, at) => needOf(place, one, chance, n + at)),
          )
        const sent = ago(day, 70)
        const none = {
          title: 'Nihil',
          opd: ref('opd', one.key),
          none: true,
          asked: ago(day, 95),
          due: ago(day, 65),
          sent,
        }
        return numbered<'ictNeed'>(one.key, [none])
      }),
  )
}

const buys = [
  'Jasa pengembangan aplikasi',
  'Belanja komputer',
  'Langganan internet',
  'Pemeliharaan perangkat',
  'Lisensi perangkat lunak',
]

const spendingOf = ({ day, year }: Place, { key, care, short }: DemoAgency, chance: Random, n: number) => {
  const spent = chance.chance(0.7) ? year : year - 1
  const last = spent === year ? day : `${spent}-11-30`
  const on = ago(last, chance.int(5, 200))
  const isCoordinated = chance.chance(care * 0.75)
  return {
    title: `${chance.pick(buys)} ${short}`,
    opd: ref('opd', key),
    year: spent,
    value: chance.maybe(0.4 + care * 0.6, chance.int(5, 190) * 1_000_000),
    on: chance.maybe(care, on),
    accountable: chance.maybe(care * 0.8, `Kepala ${short}`),
    initiative: chance.maybe(care * 0.8, `I-${(n % 14) + 1}`),
    yearPaper: chance.maybe(care * 0.6, `RKPD ${spent}`),
    workPlan: chance.maybe(care * 0.7, `Renja ${short} ${spent}`),
    coordinatedOn: isCoordinated ? ago(on, chance.int(-8, 60)) : null,
    coordinatedIn: isCoordinated ? letter(chance, 'Diskominfo', on) : null,
    involved: isCoordinated ? chance.maybe(0.6, 'Daftar hadir rapat') : null,
  }
}

export const ictSpendingRows = (place: Place): Register =>
  register(
    'ictSpending',
    place.recording.flatMap((one, n) => {
      const chance = place.random('spending', one.key)
      const spent = Array.from({ length: chance.int(1, 3) }, (_unused, at) =>
        spendingOf(place, one, chance, n + at),
      )
      return numbered<'ictSpending'>(one.key, spent)
    }),
  )

const adjustments = [
  'Aplikasi terhadap Pasal 11',
  'Situs terhadap Pasal 12',
  'Layanan publik terhadap Pasal 17',
]

export const transitionRows = ({ random, recording }: Place): Register =>
  register(
    'transition',
    recording
      .filter(({ key, care }) => random('adjusted', key).chance(care * 0.7))
      .flatMap(({ key, care, short }) => {
        const chance = random('transition', key)
        const rows = adjustments.slice(0, chance.int(1, 3)).map((subject) => {
          const state = chance.answer(care, 'sesuai', 'belum')
          const hasPaper = state === 'sesuai' && chance.chance(care)
          return {
            subject,
            opd: ref('opd', key),
            state,
            proof: hasPaper ? 'Laporan penyesuaian' : null,
            decidedIn: hasPaper ? letter(chance, short, '2019-11-20') : null,
          }
        })
        return numbered<'transition'>(key, rows)
      }),
  )

const permitOf = (day: string, { key, agency, name }: App, chance: Random) => {
  const issued = ago(day, chance.int(5, 1500))
  const answer = chance.pick(['diberikan', 'diberikan', 'bersyarat', 'ditolak'])
  const kind = chance.pick(['izin', 'rekomendasi', 'clearing', 'koordinasi'])
  return {
    subject: `Pengembangan ${name}`,
    opd: ref('opd', agency.key),
    kind,
    application: ref('application', key),
    inPlan: chance.answer(agency.care, chance.chance(0.5), null),
    number: chance.maybe(0.2 + agency.care * 0.75, letter(chance, 'Diskominfo', issued)),
    issued: chance.maybe(0.2 + agency.care * 0.75, issued),
    until: chance.maybe(0.4, ahead(issued, 730)),
    requested: chance.maybe(0.7, ago(issued, chance.int(5, 40))),
    answer,
    reason: answer === 'diberikan' ? null : 'Lengkapi dokumen desain dan rencana integrasi',
    form: kind === 'koordinasi' ? chance.pick(['surat', 'rapat', 'ba']) : null,
  }
}

/** One was given before the regulation held (22-12-2017): Pasal 20 ayat (2) lets it stand until it ends. */
export const permitRows = ({ day, random }: Place, apps: readonly App[]): Register =>
  register(
    'permit',
    numbered('permit', [
      {
        subject: 'Izin pembangunan jaringan serat optik',
        opd: ref('opd', lead),
        kind: 'izin',
        inPlan: false,
        number: '503/17/DISHUBKOMINFO/2016',
        issued: '2016-08-10',
        until: ahead(day, 55),
        answer: 'diberikan',
      },
      ...apps
        .filter(
          ({ key, origin, agency }) =>
            origin === 'daerah' && random('permitted', key).chance(agency.care * 0.4),
        )
        .map((app) => permitOf(day, app, random('permit', app.key))),
    ]),
  )
