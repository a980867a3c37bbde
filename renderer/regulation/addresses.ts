export const regulationPath = '/peraturan'
/** Where a regulation or framework comes in from a file. */
export const takePath = `${regulationPath}/tambah`

/** Where a unit of a built-in regulation is read: “PBM-6(4)”. */
export const unitAddress = (key: string): string => `${regulationPath}?buka=${encodeURIComponent(key)}`

/** Where a text is read: a built-in regulation by its name, what the city brought by its record. */
export const textAddress = (id: string): string => `${regulationPath}?${new URLSearchParams({ perwal: id })}`
