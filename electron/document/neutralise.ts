/**
 * Text that a spreadsheet would run as a formula when the cell is typed, pasted or read from CSV: it starts with
 * = + - @ (also full width), TAB, CR, LF or NUL, be it behind blanks or apostrophes. Source: OWASP ASVS 5.0, 1.2.10.
 */
const dangerous = /^['\s\0\u200b\ufeff]*[=+\-@＝＋－＠]|^'*[\t\r\n\0]/u

/** Puts an apostrophe before text that would run; other text stays as it is. `restore` is its inverse. */
export const neutralise = (text: string): string => (dangerous.test(text) ? `'${text}` : text)

export const restore = (text: string): string =>
  text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text
