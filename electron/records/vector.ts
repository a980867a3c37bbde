import type { Seen } from '../../shared/commit/header.ts'
import { headsSql } from '../store/log.ts'
import type { Reader } from '../store/reader.ts'

/** What this connection sees of each device's log now: the `seen` of a screen that is loaded from it. */
export const vectorOf = (reader: Reader): Seen =>
  Object.fromEntries(
    reader.rows<{ device: string; seq: number }>(headsSql).map(({ device, seq }) => [device, seq]),
  )
