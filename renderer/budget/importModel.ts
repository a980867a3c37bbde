import type { z } from 'zod'
import type { budgetAccept, parsedImport } from '../../shared/contract/budget.ts'
import type { InputOf } from '../../shared/contract/call.ts'
import type { RowMark } from '../../shared/records/budget.ts'
import { agreesNow, isWholeDoubt } from '../../shared/rules/budget/form-marks.ts'
import { joinSources } from '../../shared/rules/budget/funding.ts'
import type { ParsedRow } from '../../shared/rules/budget/parsed.ts'
import type { GridRow } from '../ui/grid/types.ts'
import { durationWords } from './durationWords.ts'
import { type Named, namedOf } from './guessOpd.ts'
import { wrongCells } from './moneyCell.ts'
import type { Base, Bases, Sheet } from './sheet.ts'

type Parsed = z.output<typeof parsedImport>
type AnyFile = Parsed['files'][number]
export type ReadFile = Extract<AnyFile, { outputs: unknown }>
export type RefusedFile = Extract<AnyFile, { error: unknown }>
export type ImportDoubt = ReadFile['doubts'][number]

export type OpdChoice = {
  readonly id: string | null
  readonly code: string
  readonly name: string
  /** Of a new OPD; found by it later. */
  readonly short: string
}
export type ImportMode = InputOf<typeof budgetAccept>['mode']

/** One file on its way: `open` until the officer saved it, refused it, or used another file of its OPD instead. */
export type ImportFile = {
  readonly key: string
  /** Place of the file in the preview. */
  readonly index: number
  readonly name: string
  readonly sheet: Sheet
  readonly bases: Bases
  /** Rows as the importer gave them, by id of the grid row. */
  readonly parsed: ReadonlyMap<string, ParsedRow>
  /** Doubts about the whole file or a table; rows carry their own. */
  readonly general: readonly ImportDoubt[]
  /** Places of those among them that the officer found right. */
  readonly settled: readonly number[]
  readonly leftOut: ReadFile['leftOut']
  readonly state: 'open' | 'saved' | 'refused' | 'aside'
  /** Key of the file that is used where this one is set aside. */
  readonly usedInstead: string | null
  readonly opd: OpdChoice | null
  /** The OPD came from the file's name or kop, not from the officer. */
  readonly guessed: boolean
  /** Where the file may name its OPD. */
  readonly named: Named
  /** The OPD, by id or name, that the officer keeps though the file names another; null: not asked. */
  readonly opdKept: string | null
  readonly year: number
  readonly received: string
  readonly letter: string
  readonly mode: ImportMode
  readonly error: string | null
  /** The form that was written. */
  readonly saved: { readonly form: string; readonly version: number } | null
}

export const isRead = (file: AnyFile): file is ReadFile => 'outputs' in file

const orNull = (text: string): string | null => (text === '' ? null : text)

export const cellsOfParsed = (row: ParsedRow, output: string): GridRow['cells'] => ({
  output: orNull(output),
  subOutput: orNull(row.subOutput),
  stage: orNull(row.stage),
  method: orNull(row.method),
  implementer: orNull(row.implementer),
  duration: orNull(row.duration),
  durationRead: orNull(durationWords(row.durationValue)),
  resources: orNull(row.resources.asPrinted),
  source: orNull(joinSources(row.resources.funding) ?? ''),
  amount: row.amount,
  other: orNull(row.resources.other),
})

const marksByRow = (doubts: readonly ImportDoubt[]): ReadonlyMap<number, RowMark[]> => {
  const found = new Map<number, RowMark[]>()
  for (const { row, column, found: words, message, type } of doubts) {
    if (row === 0) continue
    const marks = found.get(row) ?? []
    marks.push({ column, found: words, message, type })
    found.set(row, marks)
  }
  return found
}

type Built = {
  rows: GridRow[]
  bases: Map<string, Base>
  parsed: Map<string, ParsedRow>
  marks: Map<string, RowMark[]>
}

const build = (file: ReadFile): Built => {
  const built: Built = { rows: [], bases: new Map(), parsed: new Map(), marks: new Map() }
  const byRow = marksByRow(file.doubts)
  for (const { title, rows } of file.outputs)
    for (const each of rows) {
      const row = each as ParsedRow
      const id = String(row.row)
      const cells = cellsOfParsed(row, title)
      const marks = byRow.get(row.row) ?? []
      built.rows.push({ id, cells })
      built.bases.set(id, { cells, marks })
      built.parsed.set(id, row)
      if (marks.length > 0) built.marks.set(id, marks)
    }
  return built
}

type Start = {
  readonly opd: OpdChoice | null
  readonly guessed: boolean
  readonly year: number /** ISO date */
  readonly today: string
}

/** What the officer sees first of a file that was read. */
export const openFile = (file: ReadFile, index: number, { opd, guessed, year, today }: Start): ImportFile => {
  const { rows, bases, parsed, marks } = build(file)
  return {
    key: String(index),
    index,
    name: file.file,
    sheet: { rows, marks, typed: new Map() },
    bases,
    parsed,
    general: file.doubts.filter(isWholeDoubt),
    settled: [],
    leftOut: file.leftOut,
    state: 'open',
    usedInstead: null,
    opd,
    guessed,
    named: namedOf(file),
    opdKept: null,
    year,
    received: today,
    letter: '',
    mode: 'version',
    error: null,
    saved: null,
  }
}

const sumOf = (rows: Iterable<Pick<GridRow, 'cells'>>): number => {
  let sum = 0
  for (const { cells } of rows) sum += typeof cells.amount === 'number' ? cells.amount : 0
  return sum
}

/** A printed sum of the whole file that its rows make by now. `total`: whole rupiah of the rows that are taken. */
const agrees = ({ bases }: ImportFile, { sums }: ImportDoubt, total: number): boolean =>
  sums !== undefined &&
  agreesNow({ stated: sums.stated, whole: sums.counted === sumOf(bases.values()) }, total)

/** Places of the doubts about the whole file that are still open. */
export const openGeneral = (file: ImportFile, total: number = sumOf(file.sheet.rows)): readonly number[] =>
  file.general.flatMap((doubt, at) => (file.settled.includes(at) || agrees(file, doubt, total) ? [] : [at]))

/** Rows of the file that the officer took out, in the order of the file. */
export const refusedRows = (file: ImportFile): readonly GridRow[] => {
  const present = new Set(file.sheet.rows.map(({ id }) => id))
  return [...file.bases].filter(([id]) => !present.has(id)).map(([id, { cells }]) => ({ id, cells }))
}

/** A refused row comes back to its place among the rows of the file. */
export const takeBack = (file: ImportFile, id: string): Sheet => {
  const base = file.bases.get(id)
  if (base === undefined) return file.sheet
  const order = [...file.bases.keys()]
  const place = order.indexOf(id)
  const after = new Set(order.slice(place + 1))
  const found = file.sheet.rows.findIndex((row) => after.has(row.id))
  const at = found === -1 ? file.sheet.rows.length : found
  const marks = new Map(file.sheet.marks)
  if (base.marks.length > 0) marks.set(id, base.marks)
  return { ...file.sheet, rows: file.sheet.rows.toSpliced(at, 0, { id, cells: base.cells }), marks }
}

export type Missing = 'opd' | 'name' | 'year' | 'received' | 'rows' | 'amount'

const missingOfOpd = (opd: OpdChoice | null): Missing | null => {
  if (opd === null) return 'opd'
  if (opd.id !== null) return null
  return opd.name.trim() === '' ? 'name' : null
}

/** What is missing before Simpan; null: nothing. Only the act of saving is held back, and it is said why. */
export const missingFor = ({ opd, year, received, sheet }: ImportFile): Missing | null => {
  const ofOpd = missingOfOpd(opd)
  if (ofOpd !== null) return ofOpd
  if (!Number.isInteger(year) || year < 2000 || year > 2100) return 'year'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(received)) return 'received'
  if (sheet.rows.length === 0) return 'rows'
  return wrongCells(sheet.rows).length > 0 ? 'amount' : null
}
