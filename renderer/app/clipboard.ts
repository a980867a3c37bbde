import { sheetText } from './sheet.ts'

/** Puts a text on the clipboard; false where the system did not let it. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Puts a table on the clipboard; false where the system did not let it. */
export const copySheet = (
  heading: readonly string[],
  lines: readonly (readonly string[])[],
): Promise<boolean> => copyText(sheetText(heading, lines))
