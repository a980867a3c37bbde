import { bytesOfCommit, packCommit } from '../commit-bytes.ts'
import { everyCommit } from '../log.ts'
import type { Statements } from '../statements.ts'

/** The first line of an exported log. */
const logFileHead = (workspace: string): string => `SELARAS-CATATAN 1 ${workspace}\n`

/** A commit in an exported log: its place, its length, and the bytes as they are stored. */
const framed = (arrival: number, bytes: Uint8Array): Uint8Array => {
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(arrival, 0)
  frame.writeUInt32BE(bytes.length, 4)
  return Buffer.concat([frame, bytes])
}

/** The whole log as one file, piece by piece; its format stands at the head of resources/verifikasi-catatan.mjs, which reads it. */
export const logFile = function* (statements: Statements, workspace: string): Generator<Uint8Array> {
  yield Buffer.from(logFileHead(workspace))
  for (const stored of everyCommit(statements))
    yield framed(stored.arrival, packCommit(bytesOfCommit(statements, stored)))
}
