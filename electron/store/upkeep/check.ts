import { createHash } from 'node:crypto'
import { MalformedBytes } from '../../../shared/commit/bytes.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { type Catalogue, catalogueOf } from '../../../shared/records/index.ts'
import type { CheckedPart, Finding } from '../../../shared/rules/audit/verdict.ts'
import { BlobStore } from '../blobs.ts'
import { readLocal } from '../local.ts'
import { lastSeqsIn } from '../log.ts'
import { type DatabaseKey, openDatabase, type Sqlite } from '../open.ts'
import { logTables } from '../schema.ts'
import { indexedRowsSql } from '../search/search-index.ts'
import { compareWithLog } from './compare.ts'
import { checkPages } from './pages.ts'
import { type ChainReport, verifyChain } from './verify-chain.ts'

export type CheckOptions = {
  readonly path: string
  readonly key: DatabaseKey
  /** Folder of the attachments. */
  readonly blobs: string
  readonly definitions: readonly AnyDefinition[]
  readonly definitionsVersion: number
  /** Heads up to which the chain was verified before; empty: all of it. */
  readonly since: ChainReport['heads']
  /** Also makes tables and search anew from the log and compares, which takes as long as a rebuild. */
  readonly compares: boolean
  readonly onProgress?: (step: CheckStep, done: number, total: number) => void
}
export type CheckStep = 'pages' | 'structure' | 'chain' | 'search' | 'attachments' | 'tables'

export type CheckReport = {
  readonly pages: number
  /** Commits verified this time. */
  readonly commits: number
  readonly heads: ChainReport['heads']
  readonly attachments: number
  readonly compared: boolean
  readonly findings: readonly Finding[]
  /** Labels of the record types that cannot be read. */
  readonly unreadable: readonly string[]
}

const nothing: CheckReport = {
  pages: 0,
  commits: 0,
  heads: [],
  attachments: 0,
  compared: false,
  findings: [],
  unreadable: [],
}

const isDamage = (error: unknown): error is Error =>
  error instanceof MalformedBytes ||
  (error instanceof Error &&
    'code' in error &&
    /^SQLITE_(CORRUPT|NOTADB|IOERR_DATA|IOERR_SHORT_READ)/.test(String(error.code)))

/** What damage hinders is a finding; anything else (the drive is gone, a defect) is thrown on. */
const trial = <T>(part: CheckedPart, findings: Finding[], work: () => T): T | null => {
  try {
    return work()
  } catch (error) {
    if (!isDamage(error)) throw error
    findings.push({ part, count: 1, detail: error.message })
    return null
  }
}

const found = (part: CheckedPart, count: number, detail: string): Finding[] =>
  count === 0 ? [] : [{ part, count, detail }]

const readable = (db: Sqlite, table: string): boolean => {
  try {
    for (const _row of db.prepare(`select * from "${table}"`).raw().iterate()) void _row
    return true
  } catch (error) {
    if (!isDamage(error)) throw error
    return false
  }
}

/** Pages or structure are damaged: which tables it hit. */
const diagnose = (db: Sqlite, catalogue: Catalogue, findings: Finding[]): string[] => {
  const gone = trial('log', findings, () => logTables(db).filter((table) => !readable(db, table)))
  if (gone !== null) findings.push(...found('log', gone.length, gone.join(' ')))
  return [...catalogue.values()]
    .filter(({ type }) => !readable(db, type))
    .map(({ type, label }) => {
      findings.push({ part: 'tables', count: 1, detail: type })
      return label
    })
}

const checkStructure = (db: Sqlite): Finding[] => {
  const told = db.pragma('integrity_check') as { integrity_check: string }[]
  const faults = told.map(({ integrity_check }) => integrity_check).filter((text) => text !== 'ok')
  const search = faults.filter((text) => text.includes('_search'))
  const others = faults.filter((text) => !text.includes('_search'))
  return [
    ...found('structure', others.length, others.slice(0, 3).join('; ')),
    ...found('search', search.length, search[0] ?? ''),
  ]
}

/** Rows that search should know and does not, and those that it knows and should not. */
const checkSearch = (db: Sqlite, catalogue: Catalogue): Finding[] => {
  const wanted = [...catalogue.values()].flatMap((definition) => indexedRowsSql(definition) ?? [])
  if (wanted.length === 0) return []
  const rows = wanted.join(' union all ')
  const { n } = db
    .prepare(
      `select (select count(*) from (${rows}) where _row not in (select id from _search_docsize))
        + (select count(*) from _search_docsize where id not in (select _row from (${rows}))) as n`,
    )
    .get() as { n: number }
  return found('search', n, `rows ${n}`)
}

type Attached = { readonly blob: string; readonly digest: string | null }

const isAttached = (blobs: BlobStore, { blob, digest }: Attached): boolean => {
  try {
    const bytes = blobs.get(blob)
    return bytes !== null && createHash('sha256').update(bytes).digest('hex') === digest
  } catch {
    return false
  }
}

const checkAttachments = (
  db: Sqlite,
  folder: string,
  onProgress: (done: number, total: number) => void,
): { count: number; findings: Finding[] } => {
  const key = readLocal(db, 'blobKey')
  const named = db
    .prepare('select distinct blob, digest from attachment where blob is not null')
    .all() as Attached[]
  if (named.length === 0 || key === null) return { count: 0, findings: [] }
  const blobs = new BlobStore(folder, key)
  const bad = named.filter((one, at) => {
    onProgress(at, named.length)
    return !isAttached(blobs, one)
  })
  const names = bad.map(({ blob }) => blob.slice(0, 12))
  return { count: named.length, findings: found('attachments', bad.length, names.join(' ')) }
}

const compare = (db: Sqlite, catalogue: Catalogue, options: CheckOptions): Finding[] => {
  const { path, key, definitionsVersion, onProgress } = options
  const { tables, search } = compareWithLog(
    db,
    key,
    `${path}.periksa`,
    catalogue,
    definitionsVersion,
    (done, total) => onProgress?.('tables', done, total),
  )
  return [...found('tables', tables ? 0 : 1, 'stateHash'), ...found('search', search ? 0 : 1, 'words')]
}

const checkOpened = (db: Sqlite, options: CheckOptions, before: CheckReport): CheckReport => {
  const { onProgress, since } = options
  const catalogue = catalogueOf(options.definitions)
  const findings = [...before.findings]
  onProgress?.('structure', 0, 0)
  findings.push(...(trial('structure', findings, () => checkStructure(db)) ?? []))
  const unreadable = findings.length > 0 ? diagnose(db, catalogue, findings) : []
  const chain = findings.some(({ part }) => part === 'log')
    ? null
    : trial('tables', findings, () =>
        verifyChain(db, (done, total) => onProgress?.('chain', done, total), since),
      )
  const faults = chain?.faults ?? []
  const faulty = faults.map(({ device, seq, fault }) => `${device}.${seq} ${fault}`)
  findings.push(...found('chain', faults.length, faulty.slice(0, 5).join('; ')))
  onProgress?.('search', 0, 0)
  findings.push(...(trial('search', findings, () => checkSearch(db, catalogue)) ?? []))
  const files = trial('tables', findings, () =>
    checkAttachments(db, options.blobs, (done, total) => onProgress?.('attachments', done, total)),
  )
  findings.push(...(files?.findings ?? []))
  const compares = options.compares && findings.every(({ part }) => part === 'attachments')
  if (compares) findings.push(...(trial('tables', findings, () => compare(db, catalogue, options)) ?? []))
  return {
    ...before,
    commits: chain?.commits ?? 0,
    heads: chain?.heads ?? [],
    attachments: files?.count ?? 0,
    compared: compares,
    findings,
    unreadable,
  }
}

/**
 * Reads everything that a workspace holds and changes nothing of it: every page, the structure, the chain with its signatures,
 * the search index, the attachments, and on demand whether the tables are what the log says. Damage is a finding, never a
 * throw; errors are those of the disk.
 */
export const checkStore = (options: CheckOptions): CheckReport => {
  const { path, key, onProgress } = options
  const { pages, damaged } = checkPages(path, key, (done, total) => onProgress?.('pages', done, total))
  const isKey = pages > 0 && damaged.length === pages
  const detail = damaged.slice(0, 10).join(' ')
  const before = { ...nothing, pages, findings: found(isKey ? 'key' : 'pages', damaged.length, detail) }
  const findings = [...before.findings]
  const db = trial('log', findings, () => {
    const opened = openDatabase(path, key, { readonly: true, mustExist: true })
    try {
      lastSeqsIn(opened)
      return opened
    } catch (error) {
      opened.close()
      throw error
    }
  })
  if (db === null) return { ...before, findings }
  try {
    return checkOpened(db, options, before)
  } finally {
    db.close()
  }
}
