/** Capitals, and blanks of any kind and number, make no other word. */
export const loose = (text: string): string => spaced(text).toLowerCase()

/** Blanks of any kind and number are one, as a browser or Word pastes them. */
export const spaced = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
