import type { Dot } from '../../../shared/clock/dots.ts'
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

export const isReleased = (reader: Reader, before: Released, { device, seq }: Dot): boolean =>
  before.has(commitName({ device, seq })) ||
  reader.row('select 1 from release where device = ? and seq = ?', device, seq) !== undefined

export const readReleased = (db: Sqlite): Released => {
  const kept = readLocal(db, 'released')
  return new Set(kept === null ? [] : (JSON.parse(kept.toString()) as string[]))
}

export const writeReleased = (db: Sqlite, released: Released): void =>
  writeLocal(db, 'released', Buffer.from(JSON.stringify([...released].sort())))
