import type { Seen } from '../../shared/commit/header.ts'
import type { Reader } from '../store/reader.ts'

/** What this connection sees of each device's log now: the `seen` of a screen that is loaded from it. */
export const vectorOf = (reader: Reader): Seen => reader.vector()
