import { dirname } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { catalogueOf } from '../../shared/records/index.ts'
import type { AtPlace, LogHead } from '../../shared/rules/audit/head.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { compositionAt } from '../composition-at.ts'
import type { Composition } from '../composition-shape.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { storageFailure } from '../store/failures.ts'
import { readLocal } from '../store/local.ts'
import { lastSeqsIn } from '../store/log.ts'
import { openDatabase, type Sqlite } from '../store/open.ts'
import { stateHash } from '../store/state-hash.ts'
import { Statements } from '../store/statements.ts'
import { hashAt } from '../store/upkeep/anchor.ts'
import { logFile } from '../store/upkeep/log-file.ts'
import { rebuild } from '../store/upkeep/rebuild.ts'
import { verifyChain } from '../store/upkeep/verify-chain.ts'
import { aloneInWorkspace } from '../store/upkeep/workspace-lock.ts'

type Message = {
  readonly kind: 'verify' | 'rebuild' | 'export'
  readonly path: string
  readonly key: Uint8Array
  readonly compositionUrl: string
  /** Folder that keeps a rebuild's files as they were; null: they are not damaged. */
  readonly keep?: string | null
  /** The place of a commit that somebody remembers. */
  readonly against?: Pick<LogHead, 'device' | 'seq'> | null
}
type OnProgress = (done: number, total: number) => void

const atPlace = (db: Sqlite, { device, seq }: Pick<LogHead, 'device' | 'seq'>): AtPlace => ({
  hash: hashAt(db, device, seq),
  last: lastSeqsIn(db).find((head) => head.device === device)?.seq ?? 0,
})

const verify = (
  { path, key, against = null }: Message,
  { definitions }: Composition,
  onProgress: OnProgress,
) => {
  const db = openDatabase(path, key, { readonly: true })
  const chain = verifyChain(db, onProgress)
  const here = against === null ? null : atPlace(db, against)
  return ok({ chain, stateHash: stateHash(db, catalogueOf(definitions)), here })
}

/** All commits as they are stored, in clear. */
const exported = ({ path, key }: Message): Result<Uint8Array> => {
  const db = openDatabase(path, key, { readonly: true })
  const statements = new Statements(db)
  const workspace = readLocal(db, 'workspace')?.toString() ?? ''
  // One transaction: what is written meanwhile is not half in it.
  return ok(db.transaction(() => new Uint8Array(Buffer.concat([...logFile(statements, workspace)])))())
}

const work = async (message: unknown, onProgress: OnProgress): Promise<Result<unknown>> => {
  const order = message as Message
  const { path, key } = order
  try {
    const composition = await compositionAt(order.compositionUrl)
    if (order.kind === 'export') return exported(order)
    if (order.kind === 'verify') return verify(order, composition, onProgress)
    const { definitions, definitionsVersion } = composition
    return await aloneInWorkspace(dirname(path), () =>
      ok(rebuild({ path, key, definitions, definitionsVersion, keep: order.keep ?? null, onProgress })),
    )
  } catch (error) {
    const known = storageFailure(error)
    return known === null
      ? fail('Defect', coreTexts.defect, { detail: String(error) })
      : { ok: false, error: known }
  }
}

serveJob(work)
