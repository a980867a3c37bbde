import { largestCell } from '../../../shared/commit/part.ts'

/** A framework of ten thousand nodes has six megabytes; these bounds are above it and below what hurts. */
export const limits = {
  fileBytes: 8 * 1024 * 1024,
  /** Letters that are kept, and bytes of all that is kept. */
  letters: largestCell,
  bytes: largestCell,
  /** Findings and kinds of what is left out that are listed; the rest is counted. */
  findings: 500,
  leftOut: 60,
  faults: 20,
  printed: 200,
  milliseconds: 20_000,
  megabytes: 700,
} as const
