import type { Cells } from '../../../shared/records/cell.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import type { Cell } from '../../../shared/records/field.ts'

/** Officers named in a cell: a JSON list of ids; none where it is anything else. */
export const officersIn = (cell: Cell | undefined): string[] => {
  if (typeof cell !== 'string') return []
  try {
    const named: unknown = JSON.parse(cell)
    return Array.isArray(named) ? [...new Set(named)].filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** Officers for whom alone a record is readable. */
export const namedIn = (definition: AnyDefinition, cells: Cells): string[] =>
  definition.readers === null ? [] : officersIn(cells[definition.readers])
