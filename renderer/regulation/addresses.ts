export const regulationPath = '/peraturan'

/** Where a unit is read: “PBM-6(4)”. */
export const unitAddress = (key: string): string => `${regulationPath}?buka=${encodeURIComponent(key)}`
