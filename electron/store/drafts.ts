import type { Sqlite } from './open.ts'
import type { Reader } from './reader.ts'

type Draft = { readonly value: string; readonly saved: string }

/** What an officer keeps on this device alone, by place; null where there is nothing. */
export const draftAt = (reader: Reader, officer: string, place: string): Draft | null =>
  reader.row<Draft>('select value, saved from _localDraft where officer = ? and place = ?', officer, place) ??
  null

export const forgetDraft = (db: Sqlite, officer: string, place: string): void =>
  void db.prepare('delete from _localDraft where officer = ? and place = ?').run(officer, place)

/** `now`: milliseconds since 1970. */
export const keepDraft = (db: Sqlite, officer: string, place: string, value: string, now: number): void => {
  const sql =
    'insert into _localDraft (officer, place, value, saved) values (?, ?, ?, ?) on conflict (officer, place) do update set value = excluded.value, saved = excluded.saved'
  db.prepare(sql).run(officer, place, value, new Date(now).toISOString())
}
