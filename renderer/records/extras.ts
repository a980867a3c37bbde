import type { ComponentType } from 'react'
import type { Audience } from '../../shared/contract/call.ts'
import type { RecordRow } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'

/** A tab beside Isian, Riwayat, Lampiran and Pasal. */
export type ExtraTab = {
  readonly key: string
  readonly label: string
  readonly component: ComponentType<{ readonly id: string; readonly title: string }>
  /** Who sees it; absent: every officer. */
  readonly roles?: Audience
}

/** A column that says what other records know of this one; `text` is what copies and prints hold too. */
export type ExtraColumn = {
  readonly key: string
  readonly heading: string
  readonly grow: number
  readonly text: (row: RecordRow) => string
}

/** What a feature adds to the register of a type: another way to add, further tabs and columns. */
export type RegisterExtra = {
  readonly add?: ComponentType<{ readonly onDone: (id: string) => void; readonly onCancel: () => void }>
  /** Address of the page where a record begins, in place of an empty form. */
  readonly addAt?: string
  readonly tabs?: readonly ExtraTab[]
  /** A hook: always the same one for a type. */
  readonly useColumns?: () => readonly ExtraColumn[]
  /** Beside “Tambah” and in the empty register: another way to fill it. */
  readonly actions?: ComponentType
  /** In “Ekspor”: files of this register for others than the officer. */
  readonly handOut?: ComponentType<{ readonly type: string; readonly onClose: () => void }>
  /** Under the title: what is known of the register as a whole. */
  readonly about?: ComponentType
}
/** A register that is filled in a way of its own, or that named officers alone read, takes in no sheets. */
export const isImported = ({ readers }: AnyDefinition, { add, addAt, actions }: RegisterExtra): boolean =>
  readers === null && add === undefined && addAt === undefined && actions === undefined

export type RegisterExtras = Readonly<Record<string, RegisterExtra>>
