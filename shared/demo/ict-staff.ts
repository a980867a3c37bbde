import { ago, ahead } from './days.ts'
import { letter } from './papers.ts'
import type { Person } from './people.ts'
import { lead, type Place } from './place.ts'
import { numbered, type Register, ref, register } from './rows.ts'

const duties = [
  'Admin sistem',
  'Pengelola jaringan',
  'Pengelola data',
  'Pengembang aplikasi',
  'Operator aplikasi',
] as const
const skills = [
  'Jaringan komputer',
  'Pemrograman web',
  'Basis data',
  'Keamanan informasi',
  'Perkantoran digital',
] as const
const courses = [
  ['Bimbingan Teknis Satu Data', false],
  ['Pelatihan Administrator Jaringan', false],
  ['Pelatihan Keamanan Informasi Dasar', true],
  ['Sosialisasi Tanda Tangan Elektronik', false],
  ['Pendidikan Keamanan Siber Pemerintah Daerah', true],
] as const

const technical = (people: readonly Person[]) =>
  people.filter(({ duty, agency }) => duty === 'technical' && agency.runsSystems && agency.care > 0)

export const ictStaffRows = ({ random, year }: Place, people: readonly Person[]): Register =>
  register(
    'ictStaff',
    technical(people).map(({ key, agency }, n) => {
      const chance = random('ictStaff', key)
      const standard = chance.maybe(agency.care * 0.6, 'Pranata Komputer Ahli Pertama')
      return {
        key,
        values: {
          person: ref('person', key),
          opd: ref('opd', agency.key),
          duty: duties[n % duties.length] ?? duties[0],
          competence: chance.maybe(agency.care, chance.pick(skills)),
          standard,
          fits: standard === null ? null : chance.answer(agency.care, true, false),
          security: agency.key === lead && n % 2 === 0 ? true : chance.answer(agency.care * 0.6, true, false),
          transacts: chance.answer(agency.care, chance.chance(0.4), null),
          from: String(chance.int(2015, year - 2)),
        },
      }
    }),
  )

export const trainingRows = ({ day, random }: Place, people: readonly Person[]): Register =>
  register(
    'training',
    technical(people).flatMap(({ key, agency }) => {
      const chance = random('training', key)
      return Array.from({ length: chance.int(0, Math.round(agency.care * 3)) }, (_unused, n) => {
        const [name, security] = chance.pick(courses)
        const on = ago(day, chance.int(20, 1100))
        return {
          key: `${key}-${n + 1}`,
          values: {
            person: ref('person', key),
            opd: ref('opd', agency.key),
            name,
            kind: security ? chance.pick(['didik', 'latih', 'sertifikasi']) : 'latih',
            security: security ? true : chance.maybe(agency.care, false),
            on: chance.chance(0.8) ? on : on.slice(0, 7),
            hours: chance.maybe(0.8, chance.int(1, 5) * 8),
            certificate: chance.maybe(0.6, `SERT/${chance.int(100, 999)}/${on.slice(0, 4)}`),
            validUntil: security ? chance.maybe(0.5, ahead(on, 1095)) : null,
          },
        }
      })
    }),
  )

/** Few: one that is in order, one whose successor nobody named, one whose successor is not competent. */
export const staffMoveRows = ({ day, random }: Place, people: readonly Person[]): Register => {
  const able = technical(people).filter(({ agency }) => agency.key !== lead)
  const pairs = able.flatMap((one, n) => {
    const next = able[n + 1]
    return next?.agency.key === one.agency.key ? [[one, next] as const] : []
  })
  const chance = random('staffMove')
  const rows = chance
    .shuffled(pairs)
    .slice(0, 5)
    .map(([left, next], n) => {
      const effective = ago(day, 40 + 35 * n)
      const known = n !== 1
      return {
        person: ref('person', left.key),
        opd: ref('opd', left.agency.key),
        kind: n % 2 === 0 ? ('mutasi' as const) : ('promosi' as const),
        effective,
        known: ago(effective, chance.int(3, 30)),
        systems: chance.maybe(0.7, 'Aplikasi yang dikelola pada tugas sebelumnya'),
        successor: known ? ref('person', next.key) : null,
        competent: known ? n !== 2 : null,
        letter: n === 2 ? null : chance.maybe(0.8, letter(chance, left.agency.short, effective)),
        letterDate: n === 0 ? effective : null,
        handedOver: n === 0 ? ahead(effective, 5) : null,
      }
    })
  return register('staffMove', numbered('move', rows))
}
