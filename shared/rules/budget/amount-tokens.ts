import { type Numeral, readNumeral } from './numeral.ts'
import { sourceAt } from './sources.ts'

export type NumberToken = {
  readonly kind: 'number'
  readonly start: number
  readonly end: number
  readonly numeral: Numeral
  readonly currency: boolean
  /** 1 where the text names no unit. */
  readonly scale: bigint
  /** "M", "T", "K": a letter that is read as miliar, triliun, ribu. */
  readonly letter: string | null
  readonly negative: boolean
  /** "10 juta-an" */
  readonly about: boolean
  /** ",-" or "rupiah" behind the number. */
  readonly closed: boolean
}
type Simple =
  | 'newline'
  | 'semicolon'
  | 'comma'
  | 'plus'
  | 'slash'
  | 'dash'
  | 'range'
  | 'equals'
  | 'total'
  | 'times'
  | 'at'
  | 'per'
  | 'percent'
  | 'foreign'
  | 'about'
  | 'colon'
  | 'open'
  | 'close'
  | 'from'
  | 'word'
export type Token =
  | NumberToken
  | { readonly kind: 'source'; readonly start: number; readonly end: number; readonly source: string }
  | { readonly kind: Simple; readonly start: number; readonly end: number }

const space = '[ \\t\\u00a0\\u202f]'
const numberPattern = new RegExp(
  `(?<sign>[-−](?=(?:rp|idr|\\d)))?` +
    `(?:(?<currency>(?:rp|idr)(?![a-z])\\.?:?${space}*)(?<sign2>[-−]${space}?(?=\\d))?(?<wrap>\\((?=[\\d.,]+\\)))?)?` +
    `(?<digits>\\d{1,3}(?:${space}\\d{3}){2,}(?:,\\d+)?|\\d[\\d.,]*\\d|\\d)\\)?` +
    `(?<tail1>${space}*[.,]${space}*[-–—=]+)?` +
    `(?:${space}*(?<unit>ribu|rb|juta|jt|jta|jut|milyard?|miliyar|miliar|mlr|triliun|trilyun|trilliun|m|t|k)(?<about>${space}?-?an)?(?![a-z0-9²]))?\\.?` +
    `(?<tail2>${space}*rupiah(?![a-z]))?(?<tail3>${space}*[.,]?${space}*,${space}*[-–—=]+|${space}*\\.-)?`,
  'iy',
)
const scales: Readonly<Record<string, bigint>> = {
  ribu: 1_000n,
  rb: 1_000n,
  k: 1_000n,
  juta: 1_000_000n,
  jt: 1_000_000n,
  jta: 1_000_000n,
  jut: 1_000_000n,
  miliar: 1_000_000_000n,
  milyar: 1_000_000_000n,
  milyard: 1_000_000_000n,
  miliyar: 1_000_000_000n,
  mlr: 1_000_000_000n,
  m: 1_000_000_000n,
  triliun: 1_000_000_000_000n,
  trilyun: 1_000_000_000_000n,
  trilliun: 1_000_000_000_000n,
  t: 1_000_000_000_000n,
}

const numberAt = (text: string, at: number): NumberToken | null => {
  numberPattern.lastIndex = at
  const groups = numberPattern.exec(text)?.groups
  if (groups === undefined) return null
  const unit = (groups.unit ?? '').toLowerCase()
  return {
    kind: 'number',
    start: at,
    end: numberPattern.lastIndex,
    numeral: readNumeral(groups.digits ?? ''),
    currency: groups.currency !== undefined,
    scale: scales[unit] ?? 1n,
    letter: unit.length === 1 ? unit.toUpperCase() : null,
    negative:
      groups.sign !== undefined ||
      groups.sign2 !== undefined ||
      (groups.wrap !== undefined && groups.currency !== undefined),
    about: groups.about !== undefined,
    closed: groups.tail1 !== undefined || groups.tail2 !== undefined || groups.tail3 !== undefined,
  }
}

const simple: readonly (readonly [Simple, RegExp])[] = [
  ['newline', /[\r\n]+/y],
  ['semicolon', /[;|]/y],
  ['foreign', /(?:us\s?\$|\$|usd|eur|euro|€|sgd|myr|yen|¥|£)(?![a-z])/iy],
  ['range', /(?:s\.?\s?\/\s?d\.?|s\.\s?d\.|sampai(?: dengan)?|hingga)(?![a-z])/iy],
  [
    'total',
    /(?:grand\s*total|total|jumlah|subtotal)(?![a-z])(?=\s*(?:seluruhnya|semua)?\s*[:=]?\s*(?:rp|idr|\d))/iy,
  ],
  ['equals', /=/y],
  [
    'per',
    /(?:\/\s*|per\s+|tiap\s+|setiap\s+)(?:bulan|bln|hari|minggu|tahun|thn|orang|org|unit|buah|paket|pkt|kegiatan|lembar|titik|jam|ok|oj|oh|ob|peserta|kali|user|pengguna|kelurahan|sekolah|perangkat|set|opd|lokasi|meter|m)(?![a-z])/iy,
  ],
  ['times', /(?:[x×*]|kali)(?=\s*(?:rp|\d|@))/iy],
  ['times', /[x×](?![a-z0-9])/iy],
  ['at', /@/y],
  ['percent', /%|persen(?![a-z])/iy],
  [
    'about',
    /(?:±|\+\/-|~|≈|kurang lebih|sekitar|kira-kira|kisaran|estimasi|perkiraan|maksimal|minimal|maks\.?|min\.)/iy,
  ],
  ['plus', /(?:\+|&|dan(?:\s*\/\s*atau)?(?![a-z])|serta(?![a-z])|ditambah(?![a-z]))/iy],
  [
    'from',
    /(?:dari|bersumber(?: dari)?|melalui|sumber(?: dana)?|dana|sebesar|senilai|sejumlah|oleh)(?![a-z])/iy,
  ],
  ['comma', /,/y],
  ['slash', /\//y],
  ['dash', /[-–—−•·]/y],
  ['colon', /[:.]/y],
  ['open', /[([]/y],
  ['close', /[)\]]/y],
  ['word', /[^\s;|,:()[\]=+&/]+/y],
]

/** A minus stands apart from what is before it; "10-15 juta" and "APBD-10 juta" have a dash. */
const mayBeNegative = (text: string, at: number): boolean => at === 0 || /[\s:(=]/.test(text[at - 1] ?? '')
const dashed = (text: string, at: number): boolean => /[-−]/.test(text[at] ?? '') && !mayBeNegative(text, at)

const tokenAt = (text: string, at: number): Token => {
  const number = dashed(text, at) ? null : numberAt(text, at)
  if (number !== null) return number
  const source = sourceAt(text, at)
  if (source !== null) return { kind: 'source', start: at, end: source.end, source: source.source }
  for (const [kind, pattern] of simple) {
    pattern.lastIndex = at
    if (pattern.test(text)) return { kind, start: at, end: pattern.lastIndex }
  }
  return { kind: 'word', start: at, end: at + 1 }
}

/** Cuts the text of a cell into numbers, sources, marks and words; every character that is not a blank is in one token. */
export const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    if (/[ \t\u00a0\u202f]/.test(text[at] ?? '')) {
      at += 1
      continue
    }
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.end
  }
  return tokens
}
