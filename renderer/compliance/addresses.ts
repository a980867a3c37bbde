export const compliancePath = '/kepatuhan'

/** Ids stand in the query: a path whose last part holds a dot is a file for the shell. */
export const complianceAddress = {
  matrix: (): string => compliancePath,
  agency: (opd: string): string => `${compliancePath}/opd?${new URLSearchParams({ opd })}`,
  duty: (obligation: string): string =>
    `${compliancePath}/pasal?${new URLSearchParams({ kewajiban: obligation })}`,
  due: (): string => `${compliancePath}/tempo`,
  alike: (): string => '/daftar/data-sejenis',
  /** `since`: ISO date; null: as far back as usual. */
  changes: (since: string | null = null): string =>
    `${compliancePath}/perubahan${since === null ? '' : `?${new URLSearchParams({ sejak: since })}`}`,
  city: (): string => `${compliancePath}/kota`,
} as const
