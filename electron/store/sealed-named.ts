import { type Failure, fail } from '../../shared/contract/result.ts'
import type { Cells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'
import { storeTexts } from '../../shared/texts/store.ts'
import type { RuledChange } from './lawful.ts'

/** Officers named in a cell: a JSON list of ids; none where it is anything else. */
export const officersIn = (cell: Cell | undefined): string[] => {
  if (typeof cell !== 'string') return []
  try {
    const named: unknown = JSON.parse(cell)
    return Array.isArray(named) ? named.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** Officers for whom alone a record is readable. */
export const namedIn = (definition: AnyDefinition, cells: Cells): string[] =>
  definition.sealed === null ? [] : officersIn(cells[definition.sealed])

/** Whoever changes a sealed record is named in it, before and after: nobody writes into what is not theirs to read. */
export const namedFault = ({ definition, row, cells, officer }: RuledChange): Failure | null => {
  if (definition.sealed === null) return null
  const isNamed = (of: Cells): boolean => namedIn(definition, of).includes(officer)
  return (row === null || isNamed(row)) && isNamed({ ...row, ...cells })
    ? null
    : fail('NotNamed', storeTexts.notNamed(definition.label)).error
}
