import { fail } from '../../shared/contract/result.ts'
import { peopleTexts } from '../../shared/texts/people.ts'
import type { Rule } from '../store/judging/lawful.ts'

/**
 * Whoever keeps one OPD says who holds its own positions, and those alone: the signature block of a paper follows from it. Officers
 * of all OPDs may leave the OPD out, as in records from before it was asked for.
 */
export const assignmentOfItsOpd: Rule = ({ definition, cells, row, look, grants }) => {
  if (definition.type !== 'assignment' || !('position' in cells || 'opd' in cells)) return null
  if (grants.some(({ role, opd }) => opd === null && definition.writers.includes(role))) return null
  const { position, opd } = { ...row, ...cells }
  if (typeof position !== 'string') return null
  return look('position', position)?.['opd'] === opd
    ? null
    : fail('Forbidden', peopleTexts.otherPosition).error
}
