import type { Block, Standing } from './flow.ts'
import { type Align, type Faces, leading, type Pen } from './pen.ts'
import type { Face } from './typeface.ts'
import { wrap } from './wrap.ts'

export type Column = {
  readonly title: string
  /** Points where `fixed`, else a share of what the fixed columns leave. */
  readonly width: number
  readonly align?: Align
  readonly fixed?: boolean
}
export type Table = {
  readonly columns: readonly Column[]
  readonly x: number
  readonly size: number
  readonly faces: Faces
}

export type RowStyle = {
  readonly face?: Face
  /** Background, 0 black to 1 white. */
  readonly tint?: number
  /** Cells that run over several columns: index of the first → count. */
  readonly spans?: Readonly<Record<number, number>>
  readonly aligns?: Readonly<Record<number, Align>>
  /** Columns whose upper rule is left out, because the cell above goes on. */
  readonly open?: readonly number[]
  /** No upright rules between cells. */
  readonly seamless?: boolean
}

const padding = { x: 3.5, top: 2.6, bottom: 1.6 } as const
const thin = 0.4
const ruleGrey = 0.35

const none: ReadonlySet<number> = new Set()

type Cell = {
  readonly x: number
  readonly width: number
  readonly align: Align
  readonly lines: readonly string[]
}

const cellsOf = (table: Table, texts: readonly string[], style: RowStyle): Cell[] => {
  const cells: Cell[] = []
  let x = table.x
  for (let index = 0; index < table.columns.length; ) {
    const span = style.spans?.[index] ?? 1
    const covered = table.columns.slice(index, index + span)
    const width = covered.reduce((sum, column) => sum + column.width, 0)
    const measure = (text: string) => table.faces[style.face ?? 'regular'].width(text, table.size)
    const align = style.aligns?.[index] ?? covered[0]?.align ?? 'left'
    cells.push({ x, width, align, lines: wrap(texts[index] ?? '', width - 2 * padding.x, measure) })
    x += width
    index += span
  }
  return cells
}

/** No row takes more lines than this on one page; the rest goes on below. */
const mostLines = 24

const slices = (cells: readonly Cell[]): Cell[][] => {
  const lines = Math.max(...cells.map((cell) => cell.lines.length))
  return Array.from({ length: Math.ceil(lines / mostLines) }, (_, part) =>
    cells.map((cell) => ({ ...cell, lines: cell.lines.slice(part * mostLines, (part + 1) * mostLines) })),
  )
}

const drawCell = (pen: Pen, table: Table, cell: Cell, y: number, face: Face) => {
  const step = table.size * leading
  cell.lines.forEach((line, index) => {
    pen.text(line, cell.x + padding.x, y + padding.top + index * step, cell.width - 2 * padding.x, {
      face,
      size: table.size,
      align: cell.align,
    })
  })
}

type Edges = { readonly open: ReadonlySet<number>; readonly seamless: boolean }

const drawRules = (
  pen: Pen,
  cells: readonly Cell[],
  y: number,
  height: number,
  { open, seamless }: Edges,
) => {
  cells.forEach((cell, index) => {
    if (!open.has(index)) pen.rule(cell.x, y, cell.x + cell.width, y, thin, ruleGrey)
    if (index === 0 || !seamless) pen.rule(cell.x, y, cell.x, y + height, thin, ruleGrey)
  })
  const last = cells.at(-1) as Cell
  pen.rule(last.x + last.width, y, last.x + last.width, y + height, thin, ruleGrey)
}

const closeBelow = (pen: Pen, cells: readonly Cell[], y: number) => {
  const [first, last] = [cells[0] as Cell, cells.at(-1) as Cell]
  pen.rule(first.x, y, last.x + last.width, y, thin, ruleGrey)
}

/** One row of a table as blocks (more than one only where the row is very tall). The last row of a page is closed below. */
export const tableRow = (
  table: Table,
  texts: readonly string[],
  style: RowStyle = {},
  flow: Pick<Block<Pen>, 'keepWithNext' | 'repeat'> & { readonly closes?: boolean } = {},
): Block<Pen>[] => {
  const parts = slices(cellsOf(table, texts, style))
  return parts.map((cells, part) => {
    const lines = Math.max(1, ...cells.map((cell) => cell.lines.length))
    const height = lines * table.size * leading + padding.top + padding.bottom
    const open = new Set(part === 0 ? style.open : cells.keys())
    const isLast = part === parts.length - 1
    return {
      height,
      ...(flow.repeat === undefined ? {} : { repeat: flow.repeat }),
      keepWithNext: isLast && flow.keepWithNext === true,
      draw: (pen: Pen, y: number, standing: Standing) => {
        const [first, last] = [cells[0] as Cell, cells.at(-1) as Cell]
        if (style.tint !== undefined) pen.fill(first.x, y, last.x + last.width - first.x, height, style.tint)
        drawRules(pen, cells, y, height, {
          open: standing.first ? none : open,
          seamless: style.seamless === true,
        })
        for (const cell of cells) drawCell(pen, table, cell, y, style.face ?? 'regular')
        if (standing.last || (isLast && flow.closes === true)) closeBelow(pen, cells, y + height)
      },
    }
  })
}

const widthOf = (columns: readonly Column[]): number => columns.reduce((sum, { width }) => sum + width, 0)

/** Columns that together are `width` wide: the fixed ones as they are, the others sharing the rest. */
export const fitColumns = (columns: readonly Column[], width: number): Column[] => {
  const fixed = widthOf(columns.filter((column) => column.fixed === true))
  const shared = widthOf(columns) - fixed
  // where figures are so wide that words would get less than a fifth of the page, everything shrinks together
  const scale = Math.max(width - fixed, width / 5) / shared
  const sized = columns.map((each) => (each.fixed === true ? each : { ...each, width: each.width * scale }))
  const all = widthOf(sized)
  return sized.map((each) => ({ ...each, width: (each.width * width) / all }))
}

/** Width that a column needs so that its widest figure stays on one line. */
export const figureWidth = (figures: readonly string[], faces: Faces, size: number, least: number): number =>
  Math.max(least, ...figures.map((figure) => faces.bold.width(figure, size) + 2 * padding.x + 1))
