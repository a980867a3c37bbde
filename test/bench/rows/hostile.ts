import { parseForm } from '../../../electron/budget/reader/index.ts'
import { goodFile, hostileFiles } from '../../fixtures/hostile.ts'
import { type Row, timed } from '../harness.ts'

const bombName = 'bom-300mb.xlsx'

/** Made when asked for, and let go again: a hundred files at once are no part of what is measured. */
const slowest = async (): Promise<number> => {
  let most = 0
  for (const file of hostileFiles()) {
    const took = await timed(async () => void (await parseForm(file)))
    if (took > most) most = took
  }
  return most
}

const bomb = async (): Promise<number> => {
  const file = hostileFiles().find(({ name }) => name === bombName)
  if (file === undefined) throw new Error(`no ${bombName}`)
  return timed(async () => void (await parseForm(file)))
}

const good = {
  label: 'a good form of the samples',
  run: () => timed(async () => void (await parseForm(goodFile))),
}

/** Files that were made to hold the reader up: limits end each of them. */
export const hostileRows: readonly (() => Row)[] = [
  () => ({
    name: 'slowest of the files that are made to hold the reader up',
    unit: 'ms',
    rounds: 3,
    ours: { label: 'ours', run: slowest },
    beside: [good],
    goal: { text: '≤ 2 s', holds: (ours) => ours <= 2000 },
  }),
  () => ({
    name: 'a file of 300 KB that inflates to 300 MB, until it is refused',
    unit: 'ms',
    rounds: 5,
    ours: { label: 'ours', run: bomb },
    beside: [good],
    goal: { text: '≤ 100 ms', holds: (ours) => ours <= 100 },
  }),
]
