import type { KeyObject } from 'node:crypto'
import type { CommitBytes } from '../../../electron/store/commit-bytes.ts'
import { packBody } from '../../../electron/store/compress.ts'
import { privateKeyFrom, signHash } from '../../../electron/store/keys.ts'
import { readLocal } from '../../../electron/store/local.ts'
import { digestOf, hashCommit } from '../../../electron/store/log.ts'
import { nextHlc } from '../../../shared/clock/hlc.ts'
import { type CommitHeader, encodeHeader, rowsPart } from '../../../shared/commit/header.ts'
import { encodeRows, type RowChange } from '../../../shared/commit/part.ts'
import { definitionsVersion } from '../../../shared/records/index.ts'
import { testNow } from '../../fixtures/store.ts'
import type { Node } from './network.ts'

type Forged = Partial<CommitHeader> & {
  readonly changes?: readonly RowChange[]
  /** Parts of other kinds, as they are. */
  readonly more?: readonly {
    readonly kind: number
    readonly rows: number
    readonly body: Uint8Array
    readonly about?: string
  }[]
  readonly officerKey?: KeyObject
  readonly deviceKey?: KeyObject
}

/** A commit as a patched program makes it: whatever it likes, with the keys that this device and its officer have. */
export const forge = (
  { store, actor }: Node,
  { changes = [], more = [], officerKey, deviceKey, ...header }: Forged,
): CommitBytes & { hash: Buffer } => {
  const { device, seq, hash: previous } = store.head()
  const dot = { device: header.device ?? device, seq: header.seq ?? seq + 1 }
  const rows = {
    kind: rowsPart,
    about: '',
    rows: changes.length,
    body: packBody(encodeRows([...changes], dot)),
  }
  const parts = [...(changes.length === 0 ? [] : [rows]), ...more]
  const made: CommitHeader = {
    workspace: String(readLocal(store.db, 'workspace')),
    previous,
    // After those that were forged before it in the same chain, too.
    hlc:
      nextHlc(store.log.lastHlc(device, Number.MAX_SAFE_INTEGER), testNow) + Math.max(0, dot.seq - seq - 1),
    officer: actor.officer,
    capacity: actor.capacity,
    reason: 'ditempa',
    definitions: definitionsVersion,
    seen: store.log.vector(),
    parts: parts.map(({ kind, rows, body, about }) => ({
      kind,
      rows,
      digest: digestOf(body),
      about: about ?? '',
    })),
    facts: {},
    ...header,
    ...dot,
  }
  const seen = Object.fromEntries(Object.entries(made.seen).filter(([, most]) => most > 0))
  const whole = { ...made, seen }
  const bytes = encodeHeader(whole)
  const hash = hashCommit(whole.previous, bytes)
  const own = deviceSigningOf(store)
  return {
    header: bytes,
    deviceSignature: signHash(hash, deviceKey ?? own),
    officerSignature: signHash(hash, officerKey ?? actor.signing),
    bodies: parts.map(({ body }) => body),
    hash,
  }
}
const deviceSigningOf = (store: Node['store']): KeyObject =>
  privateKeyFrom('ed25519', readLocal(store.db, 'deviceSeed') as Buffer)
