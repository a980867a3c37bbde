/** "Siti Rahmawati, S.Kom." → "SR": first letters of the first two words before the degrees. */
export const initialsOf = (name: string): string =>
  (name.split(',')[0] ?? '')
    .split(/\s+/)
    .filter((word) => /^\p{L}[^.]*$/u.test(word))
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
