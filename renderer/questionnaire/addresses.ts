export const readPath = '/kepatuhan/isian'

export const questionnaireAddress = {
  /** `opd`: whose files are expected; ids stand in the query. */
  read: (opd: string | null = null): string =>
    opd === null ? readPath : `${readPath}?${new URLSearchParams({ opd })}`,
} as const
