export const handoverPath = '/serah-terima'

/** Who hands over, and to whom, as far as it is known. */
export const handoverAddress = (from: string, to: string | null = null): string =>
  `${handoverPath}?${new URLSearchParams({ dari: from, ...(to === null ? {} : { kepada: to }) })}`
