/** Lines of a text as `readText` takes them, each at its own place, and what was left out of them. */
export type PrintedLines = {
  readonly lines: readonly string[]
  /** Numbers of pages, marks of a list before what has a number of its own, signs that nobody sees. */
  readonly pages: number
  readonly bullets: number
  readonly unseen: number
}

const pageNumber = /^\s*(?:-\s*\d{1,4}\s*-|–\s*\d{1,4}\s*–|Halaman \d{1,4}(?: dari \d{1,4})?)\s*$/
const label = String.raw`(?:\(\d+\)|[a-z]\.|\d{1,3}\.|Menimbang|Mengingat|Menetapkan|BAB\s|Pasal\s|Bagian\s)`
const bullet = new RegExp(String.raw`^\s*[-–•*·]\s+(?=${label})`)
const alone = /^(?:\(\d+\)|[a-z]\.|\d{1,3}\.|:|(?:Menimbang|Mengingat|Menetapkan)\s*:?|)$/

/** Tabs after “(1)” or “Menimbang :” are what a word processor puts there; a row of a table has several cells with words. */
const withoutTabs = (line: string): string => {
  const cells = line.split('\t').map((cell) => cell.trim())
  const words = cells.filter((cell) => !alone.test(cell))
  return words.length > 1 ? line : cells.filter((cell) => cell !== '').join(' ')
}

/** Controls but the blanks among them, and what turns the order of letters around. */
const unseen = /(?![\t\n\f\r])\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** A text of a foreign file without the signs that show nothing, and how many they were. */
export const seenOnly = (text: string): { readonly text: string; readonly unseen: number } => {
  let count = 0
  const kept = text.toWellFormed().replace(unseen, () => {
    count += 1
    return ''
  })
  return { text: kept, unseen: count }
}

/** As an editor counts them: the page breaks of a PDF stand at the head of a line. */
export const splitLines = (text: string): string[] => text.split(/\r\n?|\n/)

/** A printed text as it comes out of a word processor or a PDF: what is no part of it becomes an empty line. */
export const printedLines = (text: string): PrintedLines => {
  const seen = seenOnly(text)
  let [pages, bullets] = [0, 0]
  const lines = splitLines(seen.text.replace(/[\f\u2028\u2029]/g, ' ').replaceAll('\u00ad', '')).map(
    (line) => {
      if (pageNumber.test(line)) {
        pages += 1
        return ''
      }
      const bare = line.replace(bullet, '')
      if (bare !== line) bullets += 1
      const one = (bare.includes('\t') ? withoutTabs(bare) : bare).replace(/[\u00a0\u2007\u202f]/g, ' ')
      return one.includes('\t') ? one : one.trim()
    },
  )
  return { lines, pages, bullets, unseen: seen.unseen }
}
