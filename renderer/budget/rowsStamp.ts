import type { BudgetRowShape } from '../../shared/contract/budget.ts'

/** FNV-1a over the rows as the store holds them: tells whether a form changed since a draft of it was begun. */
export const rowsStamp = (rows: readonly BudgetRowShape[]): string => {
  let hash = 0x811c9dc5
  const text = JSON.stringify(rows)
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return `${rows.length}.${(hash >>> 0).toString(36)}`
}
