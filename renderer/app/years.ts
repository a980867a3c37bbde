/** Planning in one year is for the next: the year that is open unless the address names another. */
export const usualYear = (today: string): number => Number(today.slice(0, 4)) + 1

/** "2027" → 2027; anything else → null. */
export const readYear = (text: string | null): number | null =>
  text !== null && /^20\d{2}$/.test(text) ? Number(text) : null

/** Years to choose from, newest first: those around the usual one, those with forms, and the one that is open. */
export const yearChoices = (usual: number, withForms: readonly number[], open: number): number[] =>
  [...new Set([usual + 1, usual, usual - 1, ...withForms, open])].sort((a, b) => b - a)
