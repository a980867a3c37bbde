type LastExport = { readonly officer: string; readonly made: string; readonly name: string }

let last: LastExport | null = null

/** The file that was exported last, by the word of the export; it is offered for verification until the window is closed. */
export const rememberExport = (made: LastExport): void => {
  last = made
}
/** Of this officer alone. */
export const lastExportOf = (officer: string): LastExport | null => (last?.officer === officer ? last : null)
