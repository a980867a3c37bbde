import { deletedKey } from '../../shared/commit/part.ts'
import { fail } from '../../shared/contract/result.ts'
import { consolidationTexts } from '../../shared/texts/consolidation.ts'
import type { Rule } from '../store/judging/lawful.ts'

/** What was drawn up stays as it was: by whoever says so, and not ahead of the time. It may be deleted. */
export const drawnByItsAuthor: Rule = ({ definition, row, cells, officer, time }) => {
  if (definition.type !== 'consolidation') return null
  const isKept = row !== null && Object.keys(cells).every((key) => key === deletedKey)
  const isOwn = row === null && cells['by'] === officer
  const isNow = String(cells['drawnUp'] ?? '') <= new Date(time).toISOString()
  return isKept || (isOwn && isNow) ? null : fail('NotOwnWord', consolidationTexts.refusal.notOwn).error
}
