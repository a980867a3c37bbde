import { join } from 'node:path'
import { openDatabase } from '../../../electron/store/open.ts'
import { rebuild } from '../../../electron/store/upkeep/rebuild.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { definitions, definitionsVersion } from '../../../shared/records/index.ts'
import { must } from '../../fixtures/store.ts'
import { type Node, openNetwork } from '../../integration/store/network.ts'
import type { BigCity } from '../big-city.ts'
import { type Row, timed } from '../harness.ts'

const faultless = (report: ReturnType<typeof verifyChain>): void => {
  if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults.slice(0, 3)))
}

const wholeChain = (city: BigCity): Row => {
  const db = openDatabase(join(city.workspace, 'selaras.db'), city.key, { readonly: true })
  return {
    name: `chain verification of ${city.rows} row changes in commits of 500`,
    unit: 'ms',
    rounds: 3,
    ours: { label: 'ours', run: () => timed(() => verifyChain(db)) },
    beside: [
      {
        label: 'reading the same bytes alone',
        run: () =>
          timed(() => db.prepare('select sum(length(body)), sum(substr(hex(body), 1, 1)) from _part').get()),
        close: () => void db.close(),
      },
    ],
    goal: { text: '≤ 2 s', holds: (ours) => ours <= 2000 },
  }
}

const oneCellCommits = 10_000

const smallCommits = (): Row => {
  const network = openNetwork({ devices: 1 })
  const [{ store, actor }] = network.nodes as [Node]
  const id = must(store.commit(actor, 'Baris', (tx) => tx.create('budgetRow', { stage: 'a' }))).value
  for (let n = 0; n < oneCellCommits; n += 1)
    must(store.commit(actor, 'Ubah', (tx) => tx.update('budgetRow', id, { position: n })))
  return {
    name: `chain verification of ${oneCellCommits} commits of one cell (the goal is for ten times as many)`,
    unit: 'ms',
    rounds: 3,
    ours: {
      label: 'ours',
      run: () => timed(() => faultless(verifyChain(store.db))),
      close: network.close,
    },
    beside: [],
    goal: { text: '≤ 3 s', holds: (ours) => ours <= 3000 },
  }
}

const rebuilding = (city: BigCity): Row => {
  const path = join(city.workspace, 'selaras.db')
  return {
    name: `rebuild of every table and the search from a log of ${city.rows} rows`,
    unit: 'ms',
    rounds: 1,
    ours: {
      label: 'ours',
      run: () =>
        timed(() => {
          const report = rebuild({ path, key: city.key, definitions, definitionsVersion })
          if (!report.equal || !report.search) throw new Error('not what the log says')
        }),
    },
    beside: [],
    goal: { text: 'none', holds: () => null },
  }
}

export const logRows = async (city: BigCity): Promise<(() => Row)[]> => [
  () => wholeChain(city),
  smallCommits,
  () => rebuilding(city),
]
