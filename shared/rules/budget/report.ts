/** The consolidation as one document: what the PDF, Word and Excel exports print, and where each number comes from. */

import type { Letterhead } from '../document/letterhead.ts'

export type Sum = {
  readonly rows: number
  readonly withoutCost: number /** Rupiah, whole. */
  readonly total: number
}
export type Group = Sum & { readonly label: string }

export type GroupNow = Group & {
  /** The OPDs of then whose sums are in it. */
  readonly from: readonly string[]
}

export type ReportForm = Sum & {
  readonly opdCode: string
  readonly opd: string
  readonly version: number
  readonly status: string
  /** ISO date on which the form was received. */
  readonly received: string
  readonly files: readonly string[]
}

export type ReportRow = {
  readonly opdCode: string
  readonly output: string
  readonly subOutput: string
  readonly stage: string
  readonly method: string
  readonly implementer: string
  readonly duration: string
  readonly resources: string
  /** One source; a row with several is printed as one line for each, so that sums by source are exact. */
  readonly source: string
  readonly amount: number | null
  /** A further source of the row above it: money, but not counted as a row of its own. */
  readonly continued?: true
  /** Corrected before saving: what the form said, in words. */
  readonly corrected?: string | undefined
}

/** Points that an officer must see; each is one printed sentence. */
export type ReportPoint = { readonly kind: string; readonly text: string }

export type ReportSigner = {
  readonly place: string
  /** ISO date. */
  readonly date: string
  readonly position: string
  readonly name: string
  readonly rank: string
  readonly nip: string
}

export type ConsolidationReport = {
  readonly city: string
  readonly letterhead: Letterhead
  readonly year: number
  /** Name of the budget stage: "Usulan", … */
  readonly stage: string
  /** "Pasal 6 ayat (4) Peraturan Walikota Prabumulih Nomor 64 Tahun 2017". */
  readonly legalBasis: string
  readonly forms: readonly ReportForm[]
  readonly rows: readonly ReportRow[]
  readonly byOpd: readonly Group[]
  /** The same sums under what the OPDs have become by the date of the document; absent where none became another one. */
  readonly byOpdNow?: readonly GroupNow[] | undefined
  readonly bySource: readonly Group[]
  readonly byOutput: readonly (Group & { readonly opd: string; readonly subOutputs: readonly Group[] })[]
  readonly byImplementer: readonly Group[]
  readonly byMethod: readonly Group[]
  readonly all: Sum & { readonly forms: number }
  /** Rows that were filled in differently and wait for a decision, and how much of the total rests on them; absent where none does. */
  readonly disputed?: { readonly forms: number; readonly rows: number; readonly amount: number } | undefined
  readonly points: readonly ReportPoint[]
  readonly signer: ReportSigner
  /** Head of the change log at the time of printing. */
  readonly log: { readonly device: string; readonly seq: number; readonly hash: string }
  /** ISO time of printing. */
  readonly printed: string
}

export type Paper = 'A4' | 'F4'
