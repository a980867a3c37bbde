export const documentPaths = { verify: '/tanda-tangan' } as const
