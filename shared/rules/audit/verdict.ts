/**
 * What a check of the whole database found. file: it is not there. pages: their HMAC does not fit. key: no page fits the key. structure: SQLite's own
 * check. log, chain: commits cannot be read, or are not what was signed. tables, search: not what the log says. attachments:
 * files are missing or damaged.
 */
export const checkedParts = [
  'file',
  'key',
  'pages',
  'structure',
  'log',
  'chain',
  'tables',
  'search',
  'attachments',
] as const
export type CheckedPart = (typeof checkedParts)[number]

export type Finding = {
  readonly part: CheckedPart
  readonly count: number
  /** Technical, to be copied for help; never values of records. */
  readonly detail: string
}

/** The way out. rebuild: the log is whole and gives everything else anew. restore: only a backup does. files: the database is whole. */
export type Cure = 'none' | 'files' | 'rebuild' | 'restore'

const lost: ReadonlySet<CheckedPart> = new Set(['file', 'key', 'log', 'chain'])

export const cureOf = (findings: readonly Finding[]): Cure => {
  if (findings.some(({ part }) => lost.has(part))) return 'restore'
  if (findings.some(({ part }) => part !== 'attachments')) return 'rebuild'
  return findings.length > 0 ? 'files' : 'none'
}
