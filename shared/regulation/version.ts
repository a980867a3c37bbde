import { regulationTexts } from '../texts/regulation.ts'

/** “Perwal Bogor 12/2021, versi 2”. */
export const versioned = (name: string, version: string): string =>
  version === '' ? name : regulationTexts.cite.versioned(name, version)

const folded = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

/** Names under which versions of one text find each other: what its file calls itself, else how an officer and its heading call it. */
export const seriesNames = (ofFile: string, called: string, heading: string): readonly string[] =>
  (ofFile === '' ? [called, heading] : [ofFile]).map(folded).filter((name) => name !== '')
