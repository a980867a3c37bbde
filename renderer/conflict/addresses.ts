/** Addresses of what other computers brought. Ids stand in the query: a path whose last part holds a dot is a file for the shell. */
export const conflictPath = '/dari-komputer-lain'

export const heldPart = 'ditahan'

export const conflictAddress = {
  list: (): string => conflictPath,
  /** The record with its values beside each other. */
  open: (id: string): string => `${conflictPath}?${new URLSearchParams({ buka: id })}`,
  held: (): string => `${conflictPath}?${new URLSearchParams({ bagian: heldPart })}`,
} as const
