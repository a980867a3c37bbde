import { fail } from '../../shared/contract/result.ts'
import type { Cells } from '../../shared/records/cell.ts'
import { sealedTexts } from '../../shared/texts/sealed.ts'
import type { Rule, RuledChange } from '../store/judging/lawful.ts'

const isSaid = (cells: Cells, key: string): boolean =>
  typeof cells[key] === 'string' && cells[key].trim() !== ''

/** A second officer on duty. */
const isApproved = ({ cells, officer, look }: RuledChange): boolean => {
  const { approver } = cells
  if (typeof approver !== 'string' || approver === officer) return false
  const found = look('officer', approver)
  return found !== null && found['active'] !== 0
}

/** A destruction says why, by which law and who agreed, and stays as it was written: what is gone does not come back. */
export const destructionStands: Rule = (change) => {
  const { definition, row, cells } = change
  if (definition.type !== 'sealedDestruction') return null
  if (row !== null) return fail('DestructionStays', sealedTexts.destructionStays).error
  const isWhole = ['record', 'reason', 'basis'].every((key) => isSaid(cells, key))
  return isWhole && isApproved(change) ? null : fail('NeedsApprover', sealedTexts.needsApprover).error
}
