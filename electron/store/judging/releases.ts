import { covers, type Dot } from '../../../shared/clock/dots.ts'
import type { Seen } from '../../../shared/commit/header.ts'
import { parseRecordId } from '../../../shared/commit/id.ts'
import { readLocal, writeLocal } from '../local.ts'
import { commitName } from '../log.ts'
import type { Sqlite } from '../open.ts'
import type { Reader } from '../reader.ts'

/**
 * Commits that an officer let in although their clocks run ahead. Once one is in on some devices it shall be on all: though the
 * release is deleted, and though what gave its author the right falls later with a device. So those that were lawful by what
 * their authors knew hold, as revocations do, and are kept where no table shows them any more.
 */
export const releaseType = 'release'

type Released = ReadonlySet<string>

/** Names of the commits that are let in by the tables as they are now. */
export const releasedIn = (reader: Reader): Released =>
  reader.catalogue.has(releaseType)
    ? new Set(
        reader
          .rows<Dot>('select device, seq from release where device is not null and seq is not null')
          .map((dot) => commitName(dot)),
      )
    : new Set()

/** `known`: for somebody who knew this much; without it by all that is here. */
export const isReleased = (reader: Reader, before: Released, commit: Dot, known?: Seen): boolean =>
  before.has(commitName(commit)) ||
  reader
    .rows<{ id: string }>('select id from release where device = ? and seq = ?', commit.device, commit.seq)
    .some(({ id }) => known === undefined || covers(known, parseRecordId(id) ?? commit))

export const readReleased = (db: Sqlite): Released => {
  const kept = readLocal(db, 'released')
  return new Set(kept === null ? [] : (JSON.parse(kept.toString()) as string[]))
}

export const writeReleased = (db: Sqlite, released: Released): void =>
  writeLocal(db, 'released', Buffer.from(JSON.stringify([...released].sort())))
