import type { FormMark, FormStatus } from '../../records/budget.ts'
import type { ComparedRow } from '../budget/compare.ts'
import type { Standard } from './price.ts'

export type PointKind =
  | 'disputed'
  | 'missing'
  | 'listOpen'
  | 'codeless'
  | 'withoutCost'
  | 'withoutSource'
  | 'abovePrice'
  | 'twin'
  | 'duplicate'
  | 'changed'
  | 'total'
  | 'doubt'
  | 'corrected'
  | 'returned'
  | 'unfinished'
/** One sentence for the officer, with the forms and rows that it speaks of. */
export type Point = {
  readonly kind: PointKind
  readonly text: string
  readonly forms: string[]
  readonly rows: string[]
}

export type PointForm = {
  readonly id: string
  readonly opd: string
  readonly name: string
  readonly version: number
  /** '' where the register has none yet. */
  readonly opdCode: string
  readonly status: FormStatus
  readonly total: number
  readonly rows: number
  /** Doubts about the whole form that nobody has settled. */
  readonly open: readonly FormMark[]
  /** What waits for a decision. */
  readonly disputed?: { readonly rows: number; readonly amount: number; readonly form: boolean } | undefined
  /** Rows of its files that were not taken. */
  readonly refused?: number | undefined
}
export type PointRow = ComparedRow & {
  readonly id: string
  readonly form: string
  /** Place on the form, from 1. */
  readonly number: number
  /** Doubts about it that nobody has settled. */
  readonly marks: number
  /** It was said to be right that it has a twin, and nothing of that is in doubt again. */
  readonly twinSettled?: boolean | undefined
  /** Cells that were corrected before saving; the row is not the file's at all. */
  readonly corrected?: number | undefined
  readonly added?: boolean | undefined
}
/** A form as the last consolidation held it. */
export type HeldForm = {
  readonly form: string
  readonly opd: string
  readonly name: string
  readonly version: number
  readonly total: number
  readonly rows: number
}
export type PointInput = {
  readonly year: number
  readonly forms: readonly PointForm[]
  readonly rows: readonly PointRow[]
  readonly missing: readonly string[]
  /** Nobody said that the list of OPDs holds all of them. */
  readonly listOpen: boolean
  readonly standards: readonly Standard[]
  readonly last: readonly HeldForm[] | null
  /** Rows of a form that were edited or made since the last consolidation. */
  readonly edited: ReadonlyMap<string, number>
}

/** Names and OPDs of the forms that points speak of. */
export class Names {
  private readonly forms: ReadonlyMap<string, PointForm>
  constructor(forms: readonly PointForm[]) {
    this.forms = new Map(forms.map((form) => [form.id, form]))
  }
  of = (form: string): string => this.forms.get(form)?.name ?? ''
  opd = (form: string): string => this.forms.get(form)?.opd ?? ''
}
