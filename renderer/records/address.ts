/** Addresses of registers. Ids stand in the query: a path whose last part holds a dot is a file for the shell. */
export const registerPath = (type: string): string => `/daftar/${type}`

/** In place of an id: a record that is being added. */
export const newId = 'baru'

export const recordAddress = (type: string, id: string, alone = false): string =>
  `${registerPath(type)}?${new URLSearchParams({ buka: id, ...(alone ? { sendiri: '1' } : {}) })}`
