import { sheetText } from './sheet.ts'

/** Puts a table on the clipboard; false where the system did not let it. */
export const copySheet = async (
  heading: readonly string[],
  lines: readonly (readonly string[])[],
): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(sheetText(heading, lines))
    return true
  } catch {
    return false
  }
}
