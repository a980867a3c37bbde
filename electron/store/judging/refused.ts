import type { Dot } from '../../../shared/clock/dots.ts'
import type { StoredCommit, ToldCommit } from '../log.ts'
import type { Statements } from '../statements.ts'

/*
 * Verdicts: commits that are whole and signed, and may not count (`Refusal` says why). They stay in the log, so that their chains
 * go on, and change nothing. Judging the log anew makes all of them again.
 */

/** Why a commit, or a sealed part of it, is projected nowhere. */
export type Refusal =
  /** Beyond what is left of a device that was taken out. */
  | 'revoked'
  /** Nobody whom its author knew had taken the device in. */
  | 'device'
  /** Of a key of the officer that did not count for its author. */
  | 'officer-signature'
  /** The officer's roles do not cover it. */
  | 'forbidden'
  /** A rule of a feature forbids it; `detail` is its sentence. */
  | 'ruled'
  /** A change of a record that its author cannot have known. */
  | 'unknown'
  /** Sealed records in the open, or a sealed part that holds what it may not. */
  | 'content'
  /** A sealed part that opens for nobody here, so that its record is not shown; it may be as it should. */
  | 'closed'

export type Fault = { readonly reason: Refusal; readonly detail: string }

export type RefusedCommit = ToldCommit & Fault

export const noteRefused = (statements: Statements, arrival: number, { reason, detail }: Fault): void => {
  statements
    .get('insert into _localRefused (arrival, reason, detail) values (?, ?, ?)')
    .run(arrival, reason, detail)
}

export const forgetRefused = (statements: Statements): void => {
  statements.get('delete from _localRefused').run()
}

export const refusalAt = (statements: Statements, arrival: number): Refusal | null =>
  (statements.get('select reason from _localRefused where arrival = ?').pluck().get(arrival) as
    | Refusal
    | undefined) ?? null

/** Null where the commit counts, or is not here. */
export const faultOfCommit = (statements: Statements, { device, seq }: Dot): Fault | null =>
  (statements
    .get(
      'select _localRefused.reason, detail from _localRefused join _log using (arrival) where device = ? and seq = ?',
    )
    .get(device, seq) as Fault | undefined) ?? null

export const isRefused = (statements: Statements, arrival: number): boolean =>
  refusalAt(statements, arrival) !== null

/** The newest arrivals first, `most` of them; sealed changes are not among them (`Reader.refusedSealed`). */
export const refusedCommits = (statements: Statements, most = Number.MAX_SAFE_INTEGER): RefusedCommit[] =>
  statements
    .get(
      `select device, seq, hlc, officer, capacity, _log.reason as said, _localRefused.reason as reason, detail
       from _localRefused join _log using (arrival) order by arrival desc limit ?`,
    )
    .all(most) as RefusedCommit[]

/** Those that arrived after a place, in order, as they lie in the log. */
export const refusedSince = (statements: Statements, arrival: number): StoredCommit[] =>
  statements
    .get('select _log.* from _log join _localRefused using (arrival) where arrival > ? order by arrival')
    .all(arrival) as StoredCommit[]

/** As they lie in the log; of one reason, or all. */
export const refusedInLog = (statements: Statements, reason: Refusal | null = null): StoredCommit[] =>
  statements
    .get(
      'select _log.* from _log join _localRefused r using (arrival) where r.reason = coalesce(?, r.reason)',
    )
    .all(reason) as StoredCommit[]
