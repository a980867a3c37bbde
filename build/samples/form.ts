/** One budget form of an OPD: what it says (the truth, as a careful person reads it) and how it is laid out. */

/** Rupiah, whole, by canonical source; '' where nothing in the form names the source. */
export type Money = Readonly<Record<string, number>>

export type SampleRow = {
  readonly subOutput: string
  readonly stage: string
  readonly method: string
  readonly implementer: string
  readonly duration: string
  /** The cell as printed, or the number of a numeric cell; '' where blank. */
  readonly printed: string | number
  readonly money: Money
  /** What is not money in the cell of the resources. */
  readonly other: string
  readonly volume?: number
  readonly unit?: string
  /** Rupiah, whole, for one unit. */
  readonly unitPrice?: number
  /** Name of the price standard with which `unitPrice` can be compared. */
  readonly standard?: string
  /** The same mark in two forms: the same thing in other words. */
  readonly alike?: string
  readonly doubtful?: boolean
  /** Text of a Word footnote that hangs on the stage. */
  readonly footnote?: string
}

type More = Partial<
  Omit<SampleRow, 'subOutput' | 'stage' | 'method' | 'implementer' | 'duration' | 'printed' | 'money'>
>

export const row = (
  subOutput: string,
  stage: string,
  method: string,
  implementer: string,
  duration: string,
  printed: string | number = '',
  money: Money = {},
  more: More = {},
): SampleRow => ({
  subOutput,
  stage,
  method,
  implementer,
  duration,
  printed,
  money,
  other: '',
  ...more,
})

export type ColumnKind =
  | 'number'
  | 'output'
  | 'subOutput'
  | 'stage'
  | 'method'
  | 'implementer'
  | 'duration'
  | 'resources'
  | 'source'
  | 'volume'
  | 'unit'
  | 'unitPrice'
/** `width` in characters. */
export type Column = { readonly kind: ColumnKind; readonly head: string; readonly width: number }

export type Layout = {
  readonly columns: readonly Column[]
  /** Cells of sub outputs (and outputs): merged, blank below the first, or written again in each row. */
  readonly groups: 'merged' | 'blank' | 'repeated'
  /** The output stands in a row of the table, in a line above it, or in a column. */
  readonly titles: 'row' | 'above' | 'column'
  readonly titlePrefix?: string
  /** A second heading row with 1, 2, 3 … */
  readonly numberedHead?: boolean
  /** The heading is typed again before these rows, as after a page break made by hand. */
  readonly headAgainBefore?: readonly number[]
  /** An empty row stands before these rows. */
  readonly emptyBefore?: readonly number[]
  readonly subtotal?: string
  readonly total?: string
  /** How sums are printed; 'formula' for a SUM over real numbers. */
  readonly sums?: 'formula' | ((amount: number) => string)
  /** The total that the OPD printed where it is not the sum. */
  readonly printedTotal?: number
}

export type SampleOutput = { readonly title: string; readonly rows: readonly SampleRow[] }
export type Signature = {
  readonly place: string
  readonly position: string
  readonly name: string
  readonly rank: string
  readonly nip: string
}
export type Form = {
  /** File name, with its ending. */
  readonly file: string
  readonly opd: string
  readonly address: string
  /** Lines of the title, below the kop. */
  readonly title: readonly string[]
  readonly outputs: readonly SampleOutput[]
  readonly layout: Layout
  /** Lines below the table. */
  readonly notes?: readonly string[]
  readonly signature: Signature
  /** Words that whoever reads the file must report as left out. */
  readonly leftOut?: readonly string[]
}

export const year = 2027
export const rowsOf = (form: Form): readonly SampleRow[] => form.outputs.flatMap((output) => output.rows)
/** Rupiah; null where the row has no cost. */
export const amountOf = ({ money }: SampleRow): number | null => {
  const amounts = Object.values(money)
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0)
}
export const totalOf = (rows: readonly SampleRow[]): number =>
  rows.reduce((sum, row) => sum + (amountOf(row) ?? 0), 0)
