import { refuse } from './refusal.ts'

/** A form has a few hundred rows; these bounds are far above it and far below what hurts. */
export const limits = {
  fileBytes: 25 * 1024 * 1024,
  zipEntries: 2_000,
  /** Sum of all entries as declared; pictures are counted but never inflated. */
  zipInflated: 200 * 1024 * 1024,
  /** One part that is read. */
  partBytes: 32 * 1024 * 1024,
  readBytes: 48 * 1024 * 1024,
  /** Inflated to deflated, for entries above `ratioFrom`. XML of real forms stays below 60. */
  ratio: 200,
  ratioFrom: 2 * 1024 * 1024,
  depth: 200,
  columns: 200,
  /** Twenty thousand below a row of headings. */
  rows: 20_001,
  sheets: 100,
  merges: 50_000,
  cellText: 32_767,
  /** Letters of all cells together, shared strings counted each time they are used. */
  text: 12_000_000,
  milliseconds: 1_500,
  extraMegabytes: 150,
  /** Of the process, when the file's own limits did not hold. */
  silenceMilliseconds: 1_900,
  processMegabytes: 200,
} as const

export type Guard = {
  /** Counts letters that become part of the result. */
  readonly text: (length: number) => void
  /** Counts inflated bytes. */
  readonly bytes: (count: number) => void
  /** Refuses when the time or the memory of one file is used up; cheap enough to call per row. */
  readonly check: () => void
}

const megabytes = (): number => process.memoryUsage.rss() / 1_048_576

/** Work, not waiting: a busy machine refuses no form that an idle one reads. Milliseconds. */
const worked = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

const lookEvery = 10

/** Limits of one file, counted from now. `now` in milliseconds. */
export const startGuard = (now: () => number = worked): Guard => {
  const end = now() + limits.milliseconds
  const most = megabytes() + limits.extraMegabytes
  let letters = 0
  let inflated = 0
  let calls = 0
  let looked = performance.now()
  return {
    text: (length) => {
      letters += length
      if (length > limits.cellText * 4 || letters > limits.text) refuse('TooMuchContent')
    },
    bytes: (count) => {
      inflated += count
      if (inflated > limits.readBytes) refuse('TooMuchContent')
    },
    check: () => {
      calls += 1
      // The system is asked every few milliseconds: its answers cost more than a row.
      if (calls % 64 !== 0 || performance.now() - looked < lookEvery) return
      looked = performance.now()
      if (now() > end) refuse('TooSlow')
      if (megabytes() > most) refuse('TooHungry')
    },
  }
}
