import { components, stages } from '../records/common.ts'
import { ago } from './days.ts'
import { letter } from './papers.ts'
import { lead, type Place } from './place.ts'
import { numbered, type Register, ref, register } from './rows.ts'

export const organisationRows = ({ year }: Place): Register => {
  const decree = {
    decree: `112/KPTS/DISKOMINFO/${year - 1}`,
    decreeDate: `${year - 1}-02-17`,
    from: String(year - 1),
  }
  const element = ['tim_kebijakan', 'komite', 'tim_teknis'] as const
  const names = ['Tim Kebijakan TIK Kota', 'Komite TIK', 'Tim Pelaksana Teknis TIK']
  return register(
    'organisation',
    numbered('element', [
      ...element.map((one, n) => ({
        element: one,
        name: names[n] ?? '',
        ...(n === 1 ? {} : decree),
        members:
          n === 0
            ? 'Ketua: Sekretaris Daerah; Sekretaris: Kepala Diskominfo; Anggota: Kepala Bappeda, Kepala BPKAD'
            : null,
      })),
      { element: 'pengelola', name: 'Dinas Komunikasi dan Informatika', opd: ref('opd', lead), ...decree },
      { element: 'pemilik', name: 'Dinas Kesehatan', opd: ref('opd', 'dinkes') },
      {
        element: 'tim_penyusun',
        name: 'Tim Penyusun Rencana Induk',
        opd: ref('opd', 'bappeda'),
        decree: `87/KPTS/BAPPEDA/${year - 3}`,
        decreeDate: `${year - 3}-05-04`,
        until: `${year - 2}-12-31`,
      },
    ]),
  )
}

const cityPolicies = ({ year }: Place) => {
  const inForce = { state: 'berlaku' as const, binds: 'Semua OPD' }
  const ofLead = { ...inForce, opd: ref('opd', lead) }
  return [
    {
      title: 'Penyelenggaraan Sistem Elektronik di Pemerintahan Kota Prabumulih',
      form: 'perwal' as const,
      number: '64/2017',
      on: '2017-12-21',
      topic: 'umum' as const,
      ...inForce,
    },
    {
      title: `Standar Harga Satuan ${year}`,
      form: 'keputusan' as const,
      number: `301/KPTS/BPKAD/${year - 1}`,
      on: `${year - 1}-08-12`,
      topic: 'harga' as const,
      opd: ref('opd', 'bpkad'),
      ...inForce,
    },
    {
      title: 'Ketentuan Teknis Metadata',
      form: 'lain' as const,
      number: `SE-4/DISKOMINFO/${year - 1}`,
      on: `${year - 1}-03-10`,
      topic: 'metadata' as const,
      sentOn: `${year - 1}-03-12`,
      sentIn: 'Tanda terima surat edaran',
      ...ofLead,
    },
    {
      title: 'Tata Cara Izin Pengembangan TIK',
      form: 'sop' as const,
      number: 'SOP-11/DISKOMINFO/2023',
      on: '2023',
      topic: 'izin' as const,
      process: 'Izin pengembangan aplikasi',
      sentOn: '2023-04-03',
      carriedOut: true,
      ...ofLead,
    },
    {
      title: 'Pengamanan Informasi',
      form: 'lain' as const,
      topic: 'pengamanan' as const,
      state: 'rancangan' as const,
      opd: ref('opd', lead),
    },
    {
      title: 'Sistem Terintegrasi',
      form: 'perwal' as const,
      topic: 'integrasi' as const,
      state: 'rancangan' as const,
    },
  ]
}

const procedures = ['Pengelolaan akun aplikasi', 'Pemutakhiran data', 'Salinan data', 'Penanganan gangguan']

export const policyRows = (place: Place): Register =>
  register('policy', [
    ...numbered<'policy'>('city', cityPolicies(place)),
    ...place.recording.flatMap(({ key, care, short }) => {
      const chance = place.random('policy', key)
      const rows = chance
        .shuffled(procedures)
        .slice(0, chance.int(0, Math.round(care * 4)))
        .map((process) => {
          const on = String(chance.int(2018, place.year - 1))
          const carriedOut = chance.answer(care, true, false)
          return {
            title: `${process} ${short}`,
            form: chance.pick(['sop', 'sop', 'ik']),
            number: chance.maybe(care, `SOP-${chance.int(1, 40)}/${short}/${on}`),
            on,
            opd: ref('opd', key),
            state: chance.chance(0.9) ? ('berlaku' as const) : ('dicabut' as const),
            process,
            version: '1.0',
            carriedOut,
            proof: carriedOut === true ? chance.maybe(care, 'Lembar periksa bulanan') : null,
          }
        })
      return numbered<'policy'>(key, rows)
    }),
  ])

const cells = Object.keys(components).flatMap((component) =>
  Object.keys(stages).map((stage) => ({
    component: component as keyof typeof components,
    stage: stage as keyof typeof stages,
  })),
)

export const stageCellRows = ({ day, random }: Place): Register =>
  register(
    'stageCell',
    cells.map(({ component, stage }) => {
      const chance = random('cell', component, stage)
      const what = `${stages[stage]} ${components[component].toLowerCase()}`
      return {
        key: `${component}-${stage}`,
        values: {
          component,
          stage,
          done: chance.maybe(0.7, `${what}: dikerjakan pada OPD utama`),
          gap: chance.maybe(0.6, `${what}: belum merata di kecamatan`),
          reviewedAfter: stage === 'monev' ? chance.maybe(0.5, ago(day, 200)) : null,
          on: chance.maybe(0.8, ago(day, 90)),
        },
      }
    }),
  )

/** Some with the paper that adopted them; without it nothing is judged by them. */
export const settledRows = ({ day, year, random }: Place): Register => {
  const chance = random('settled')
  const on = ago(day, 260)
  const adopted = () => ({ paper: letter(chance, 'Diskominfo', on), on })
  return register(
    'settled',
    numbered('period', [
      { subject: 'laporan_monev', amount: 6, unit: 'bulan', ...adopted() },
      { subject: 'monev_opd', amount: 12, unit: 'bulan', ...adopted() },
      { subject: 'kompetensi', amount: 2, unit: 'tahun', ...adopted() },
      { subject: 'berbagi_data', amount: 14, unit: 'hari_kerja', ...adopted() },
      { subject: 'pernyataan_keamanan', amount: 1, unit: 'tahun', note: `Menunggu surat edaran ${year}` },
      { subject: 'pembinaan_situs', amount: 1, unit: 'tahun' },
      { subject: 'lapor_insiden', amount: 24, unit: 'jam', note: 'Masih dibahas' },
    ]),
  )
}
