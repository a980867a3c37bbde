import { refuse } from './refusal.ts'

/** What XML 1.0 (fifth edition) says of single characters. Tables for ASCII, ranges for the rest. */
const nameStart = 1
const nameChar = 2
const blank = 4
const kinds = new Uint8Array(128)
for (let code = 0; code < 128; code += 1) {
  const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 58
  const digit = (code >= 48 && code <= 57) || code === 45 || code === 46
  kinds[code] = (letter ? nameStart : 0) | (letter || digit ? nameChar : 0)
}
for (const code of [9, 10, 13, 32]) kinds[code] = blank

const startRanges = [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
  [0x10000, 0xeffff],
] as const
const moreRanges = [
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
] as const
type Ranges = readonly (readonly [number, number])[]
const within = (ranges: Ranges, code: number): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to)

const isBlank = (code: number): boolean => code < 128 && kinds[code] === blank
const isNameStart = (code: number): boolean =>
  code < 128 ? ((kinds[code] ?? 0) & nameStart) !== 0 : within(startRanges, code)
const isNameChar = (code: number): boolean =>
  code < 128 ? ((kinds[code] ?? 0) & nameChar) !== 0 : within(startRanges, code) || within(moreRanges, code)

/** Where the name that begins at `at` ends; `at` itself where none begins. */
export const nameEnd = (text: string, at: number): number => {
  const first = text.charCodeAt(at)
  const begins = first < 128 ? (kinds[first] as number) & nameStart : isNameStart(text.codePointAt(at) ?? 0)
  if (!begins) return at
  let end = at
  for (;;) {
    const code = text.charCodeAt(end)
    if (code < 128) {
      if (((kinds[code] as number) & nameChar) === 0) return end
      end += 1
    } else if (code >= 128 && isNameChar(text.codePointAt(end) ?? 0)) end += code >> 10 === 0x36 ? 2 : 1
    else return end
  }
}

export const blankEnd = (text: string, at: number): number => {
  let end = at
  while (isBlank(text.charCodeAt(end))) end += 1
  return end
}

/** Letters that XML allows at all; halves of a pair are whole, because the text was decoded strictly. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unlawful = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
export const checkCharacters = (text: string): void => {
  if (unlawful.test(text)) refuse('Damaged')
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)

const referred = (name: string): string => {
  const known = named[name]
  if (known !== undefined) return known
  const digits = /^#(?:x(?<hex>[0-9a-fA-F]+)|(?<decimal>[0-9]+))$/.exec(name)?.groups
  const code = digits?.hex === undefined ? Number(digits?.decimal) : Number.parseInt(digits.hex, 16)
  return isCharacter(code) ? String.fromCodePoint(code) : refuse('Damaged')
}

/** Replaces the five built-in entities and numbered characters; every other name is refused. */
export const resolveReferences = (text: string): string => {
  let at = text.indexOf('&')
  if (at === -1) return text
  let plain = ''
  let last = 0
  while (at !== -1) {
    const end = text.indexOf(';', at)
    if (end === -1) return refuse('Damaged')
    plain += text.slice(last, at) + referred(text.slice(at + 1, end))
    last = end + 1
    at = text.indexOf('&', last)
  }
  return plain + text.slice(last)
}

/** Without these a text between two tags, or a value, is taken as it stands. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const oddInText = /[&\]\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const oddInValue = /[&\u0000-\u001f\ufffe\uffff]/g

/** Characters between two tags as they are meant. */
export const meantText = (text: string): string => {
  checkCharacters(text)
  if (text.includes(']]>')) refuse('Damaged')
  return resolveReferences(text.replace(/\r\n?/g, '\n'))
}
