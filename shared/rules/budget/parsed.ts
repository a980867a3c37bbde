/** What the importer understood of the OPDs' forms. Source of the form: Penjelasan Pasal 6 ayat (4) Perwal Prabumulih 64/2017. */

/** Rupiah, whole. `source` is the canonical name: "APBD", "DAK", …; '' where the cell names none. */
export type Funding = { readonly source: string; readonly amount: number }

export type DurationUnit = 'jam' | 'hari' | 'minggu' | 'bulan' | 'triwulan' | 'semester' | 'tahun'
/** "2 Hari, 5 Kali" = { value: 2, unit: 'hari', times: 5 }. */
export type Duration = { readonly value: number; readonly unit: DurationUnit; readonly times: number | null }

/** Where a row stands in its file, in the words of the program that made it. */
export type Place = { readonly sheet: string | null; readonly table: number | null; readonly line: number }

export type ParsedRow = {
  /** 1 for the first data row of the file, counted over all its outputs. */
  readonly row: number
  readonly place: Place
  readonly subOutput: string
  readonly stage: string
  readonly method: string
  readonly implementer: string
  /** As printed; '' where blank. */
  readonly duration: string
  readonly durationValue: Duration | null
  readonly resources: {
    /** As printed; '' where blank. */
    readonly asPrinted: string
    readonly funding: readonly Funding[]
    /** What is not money, kept as text. */
    readonly other: string
  }
  /** Sum of the funding, whole rupiah; null where the row has no cost. */
  readonly amount: number | null
  /** Cells of columns that the form does not know, by their heading as printed; never dropped. */
  readonly extra: Readonly<Record<string, string>>
}

export type FormColumn =
  | 'subOutput'
  | 'stage'
  | 'method'
  | 'implementer'
  | 'duration'
  | 'resources'
  | 'extra'
  | 'total'

export type Doubt = {
  /** 0 where the doubt concerns the whole file or table. */
  readonly row: number
  readonly place: Place
  readonly column: FormColumn
  /** The words found in the cell. */
  readonly found: string
  /** One sentence for the officer: what happened, what is safe, what to do. */
  readonly message: string
  readonly type: string
  /** A printed sum that differs: as printed, and of the rows that it seems to sum up; whole rupiah. */
  readonly sums?: DoubtSums | undefined
}
export type DoubtSums = { readonly stated: number; readonly counted: number }

export type LeftOut = { readonly where: string; readonly reason: string }

export type ParsedOutput = {
  readonly title: string
  readonly rows: readonly ParsedRow[]
  readonly total: number
}

export type ParsedFile = {
  readonly file: string
  readonly outputs: readonly ParsedOutput[]
  readonly doubts: readonly Doubt[]
  readonly leftOut: readonly LeftOut[]
  /** A printed sum that all rows of the file make: its words and whole rupiah. */
  readonly printed?: PrintedSum | undefined
}
export type PrintedSum = { readonly found: string; readonly stated: number }
export type RefusedFile = {
  readonly file: string
  readonly error: { readonly type: string; readonly message: string }
}

/** `bySource`: whole rupiah by canonical source, sorted by source. */
export type ParsedImport = {
  readonly files: readonly (ParsedFile | RefusedFile)[]
  readonly total: number
  readonly bySource: readonly Funding[]
}
