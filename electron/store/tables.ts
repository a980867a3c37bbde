import type { Fields } from '../../shared/records/define.ts'
import type { Definitions } from '../../shared/records/index.ts'

type CellOf<T> = T extends boolean ? number : T extends string | number | Uint8Array ? T : string

type Known = Definitions[number]
type Columns<F extends Fields> = { [K in keyof F]: CellOf<F[K]['value']> | null }

/** Columns that every projection has beside its fields. */
export type SystemColumns = {
  /** Local order of arrival, newest greatest; not the same on another device. */
  _row: number
  id: string
  _deleted: number
  _clock: Uint8Array | null
}

/** The projections as Kysely sees them. */
export type Tables = { [D in Known as D['type']]: SystemColumns & Columns<D['fields']> } & LogTables

export type LogTables = {
  _log: {
    arrival: number
    device: string
    seq: number
    hash: Uint8Array
    hlc: number
    officer: string
    capacity: string
    reason: string
    rows: number
    header: Uint8Array
    deviceSignature: Uint8Array
    officerSignature: Uint8Array
  }
  _part: { id: number; body: Uint8Array }
  _touch: { record: string; arrival: number }
}
