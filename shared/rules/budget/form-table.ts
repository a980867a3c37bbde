import { assignColumns, guessColumn, knownRoles } from './columns.ts'

const searched = 12

/** Whether pasted cells are a budget form with its headings: one of the first lines names at least four of its columns and little else. */
export const isFormTable = (cells: readonly (readonly string[])[]): boolean =>
  cells.slice(0, searched).some((line) => {
    const filled = line.map((text) => text.replace(/\s+/g, ' ').trim())
    const texts = filled.filter((text) => text !== '')
    const known = texts.filter((text) => guessColumn(text).score > 0 && guessColumn(text).cover >= 0.5)
    const columns = assignColumns(filled.map((text) => text || undefined))
    return known.length >= 4 && known.length * 2 >= texts.length && knownRoles(columns) >= 4
  })
