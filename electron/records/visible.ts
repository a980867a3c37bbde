import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'
import type { Session } from '../feature.ts'
import type { Reader } from '../store/reader.ts'

export type Row = Readonly<Record<string, Cell>> & { readonly id: string; readonly _row: number }

/** Whether a record is of an OPD that the officer may see, or of none. */
export const isVisible = ({ scope }: AnyDefinition, row: Row, { opds }: Session): boolean =>
  opds === null || scope === null || opds.includes(String(row[scope]))

/** A live record that the officer may see: of any OPD, or of one of theirs. */
export const rowFor = (
  reader: Reader,
  definition: AnyDefinition,
  id: string,
  session: Session,
): Row | null => {
  const row = reader.row<Row>(`select * from "${definition.type}" where id = ? and _deleted = 0`, id)
  return row !== undefined && isVisible(definition, row, session) ? row : null
}

/** The same for a record of which only the id is known; ids are never given twice, whatever the type. */
export const recordFor = (
  reader: Reader,
  id: string,
  session: Session,
): { readonly definition: AnyDefinition; readonly row: Row } | null => {
  for (const definition of reader.catalogue.values()) {
    const row = definition.isSealed || definition.internal ? null : rowFor(reader, definition, id, session)
    if (row !== null) return { definition, row }
  }
  return null
}

/** OPD that a record belongs to, null where it has none. */
export const opdOf = ({
  definition,
  row,
}: {
  readonly definition: AnyDefinition
  readonly row: Row
}): string | null => {
  if (definition.type === 'opd') return row.id
  const opd = definition.scope === null ? null : row[definition.scope]
  return typeof opd === 'string' ? opd : null
}

/** A record whose papers the officer may see: of the OPD itself, whose name everybody sees, they are that OPD's alone. */
export const papersOf = (
  reader: Reader,
  id: string,
  session: Session,
): { readonly definition: AnyDefinition; readonly row: Row } | null => {
  const found = recordFor(reader, id, session)
  const opd = found === null ? null : opdOf(found)
  return opd === null || session.opds === null || session.opds.includes(opd) ? found : null
}

/** Live records of one OPD, oldest first. */
export const rowsOfOpd = (reader: Reader, { type, scope }: AnyDefinition, opd: string): readonly Row[] =>
  scope === null
    ? []
    : reader.rows<Row>(`select * from "${type}" where "${scope}" = ? and _deleted = 0 order by _row`, opd)
