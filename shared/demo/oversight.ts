import { ago } from './days.ts'
import { minutes } from './papers.ts'
import { lead, type Place } from './place.ts'
import { numbered, type Register, ref, register } from './rows.ts'

const cityWide = ({ day }: Place) => [
  { title: 'Rapat koordinasi TIK seluruh OPD', kind: 'koordinasi' as const, on: ago(day, 150), people: 42 },
  {
    title: 'Bimbingan penyusunan formulir anggaran TIK',
    kind: 'bimbingan' as const,
    on: ago(day, 70),
    people: 58,
  },
  { title: 'Pelatihan keamanan informasi', kind: 'diklat' as const, on: ago(day, 210), people: 35 },
  { title: 'Sertifikasi pranata komputer', kind: 'profesionalisme' as const, on: ago(day, 330), people: 6 },
  { title: 'Pembinaan pengelola situs OPD', kind: 'situs' as const, on: ago(day, 400), people: 30 },
]

/** Of an OPD: a report of its own, or an inspection of all or of some of its places. */
export const guidanceRows = (place: Place): Register => {
  const { day, random, recording } = place
  const inspected = recording
    .filter(({ key, care }) => random('inspected', key).chance(0.25 + care * 0.7))
    .map(({ key, care, short }) => {
      const chance = random('guidance', key)
      const on = ago(day, chance.chance(0.85) ? chance.int(8, 340) : chance.int(380, 700))
      const form = chance.pick(['laporan', 'pemeriksaan', 'pemeriksaan'])
      return {
        title: form === 'laporan' ? `Laporan penyelenggaraan SE ${short}` : `Pemeriksaan langsung ${short}`,
        kind: 'pengawasan' as const,
        on,
        opd: ref('opd', key),
        form,
        wholeArea: form === 'pemeriksaan' ? chance.answer(care, true, false) : null,
        result: chance.maybe(care, 'Dokumen aplikasi dilengkapi sebelum pemeriksaan berikutnya'),
        paper: chance.maybe(care, minutes(chance, 'Diskominfo', on)),
        independent: chance.answer(care, 'bukan', 'pengelola'),
      }
    })
  return register('guidance', numbered('guidance', [...cityWide(place), ...inspected]))
}

export const mayorReportRows = ({ day, year, random }: Place): Register => {
  const chance = random('mayorReport')
  const reports = [
    [`Semester I ${year}`, ago(day, 120), true],
    [`Semester II ${year - 1}`, ago(day, 310), true],
    [`Semester I ${year - 1}`, ago(day, 480), false],
  ] as const
  return register(
    'mayorReport',
    numbered(
      'report',
      reports.map(([period, on, isReceived]) => ({
        period,
        on,
        number: `B-${chance.int(100, 900)}/DISKOMINFO/${on.slice(0, 4)}`,
        signer: 'Plt. Kepala Dinas Komunikasi dan Informatika',
        received: isReceived ? 'Lembar disposisi Walikota' : null,
      })),
    ),
  )
}

const measures = [
  ['Layanan berbasis elektronik', 'efektivitas', '60%', '57%'],
  ['Waktu rata-rata penyelesaian layanan', 'efisiensi', '3 hari', '4 hari'],
  ['Dataset yang dibuka', 'transparansi', '25 dataset', '19 dataset'],
  ['Pengaduan yang ditindaklanjuti', 'akuntabilitas', '95%', '91%'],
] as const

export const indicatorRows = ({ year, random, recording }: Place): Register =>
  register(
    'indicator',
    recording
      .filter(({ key, care }) => key === lead || random('measured', key).chance(care * 0.6))
      .flatMap(({ key, care }) => {
        const chance = random('indicator', key)
        return [year - 1, year].flatMap((period) => {
          const [name, aim, target, reached] = chance.pick(measures)
          const values = {
            name,
            opd: ref('opd', key),
            period,
            aim,
            target: chance.maybe(0.3 + care * 0.65, target),
            reached: period < year ? chance.maybe(0.2 + care * 0.7, reached) : null,
            feedback: chance.maybe(care * 0.3, 'Target dinaikkan tahun berikutnya'),
          }
          return [{ key: `${key}-${period}`, values }]
        })
      }),
  )
