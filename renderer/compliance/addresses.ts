export const compliancePath = '/kepatuhan'

/** Ids stand in the query: a path whose last part holds a dot is a file for the shell. */
export const complianceAddress = {
  matrix: (): string => compliancePath,
  agency: (opd: string): string => `${compliancePath}/opd?${new URLSearchParams({ opd })}`,
  duty: (obligation: string): string =>
    `${compliancePath}/pasal?${new URLSearchParams({ kewajiban: obligation })}`,
  due: (): string => `${compliancePath}/tempo`,
  alike: (): string => '/daftar/data-sejenis',
  city: (): string => `${compliancePath}/kota`,
} as const
