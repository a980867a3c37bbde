import { ownedBy } from '../compliance/facts.ts'
import { declaredRegisters } from '../records/organisation.ts'
import { ago } from './days.ts'
import { letter } from './papers.ts'
import type { Place } from './place.ts'
import { numbered, type Ref, type Register, ref, register } from './rows.ts'

type Declared = keyof typeof declaredRegisters & keyof typeof ownedBy
const names = (Object.keys(declaredRegisters) as Declared[]).filter((type) => type in ownedBy)

const ownersIn = (rows: readonly Register[], type: Declared): ReadonlySet<string> =>
  new Set(
    rows
      .filter((one) => one.type === type)
      .flatMap((one) => one.rows.map(({ values }) => (values[ownedBy[type]] as Ref | undefined)?.key ?? '')),
  )

/** Nothing is said to be whole that OPD has not recorded, and nothing to be nil that it has. */
export const declarationRows = ({ agencies, day, random }: Place, rows: readonly Register[]): Register => {
  const owners = new Map(names.map((type) => [type, ownersIn(rows, type)]))
  return register(
    'declaration',
    agencies
      .filter(({ care }) => care > 0)
      .flatMap(({ key, care, short, runsSystems }) =>
        names
          .filter((type) => random('declares', key, type).chance(runsSystems ? care * 0.45 : 0.6))
          .map((type) => {
            const chance = random('declaration', key, type)
            const asOf = ago(day, chance.int(20, 300))
            const hasPaper = chance.chance(care)
            return {
              key: `${key}-${type}`,
              values: {
                opd: ref('opd', key),
                register: type,
                state: owners.get(type)?.has(key) === true ? ('lengkap' as const) : ('nihil' as const),
                asOf,
                decidedBy: chance.maybe(0.8, `Kepala ${short}`),
                decidedOn: hasPaper ? asOf : null,
                decidedIn: hasPaper ? letter(chance, short, asOf) : null,
              },
            }
          }),
      ),
  )
}

const answers = [
  ['PBM-7(2)', 'terpenuhi', 'Kebijakan strategis dirujuk dalam Renstra', true],
  ['PBM-7(2)', 'sebagian', 'Renstra belum menyebut rencana induk', false],
  ['PBM-17(3)', 'terpenuhi', 'Informasi dijawab dalam satu hari kerja', true],
  ['PBM-17(3)', 'belum', 'Belum ada waktu tanggap yang ditetapkan', false],
  ['PBM-15(5)-1', 'tidak_berlaku', 'Tidak ada insiden pada masa itu', true],
  ['PBM-15(5)-1', 'terpenuhi', 'Situs diamankan pada hari yang sama', true],
  ['PBM-8(3)-2', 'sebagian', 'Sebagian ketentuan metadata dijalankan', false],
  ['PBM-8(3)-2', 'terpenuhi', 'Ketentuan metadata dijalankan', true],
] as const

export const assessmentRows = ({ day, random, recording }: Place): Register =>
  register(
    'assessment',
    recording.flatMap(({ key, care }) => {
      const chance = random('assessment', key)
      const chosen = chance.shuffled(answers).slice(0, chance.int(0, Math.round(care * 3)))
      const once = chosen.filter(([id], n) => chosen.findIndex(([other]) => other === id) === n)
      return numbered<'assessment'>(
        key,
        once.map(([obligation, state, words, hasPaper]) => {
          const on = ago(day, chance.int(15, 250))
          return {
            opd: ref('opd', key),
            obligation,
            state,
            words,
            on,
            decidedBy: hasPaper ? 'Kabid Aptika Diskominfo' : null,
            decidedOn: hasPaper ? on : null,
            decidedIn: hasPaper ? letter(chance, 'Diskominfo', on) : null,
          }
        }),
      )
    }),
  )
