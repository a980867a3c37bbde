import type { Seen } from '../../shared/commit/header.ts'
import type { Reader } from '../store/reader.ts'

/** What this connection holds of each device's log: a screen that is loaded now has seen it. */
export const vectorOf = (reader: Reader): Seen =>
  Object.fromEntries(
    reader
      .rows<{ device: string; seq: number }>('select device, max(seq) as seq from _log group by device')
      .map(({ device, seq }) => [device, seq]),
  )
