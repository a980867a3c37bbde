import type { CellValue, Columns, GridRow, Patch, Patches, Range, Rows } from './types.ts'

export const valueAt = (row: GridRow | undefined, column: string): CellValue => row?.cells[column] ?? null

/** A patch per cell, or none where nothing would change. */
export const setPatch = (row: GridRow, column: string, after: CellValue): Patches => {
  const before = valueAt(row, column)
  return before === after ? [] : [{ type: 'set', row: row.id, column, before, after }]
}

type SetPatch = Extract<Patch, { type: 'set' }>
type RowsPatch = Exclude<Patch, SetPatch>

const applySets = (rows: Rows, sets: readonly SetPatch[]): Rows => {
  const byRow = new Map<string, Record<string, CellValue>>()
  for (const { row, column, after } of sets) byRow.set(row, { ...byRow.get(row), [column]: after })
  return rows.map((row) => {
    const changed = byRow.get(row.id)
    return changed ? { ...row, cells: { ...row.cells, ...changed } } : row
  })
}

const applyRows = (rows: Rows, patch: RowsPatch): Rows => {
  const ids = new Set(patch.rows.map(({ id }) => id))
  const others = rows.filter(({ id }) => !ids.has(id))
  return patch.type === 'remove' ? others : others.toSpliced(patch.at, 0, ...patch.rows)
}

/** Sets that follow each other are applied in one pass, so that a block of thousands of cells stays quick. */
const runs = (patches: Patches): (readonly SetPatch[] | RowsPatch)[] => {
  const found: (SetPatch[] | RowsPatch)[] = []
  for (const patch of patches) {
    const last = found.at(-1)
    if (patch.type !== 'set') found.push(patch)
    else if (Array.isArray(last)) last.push(patch)
    else found.push([patch])
  }
  return found
}

/** Rows after the patches, in order. A patch for a row that is gone is left out. */
export const applyPatches = (rows: Rows, patches: Patches): Rows =>
  runs(patches).reduce<Rows>((now, run) => ('type' in run ? applyRows(now, run) : applySets(now, run)), rows)

const opposite = { insert: 'remove', remove: 'insert' } as const
const invertOne = (patch: Patch): Patch =>
  patch.type === 'set'
    ? { ...patch, before: patch.after, after: patch.before }
    : { ...patch, type: opposite[patch.type] }

/** Patches that take `patches` back: invert(p) after p changes nothing. */
export const invert = (patches: Patches): Patches => patches.map(invertOne).reverse()

/** Empties the cells of a range; columns that are read only stay. */
export const clearRange = (rows: Rows, columns: Columns, range: Range): Patches =>
  rowsOf(rows, range).flatMap((row) =>
    columnsOf(columns, range).flatMap(({ key }) => setPatch(row, key, null)),
  )

export const insertRows = (at: number, rows: Rows): Patches =>
  rows.length === 0 ? [] : [{ type: 'insert', at, rows }]

export const removeRows = (rows: Rows, { top, bottom }: Pick<Range, 'top' | 'bottom'>): Patches => {
  const gone = rows.slice(top, bottom + 1)
  return gone.length === 0 ? [] : [{ type: 'remove', at: top, rows: gone }]
}

const rowsOf = (rows: Rows, { top, bottom }: Range) => rows.slice(top, bottom + 1)
const columnsOf = (columns: Columns, { left, right }: Range) =>
  columns.slice(left, right + 1).filter(({ readOnly }) => !readOnly)
