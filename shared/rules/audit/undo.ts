/** Undone with one press; more is named and asked first. */
const handful = 5

/** Records that stand for themselves: what was made within another record that goes too (a row with its form) is not counted. */
type UndoReach = { readonly commits: number; readonly alone: number }

/** Several changes at once, or more records than a handful. */
export const asksBeforeUndo = ({ commits, alone }: UndoReach): boolean => commits > 1 || alone > handful
