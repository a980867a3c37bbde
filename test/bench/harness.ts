import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

/** One thing that is measured. `run` returns the figure itself (ms, MB, …); smaller is better. */
export type Contestant = {
  readonly label: string
  readonly run: () => Promise<number> | number
  readonly close?: () => void | Promise<void>
}
export type Skipped = { readonly label: string; readonly skipped: string }

export type Row = {
  readonly name: string
  readonly unit: string
  readonly rounds?: number
  /** Rounds before those that count: what is measured runs for hours, not once. */
  readonly warmUp?: number
  readonly ours: Contestant
  readonly beside: readonly (Contestant | Skipped)[]
  /** Says whether the goal holds, from the medians of ours and of each that ran. */
  readonly goal: {
    readonly text: string
    readonly holds: (ours: number, beside: ReadonlyMap<string, number>) => boolean | null
  }
}

export type Measured = {
  readonly name: string
  readonly unit: string
  readonly ours: Figures
  readonly beside: readonly (
    | { readonly label: string; readonly figures: Figures; readonly ratio: number }
    | Skipped
  )[]
  readonly goal: string
  readonly holds: boolean | null
  readonly disturbed: boolean
}
export type Figures = { readonly min: number; readonly median: number; readonly max: number }

const calm = 5
const patience = 30

const pressure = (): number => {
  try {
    return Number(/some avg10=([\d.]+)/.exec(readFileSync('/proc/pressure/cpu', 'utf8'))?.[1] ?? 0)
  } catch {
    return ((loadavg()[0] ?? 0) / availableParallelism()) * 10
  }
}

/** Waits until others leave the processor alone; false when they do not. */
export const waitForCalm = async (): Promise<boolean> => {
  for (let second = 0; second < patience; second += 1) {
    if (pressure() < calm) return true
    await pause(1000)
  }
  return false
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

const figures = (values: readonly number[]): Figures => ({
  min: Math.min(...values),
  median: median(values),
  max: Math.max(...values),
})
const isSkipped = (one: Contestant | Skipped): one is Skipped => 'skipped' in one

/** Milliseconds of one piece of work. */
export const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Ours and those beside it in turn, round after round, so that a slower minute of the machine meets all alike. */
export const measure = async (row: Row): Promise<Measured> => {
  const running = [row.ours, ...row.beside.filter((one): one is Contestant => !isSkipped(one))]
  const values = new Map<string, number[]>(running.map(({ label }) => [label, []]))
  const quiet = await waitForCalm()
  for (let round = 0; round < (row.warmUp ?? 0); round += 1) for (const { run } of running) await run()
  for (let round = 0; round < (row.rounds ?? 5); round += 1) {
    for (const { label, run } of running) values.get(label)?.push(await run())
  }
  for (const { close } of running) await close?.()
  const medians = new Map([...values].map(([label, list]) => [label, median(list)]))
  const ours = figures(values.get(row.ours.label) ?? [])
  return {
    name: row.name,
    unit: row.unit,
    ours,
    beside: row.beside.map((one) =>
      isSkipped(one)
        ? one
        : {
            label: one.label,
            figures: figures(values.get(one.label) ?? []),
            ratio: ours.median / (medians.get(one.label) ?? Number.NaN),
          },
    ),
    goal: row.goal.text,
    holds: row.goal.holds(ours.median, medians),
    disturbed: !quiet,
  }
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3)
const shown = ({ min, median: middle, max }: Figures): string =>
  `${number(min)} / ${number(middle)} / ${number(max)}`

export const print = ({ name, unit, ours, beside, goal, holds, disturbed }: Measured): void => {
  const verdict = holds === null ? 'not judged' : holds ? 'HOLDS' : 'DOES NOT HOLD'
  console.log(`\n${name}  [${unit}: min / median / max]${disturbed ? '  terganggu' : ''}`)
  console.log(`  ours                             ${shown(ours)}`)
  for (const one of beside) {
    if ('skipped' in one) console.log(`  ${one.label.padEnd(32)} skipped: ${one.skipped}`)
    else console.log(`  ${one.label.padEnd(32)} ${shown(one.figures)}   ours/it ${one.ratio.toFixed(2)}`)
  }
  console.log(`  goal: ${goal} → ${verdict}`)
}

/** A package of test/bench/package.json, or the reason why it is left out. */
export const peer = async <T>(load: () => Promise<T>, name: string): Promise<T | string> => {
  try {
    return await load()
  } catch {
    return `${name} is not installed (npm ci --prefix test/bench)`
  }
}
