import type { Choice } from '../formFields.ts'

/** Whole rupiah for money, text for the rest; money that could not be read stays as its text. null: nothing there. */
export type CellValue = string | number | null
export type GridRow = { readonly id: string; readonly cells: Readonly<Record<string, CellValue>> }
export type Rows = readonly GridRow[]
export type Parsed = {
  readonly value: CellValue /** one sentence for the officer */
  readonly doubt?: string
}

export type GridColumn = {
  readonly key: string
  readonly heading: string
  /** Stands once in the heading: “Rp”. */
  readonly unit?: string
  readonly kind: 'text' | 'longText' | 'money' | 'choice'
  /** Lines over which a text of kind `text` may run; one unless told. Long texts take what they need. */
  readonly lines?: number
  /** Pixels at first; the officer can change it. */
  readonly width: number
  readonly readOnly?: boolean
  /** Said where an officer types into it all the same: where the value comes from. */
  readonly whyReadOnly?: string
  readonly choices?: readonly Choice[]
  /** What was typed or pasted; if missing, by kind. */
  readonly parse?: (text: string) => Parsed
  /** What the cell shows; if missing, by kind. */
  readonly format?: (value: CellValue) => string
  /** In the row of totals; money is, unless false. */
  readonly total?: boolean
}
export type Columns = readonly GridColumn[]

export type MarkKind = 'doubt' | 'changed' | 'error' | 'disputed'
export type Mark = { readonly kind: MarkKind; readonly message: string }
/** By id of the row, then key of the column. Keep the identity of what did not change. */
export type Marks = Readonly<Record<string, Readonly<Record<string, Mark>>>>
export type RowStatus = { readonly tone: 'good' | 'warn' | 'bad' | 'info' | 'quiet'; readonly label: string }

export type Patch =
  | {
      readonly type: 'set'
      readonly row: string
      readonly column: string
      readonly before: CellValue
      readonly after: CellValue
    }
  | { readonly type: 'insert' | 'remove'; readonly at: number; readonly rows: Rows }
export type Patches = readonly Patch[]

export type ChangeKind = 'edit' | 'paste' | 'cut' | 'clear' | 'fill' | 'insert' | 'remove' | 'undo' | 'redo'
export type CellDoubt = { readonly row: string; readonly column: string; readonly message: string }
export type GridChange = {
  readonly kind: ChangeKind
  /** All rows after the change. */
  readonly rows: Rows
  readonly patches: Patches
  /** What the columns' `parse` doubted in what was typed or pasted just now. */
  readonly doubts: readonly CellDoubt[]
}

/** Row and column by position, from 0. */
export type Spot = { readonly row: number; readonly column: number }
/** All bounds included. */
export type Range = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}
