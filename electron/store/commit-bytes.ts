import { ByteReader, ByteWriter, MalformedBytes } from '../../shared/commit/bytes.ts'
import { decodeHeader, type Seen } from '../../shared/commit/header.ts'
import { refusedInLog } from './judging/refused.ts'
import { bodiesOf, commitAt, type StoredCommit } from './log.ts'
import type { Reader } from './reader.ts'
import { leftOut } from './sealed/sealed-index.ts'
import type { Statements } from './statements.ts'

/** A commit as devices hand it to each other: the signed bytes as they were stored. `null`: a sealed part kept back. */
export type CommitBytes = {
  readonly header: Uint8Array
  readonly deviceSignature: Uint8Array
  readonly officerSignature: Uint8Array
  readonly bodies: readonly (Uint8Array | null)[]
}

const format = 1

export const packCommit = ({
  header,
  deviceSignature,
  officerSignature,
  bodies,
}: CommitBytes): Uint8Array => {
  const out = new ByteWriter().varint(format).bytes(header).bytes(deviceSignature).bytes(officerSignature)
  out.varint(bodies.length)
  for (const body of bodies) {
    out.flag(body !== null)
    if (body !== null) out.bytes(body)
  }
  return out.finish()
}

/** Throws `MalformedBytes` on bytes that are no whole commit. */
export const unpackCommit = (bytes: Uint8Array): CommitBytes => {
  const from = new ByteReader(bytes)
  if (from.varint() !== format) throw new MalformedBytes('unknown format')
  const received = {
    header: from.bytes(),
    deviceSignature: from.bytes(),
    officerSignature: from.bytes(),
    bodies: from.list(() => (from.flag() ? from.bytes() : null)),
  }
  from.end()
  return received
}

/** A commit of the log as it is handed on. */
export const bytesOfCommit = (statements: Statements, stored: StoredCommit): CommitBytes => {
  const bodies = bodiesOf(statements, stored.arrival)
  const { parts } = decodeHeader(stored.header)
  return {
    header: stored.header,
    deviceSignature: stored.deviceSignature,
    officerSignature: stored.officerSignature,
    bodies: parts.map((_part, n) => bodies.get(n) ?? null),
  }
}

/** What a device asks others for. */
export type Wanted = {
  readonly seen: Seen
  /** Hash of the last commit of each device that is seen, hex. */
  readonly hashes: Readonly<Record<string, string>>
}

const hashOf = (reader: Reader, device: string, seq: number): string | null => {
  const stored = commitAt(reader.statements, device, seq)
  return stored === null ? null : Buffer.from(stored.hash).toString('hex')
}

/**
 * As having seen less than is here: a commit that lies here under a signature that did not count, or without one of its sealed parts,
 * comes again with all after it, and is mended by a whole copy. Whoever asks by pages goes on from what came.
 */
export const wantedBy = (reader: Reader): Wanted => {
  const spoiled = refusedInLog(reader.statements, 'officer-signature')
  const seen: Record<string, number> = { ...reader.vector() }
  for (const { device, seq } of [...spoiled, ...leftOut(reader, Number.MAX_SAFE_INTEGER)])
    seen[device] = Math.min(seq - 1, seen[device] ?? 0)
  const hashes = Object.entries(seen).map(([device, seq]) => [device, hashOf(reader, device, seq) ?? ''])
  return { seen, hashes: Object.fromEntries(hashes) }
}

/**
 * What somebody lacks who asks for this; of a chain that went on twice all. Where theirs is the longer branch nothing here tells so:
 * this device hears of it when it asks them, and one who hears of it can end the chain for all.
 */
export const commitsWanted = (reader: Reader, { seen, hashes }: Wanted, most?: number): CommitBytes[] => {
  const isOther = ([device, seq]: [string, number]): boolean => {
    const [here, there] = [hashOf(reader, device, seq), hashes[device] ?? '']
    return here !== null && there !== '' && here !== there
  }
  const alike = Object.entries(seen).filter((one) => !isOther(one))
  return commitsSince(reader, Object.fromEntries(alike), most)
}

/** The oldest commits that somebody lacks who has seen this much, in the order in which they arrived here; `most` at a time. */
export const commitsSince = (reader: Reader, seen: Seen, most = 500): CommitBytes[] =>
  reader
    .rows<StoredCommit>(
      `select * from _log where seq > coalesce((select value from json_each(?) where key = _log.device), 0)
       order by arrival limit ?`,
      JSON.stringify(seen),
      most,
    )
    .map((stored) => bytesOfCommit(reader.statements, stored))
