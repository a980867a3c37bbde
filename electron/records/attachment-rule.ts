import { fail } from '../../shared/contract/result.ts'
import type { Cells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { definitions } from '../../shared/records/index.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import type { Rule } from '../store/judging/lawful.ts'

const opdOf = ({ type, scope }: AnyDefinition, id: string, row: Cells): unknown =>
  type === 'opd' ? id : scope === null ? null : (row[scope] ?? null)

/** Whoever may attach to the records of one OPD attaches nothing to those of another. Once there, it goes with its own OPD. */
export const attachmentOfItsOpd: Rule = ({ definition, cells, row, look }) => {
  const { owner, opd } = { ...row, ...cells }
  if (definition.type !== 'attachment' || typeof owner !== 'string') return null
  if (row !== null && !('owner' in cells || 'opd' in cells)) return null
  for (const one of definitions as readonly AnyDefinition[]) {
    const found = look(one.type, owner)
    if (found !== null)
      return opdOf(one, owner, found) === (opd ?? null)
        ? null
        : fail('Forbidden', recordsTexts.attachForbidden).error
  }
  return null
}
