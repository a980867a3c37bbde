import type { Column } from './columns.ts'
import { readDuration } from './duration.ts'
import { type Line, textAt } from './lines.ts'

/** What a line is by its own look, before its neighbours are asked. */
export const columnAt = (columns: readonly Column[], role: Column['role']): number | undefined =>
  columns.find((one) => one.role === role)?.at

const numbering = /^\(?(?:\d{1,4}(?:\.\d{1,3})*|[a-z]|[ivxl]{1,6})[.)]*$/i
export const isNumbering = (text: string): boolean => numbering.test(text)

/** Columns that hold text, without the column "No" where it holds only a number. */
export const meant = (line: Line, columns: readonly Column[]): readonly number[] => {
  const number = columnAt(columns, 'number')
  if (number === undefined) return line.filled
  return line.filled.filter((at) => at !== number || !isNumbering(textAt(line, at)))
}

/** "1 2 3 4 5 6", "(1) (2) (3)", "a b c" below the headings. */
export const isColumnNumbers = (line: Line): boolean => {
  if (line.filled.length < 3) return false
  const marks = line.filled.map((at) =>
    textAt(line, at)
      .replace(/[().\s]/g, '')
      .toLowerCase(),
  )
  const numbers = marks.map((mark) =>
    /^\d{1,2}$/.test(mark) ? Number(mark) : /^[a-z]$/.test(mark) ? mark.charCodeAt(0) - 96 : Number.NaN,
  )
  return (
    numbers.every(
      (number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1 || /[=+x]/.test(marks[at] ?? ''),
    ) && (numbers[0] ?? 9) <= 2
  )
}

const sumLabel =
  /^(?:[a-z0-9]{1,3}[.)]\s*)?(?:sub\s*-?\s*(?:total|jumlah)|grand\s*total|jumlah|total|t\s?o\s?t\s?a\s?l|j\s?u\s?m\s?l\s?a\s?h)(?![a-z])/i
/** The label of a row of sums; null where the line is none. */
export const sumLabelOf = (line: Line, columns: readonly Column[]): string | null => {
  const at = line.filled.find((col) => sumLabel.test(textAt(line, col)))
  if (at === undefined || textAt(line, at).length > 120) return null
  const money = new Set(
    columns
      .filter(({ role }) => role === 'amount' || role === 'resources' || role === 'total')
      .map((one) => one.at),
  )
  if (money.has(at) && meant(line, columns).length > 1) return null
  const busy = (['method', 'implementer', 'duration'] as const).some((role) => {
    const col = columnAt(columns, role)
    return (
      col !== undefined &&
      col !== at &&
      !money.has(col) &&
      textAt(line, col) !== '' &&
      !/\d[\d.,]{3,}|juta|^[-–—]$/i.test(textAt(line, col))
    )
  })
  return busy ? null : textAt(line, at)
}

const months =
  'januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember'
const signature = new RegExp(
  `^(?:mengetahui|menyetujui|disetujui|diketahui|dibuat oleh|disusun oleh|kepala (?:dinas|badan|bagian|bidang|kantor|seksi|sub)|plt\\.?|plh\\.?|an\\.|a\\.n\\.|nip\\b|pembina|penata|sekretaris|camat|lurah|direktur|pengguna anggaran|pejabat|ttd)|(?:,|^)\\s*(?:\\d{1,2}|[.…_]+)?\\s*(?:${months})\\s+(?:\\d{4}|[.…_]+)|\\bnip\\b\\.?\\s*:?\\s*\\d`,
  'i',
)
const footnote = /^(?:catatan|keterangan|ket\.?\s*:|note|nb\b|\*+|[¹²³⁴]|\d\)\s|sumber\s*:|dicetak|halaman)/i
export const isSignature = (line: Line): boolean => line.filled.some((at) => signature.test(textAt(line, at)))
export const isFootnote = (text: string): boolean => footnote.test(text)
export const isClosing = (text: string): boolean => footnote.test(text) || signature.test(text)

const moneyLike = /\d\s*(?:juta|jt|ribu|rb|milyar|miliar|m\b)|rp\.?\s*\d|\d{1,3}(?:\.\d{3})+|\d{5,}/i
/** Surely a row of the form: a readable duration or money where they belong, or four or more columns filled. */
export const isStrong = (line: Line, columns: readonly Column[]): boolean => {
  const duration = columnAt(columns, 'duration')
  if (
    duration !== undefined &&
    textAt(line, duration) !== '' &&
    readDuration(textAt(line, duration)).value !== null
  )
    return true
  const money = columns.some(
    ({ role, at }) =>
      (role === 'resources' || role === 'amount' || role === 'total') &&
      textAt(line, at) !== '' &&
      (moneyLike.test(textAt(line, at)) || (line.cells[at]?.number ?? null) !== null),
  )
  if (isSignature(line)) return false
  return money || meant(line, columns).filter((at) => columns.some((one) => one.at === at)).length >= 4
}
