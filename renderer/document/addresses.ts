export const documentPaths = { verify: '/tanda-tangan' } as const

/** The verification of a file that was just made; `made` as the export answered it. */
export const verifyAddress = (made: string, name: string): string =>
  `${documentPaths.verify}?${new URLSearchParams({ berkas: made, nama: name })}`
