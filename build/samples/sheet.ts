/** Lays a form out on a sheet: kop, title, table, notes, signature. */
import { opdOf } from './city.ts'
import type { Form } from './form.ts'
import { type Cell, type Line, type LineKind, linesOf, titleText } from './lines.ts'
import { columnName, type Look, type Sheet, type SheetCell, type SheetRow } from './workbook.ts'

const shade = 'D9E2F3'
const looks: Readonly<Record<LineKind, Look>> = {
  head: { bold: true, fill: shade, border: 'box', align: 'center', middle: true, wrap: true },
  numbers: { italic: true, size: 8, border: 'box', align: 'center', middle: true },
  title: { bold: true, fill: 'F2F2F2', border: 'box', align: 'left', middle: true },
  row: { border: 'box', wrap: true, middle: true },
  empty: { border: 'box' },
  subtotal: { bold: true, border: 'box', align: 'right', middle: true },
  total: { bold: true, fill: shade, border: 'box', align: 'right', middle: true },
}

const wide = (look: Look, text: string, columns: number, height = 15): SheetRow => ({
  height,
  cells: Array.from({ length: columns }, (_, index) => (index === 0 ? { value: text, look } : { look })),
})

const headRows = (form: Form, columns: number): SheetRow[] => {
  const center: Look = { align: 'center', middle: true }
  const title: Look = { ...center, bold: true, size: 12 }
  return [
    wide({ ...center, size: 12 }, 'PEMERINTAH KOTA PRABUMULIH', columns, 18),
    wide({ ...center, bold: true, size: 14 }, opdOf(form.opd).name.toUpperCase(), columns, 21),
    wide({ ...center, size: 9, border: 'below' }, form.address, columns, 16),
    wide({}, '', columns, 8),
    ...form.title.map((text) => wide(title, text, columns, 18)),
    wide({}, '', columns, 8),
    ...(form.layout.titles === 'above'
      ? form.outputs.map((output) => wide({ bold: true }, titleText(form.layout, output), columns))
      : []),
  ]
}

const columnLook = (form: Form, index: number, cell: Cell): Look => {
  const kind = form.layout.columns[index]?.kind
  if (kind === 'number' || kind === 'volume' || kind === 'unit' || kind === 'source')
    return { align: 'center' }
  return typeof cell.text === 'number'
    ? { align: 'right', thousands: true, indent: true }
    : { align: 'left', indent: true }
}

type Place = { form: Form; first: number }

const sheetCell = (line: Line, cell: Cell, index: number, { form, first }: Place): SheetCell => {
  const base = looks[line.kind]
  const look = line.kind === 'row' ? { ...base, ...columnLook(form, index, cell) } : base
  if (cell.sumOf === undefined) return { value: cell.text, look }
  const rows = cell.sumOf.map((at) => at + first + 1)
  const name = columnName(index)
  return { value: cell.text, formula: sumFormula(name, rows), look: { ...look, thousands: true } }
}

/** SUM over the runs of neighbouring rows. */
const sumFormula = (column: string, rows: readonly number[]): string => {
  const runs: [from: number, to: number][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last && last[1] === row - 1) last[1] = row
    else runs.push([row, row])
  }
  return `SUM(${runs.map(([from, to]) => `${column}${from}:${column}${to}`).join(',')})`
}

const heightOf = (form: Form, { kind, cells }: Line): number => {
  const lines = cells.map(({ text, across }, index) =>
    across ? 1 : String(text).split('\n').length - 1 + wraps(text, form.layout.columns[index]?.width ?? 10),
  )
  return (kind === 'empty' ? 1 : Math.max(...lines)) * 13.5 + (kind === 'head' ? 9 : 4)
}
const wraps = (text: string | number, width: number): number =>
  Math.max(1, Math.ceil((String(text).length * 1.15) / (width - 2)))

const mergesOf = ({ cells }: Line, row: number): string[] =>
  cells.flatMap(({ across = 1, down = 1 }, index) =>
    across > 1 || down > 1
      ? [`${columnName(index)}${row + 1}:${columnName(index + across - 1)}${row + down}`]
      : [],
  )

const footRows = (form: Form, columns: number): SheetRow[] => {
  const { place, position, name, rank, nip } = form.signature
  const at = columns - 2
  const line = (value: string, look: Look = {}): SheetRow => ({
    cells: [...Array.from({ length: at }, () => ({})), { value, look }],
  })
  const notes = (form.notes ?? []).map((value): SheetRow => ({ cells: [{ value, look: { italic: true } }] }))
  const space: SheetRow = { cells: [] }
  return [
    ...notes,
    space,
    line(`${place}`),
    line(`${position},`),
    space,
    space,
    space,
    line(name, { bold: true }),
    line(rank),
    line(`NIP ${nip}`),
  ]
}

/** The form as one sheet named `name`. */
export const sheetOf = (form: Form, name: string): Sheet => {
  const columns = form.layout.columns.length
  const head = headRows(form, columns)
  const lines = linesOf(form)
  const place = { form, first: head.length }
  const table = lines.map((line) => ({
    height: heightOf(form, line),
    cells: line.cells.map((cell, index) => sheetCell(line, cell, index, place)),
  }))
  const wideRows = head.map((_, index) => `A${index + 1}:${columnName(columns - 1)}${index + 1}`)
  return {
    name,
    widths: form.layout.columns.map(({ width }) => width),
    rows: [...head, ...table, ...footRows(form, columns)],
    merges: [...wideRows, ...lines.flatMap((line, index) => mergesOf(line, index + head.length))],
    repeat: `$${head.length + 1}:$${head.length + 1}`,
  }
}
