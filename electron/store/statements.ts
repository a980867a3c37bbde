import type { Statement } from 'better-sqlite3-multiple-ciphers'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Sqlite } from './open.ts'

const mostPrepared = 300

/** Prepared statements by SQL text; of too many one goes that was not used for long: a fresh prepare costs about seven runs. */
export class Statements {
  private readonly prepared = new Map<string, Statement>()
  private readonly db: Sqlite
  constructor(db: Sqlite) {
    this.db = db
  }

  get(sql: string): Statement {
    const known = this.prepared.get(sql)
    if (known !== undefined) {
      if (this.prepared.size < mostPrepared) return known
      this.prepared.delete(sql)
      this.prepared.set(sql, known)
      return known
    }
    const made = this.db.prepare(sql)
    this.prepared.set(sql, made)
    if (this.prepared.size > mostPrepared) this.prepared.delete(this.prepared.keys().next().value as string)
    return made
  }
}

/** SQL that follows from a definition alone, put together once: a text made anew is read through at every look-up. */
export const sqlOf = (
  make: (definition: AnyDefinition) => string,
): ((definition: AnyDefinition) => string) => {
  const made = new WeakMap<AnyDefinition, string>()
  return (definition) => {
    const known = made.get(definition) ?? make(definition)
    made.set(definition, known)
    return known
  }
}

/** A record by its id, deleted or not. */
export const recordSql = sqlOf(({ type }) => `select * from "${type}" where id = ?`)
