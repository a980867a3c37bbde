import { z } from 'zod'

/** Addresses of registers. Ids stand in the query: a path whose last part holds a dot is a file for the shell. */
export const registerPath = (type: string): string => `/daftar/${type}`

/** In place of an id: a record that is being added. */
export const newId = 'baru'

/** What a record that is being added begins with: values, and the titles of those that are references. */
export type Beginning = {
  readonly values: Readonly<Record<string, string>>
  readonly titles: Readonly<Record<string, string>>
}
export const newAddress = (type: string, beginning: Beginning): string =>
  `${registerPath(type)}?${new URLSearchParams({ buka: newId, isian: JSON.stringify(beginning) })}`

const beginning = z.object({
  values: z.record(z.string(), z.string()),
  titles: z.record(z.string(), z.string()),
})
/** An address that somebody wrote by hand begins with nothing. */
export const readBeginning = (text: string | null): Beginning => {
  try {
    return beginning.parse(JSON.parse(text ?? ''))
  } catch {
    return { values: {}, titles: {} }
  }
}

export const recordAddress = (type: string, id: string, alone = false): string =>
  `${registerPath(type)}?${new URLSearchParams({ buka: id, ...(alone ? { sendiri: '1' } : {}) })}`

/** Deleted records of a register. */
export const deletedPath = (type: string): string => `${registerPath(type)}/dihapus`

/** Where a sheet is taken into a register. */
export const importPath = (type: string): string => `${registerPath(type)}/impor`
