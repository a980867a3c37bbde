const kinds =
  /^(dinas|badan|rumah sakit|satuan|sekretariat|inspektorat|kecamatan|kelurahan|kantor|bagian)\s+\S/i
const small = new Set(['dan', 'di', 'ke', 'untuk', 'atas'])
/** Abbreviations that stay as they are written. */
const isShort = (word: string): boolean => /^(pupr|tik|kb|pp|rsud|ukm|pkk)$/i.test(word)

const capital = (word: string, at: number): string => {
  const lower = word.toLowerCase()
  if (isShort(word)) return word.toUpperCase()
  if (at > 0 && small.has(lower)) return lower
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}

const inWords = (text: string): string =>
  /\p{Ll}/u.test(text) && /\p{Lu}/u.test(text) ? text : text.split(' ').map(capital).join(' ')

const cleaned = (text: string): string =>
  text
    .replace(/\.(docx|xlsx|csv|txt|html?)$/i, '')
    .replace(/[_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Lines above a table come with a sentence of the importer before them. */
const afterColon = (line: string): string => line.slice(line.indexOf(': ') + 1).trim()

/**
 * Name for an OPD that the register does not know: the first line of the kop that begins as an OPD's name does
 * (“DINAS KESEHATAN” → “Dinas Kesehatan”), else the file's own name. null where nothing looks like one.
 */
export const suggestedName = (file: string, lines: readonly string[]): string | null => {
  const found = [...lines.map(afterColon), file]
    .map(cleaned)
    .find((line) => kinds.test(line) && line.length <= 120)
  return found === undefined ? null : inWords(found)
}
