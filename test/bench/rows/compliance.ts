import { matrix } from '../../../electron/compliance/answers.ts'
import { Shelf } from '../../../electron/compliance/shelf.ts'
import { must, openCity } from '../../fixtures/city.ts'
import type { Row } from '../harness.ts'

const opds = 60
const applications = 2000
const datasets = 5000
const day = '2026-11-21'

const milliseconds = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const inOneCommit = 10
const known = '2026-04-30'
const morning = (on: string): number => Date.parse(`${on}T08:00:00+07:00`)

const makeBed = () => {
  const clock = { now: morning('2026-01-05') }
  const city = openCity(() => clock.now)
  const { store, command } = city
  const run = <T>(work: (tx: { create: (type: string, values: object) => string }) => T): T =>
    must(store.commit(command.actor, 'Ukur', work as never)) as unknown as T
  const ids: string[] = []
  const apps: string[] = []
  run((tx) => tx.create('workspace', { city: 'Kota', agency: 'Diskominfo', regulation: 'prabumulih' }))
  run((tx) => {
    for (let n = 0; n < opds; n += 1)
      ids.push(tx.create('opd', { code: `${n}`, name: `Dinas ${n}`, active: true }))
  })
  run((tx) => {
    for (let n = 0; n < applications; n += 1)
      apps.push(
        tx.create('application', {
          opd: ids[n % opds],
          name: `Aplikasi ${n}`,
          origin: n % 5 === 0 ? 'pusat' : 'daerah',
          since: '2020',
          docNeeds: 'ada',
          docSource: n % 3 === 0 ? 'tidak' : 'ada',
          licence: 'pemda',
        }),
      )
  })
  const sets: string[] = []
  run((tx) => {
    for (let n = 0; n < datasets; n += 1)
      sets.push(
        tx.create('dataset', {
          opd: ids[n % opds],
          name: `Dataset ${n}`,
          about: 'Data layanan menurut kelurahan dan bulan',
          every: 'tahunan',
          updated: n % 4 === 0 ? '2024-01-01' : '2026-02-01',
          place: 'diskominfo',
        }),
      )
  })
  return { city, apps, sets, clock }
}

/** Everything is changed once before the day that is asked for, and once after it: nothing stands as it did. */
const changeAll = ({ city, apps, sets, clock }: ReturnType<typeof makeBed>, on: string): void => {
  clock.now = morning(on)
  const { store, command } = city
  store.db.pragma('synchronous=OFF')
  const all = [
    ...apps.map((id) => ({ type: 'application', id, values: { docReason: on } })),
    ...sets.map((id) => ({ type: 'dataset', id, values: { concept: on } })),
  ]
  for (let n = 0; n < all.length; n += inOneCommit)
    must(
      store.commit(command.actor, 'Ubah', (tx) => {
        for (const { type, id, values } of all.slice(n, n + inOneCommit)) tx.update(type, id, values)
      }),
    )
}

/** The whole matrix of a large city from its records, and again after one edit. */
export const complianceRows = async (): Promise<(() => Row)[]> => {
  const bed = makeBed()
  const { city, apps } = bed
  for (const on of ['2026-03-10', '2026-06-10']) changeAll(bed, on)
  bed.clock.now = morning(day)
  const { reader } = city.query
  const rowsOnly = () => {
    for (const type of ['application', 'dataset']) reader.where(type as 'dataset', {})
  }
  const fresh = () => {
    const book = new Shelf(reader).book({ day, known: null })
    for (const opd of book.agencies) book.of(opd)
  }
  const asKnown = () => {
    const shelf = new Shelf(reader)
    shelf.book({ day, known: null })
    return milliseconds(() => {
      const book = shelf.book({ day: known, known })
      for (const opd of book.agencies) book.of(opd)
    })
  }
  let round = 0
  const afterEdit = () => {
    round += 1
    must(
      city.store.commit(city.command.actor, 'Ubah', (tx) =>
        tx.update('application', apps[round % apps.length] ?? '', {
          docReason: `putaran ${round}`,
        }),
      ),
    )
    return milliseconds(() => must(matrix(city.query, { day })))
  }
  must(matrix(city.query, { day }))
  return [
    () => ({
      name: `compliance: ${opds} OPDs, ${applications} applications, ${datasets} datasets, the whole matrix`,
      unit: 'ms',
      rounds: 7,
      warmUp: 2,
      ours: { label: 'ours', run: () => milliseconds(fresh) },
      beside: [{ label: 'limit: reading those rows alone', run: () => milliseconds(rowsOnly) }],
      goal: { text: '< 300 ms', holds: (ours) => ours < 300 },
    }),
    () => ({
      name: 'compliance: the whole matrix as it was known, every record changed since',
      unit: 'ms',
      rounds: 7,
      warmUp: 2,
      ours: { label: 'ours', run: asKnown },
      beside: [],
      goal: { text: '< 1 s', holds: (ours) => ours < 1000 },
    }),
    () => ({
      name: 'compliance: the matrix after one edit',
      unit: 'ms',
      rounds: 15,
      warmUp: 3,
      ours: { label: 'ours', run: afterEdit, close: () => city.close() },
      beside: [],
      goal: { text: '< 50 ms', holds: (ours) => ours < 50 },
    }),
  ]
}
