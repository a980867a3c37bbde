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

const label =
  /^(?:nama\s+)?(?:perangkat daerah|s?opd|skpd|instansi|unit (?:kerja|organisasi))(?:\s*\/\s*\S+)?\s*[:=|]\s*/i

/** “Nama OPD : Dinas Kesehatan” → “Dinas Kesehatan”; a line without a label as it is. */
export const nameOfLine = (line: string): string => cleaned(line.replace(label, ''))

/** Begins as an OPD's name does, and is no sentence. */
export const isOpdName = (line: string): boolean => kinds.test(line) && line.length <= 120

/**
 * Name for an OPD that the register does not know: the first line of the heading that begins as an OPD's name does
 * (“DINAS KESEHATAN” → “Dinas Kesehatan”), else the file's own name. null where nothing looks like one.
 */
export const suggestedName = (file: string, heading: readonly string[]): string | null => {
  const found = [...heading.map(nameOfLine), cleaned(file)].find(isOpdName)
  return found === undefined ? null : inWords(found)
}
