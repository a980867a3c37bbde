import { has, note, type Reading, readPlain, readStated, sum } from './amount-reading.ts'
import { isCounted, leftover } from './amount-rest.ts'
import { type Token, tokensOf } from './amount-tokens.ts'
import {
  type AmountContext,
  type AmountDoubtType,
  absurd,
  type ReadAmount,
  smallBare,
  smallRupiah,
} from './amount-value.ts'
import { remember } from './remember.ts'
import { readSpelled } from './spelled.ts'

export type { AmountContext, AmountDoubt, AmountDoubtType, ReadAmount } from './amount-value.ts'

const bareContext: AmountContext = { scale: null, source: '', number: null }

const strong: ReadonlySet<string> = new Set(['newline', 'semicolon'])
const pieces = (tokens: readonly Token[]): readonly Token[][] => {
  const cut: Token[][] = [[]]
  for (const token of tokens) {
    if (strong.has(token.kind)) cut.push([])
    else cut[cut.length - 1]?.push(token)
  }
  return cut.filter((piece) => piece.length > 0)
}

/** "Rp10 juta (APBD 6 juta, DAK 4 juta)": the parts count, the whole in front does not. */
const dropWhole = (reading: Reading, tokens: readonly Token[]): void => {
  const [first, ...rest] = reading.funding
  if (first === undefined || rest.length === 0 || first.source !== '' || !has(tokens, 'open')) return
  if (sum(rest) === first.amount) {
    reading.funding.shift()
    reading.unsourced = []
  }
}

/** A longer text is a description; no sum of money needs so many letters. */
const longest = 1_500

const blank = /^\s*(?:rp\.?\s*)?[-–—_.\s]*(?:,-)?\s*$/i
const numberOnly = /^[\s(-]*(?:rp|idr)?[\s\d.,()\-–—=]*(?:e[+-]?\d+)?$/i

const fromNumberCell = (text: string, value: number, context: AmountContext): ReadAmount => {
  const scaled = value * (context.scale ?? 1)
  const amount = Math.round(scaled)
  const refuse = (type: AmountDoubtType): ReadAmount => ({
    funding: [],
    other: text,
    doubts: [{ type, found: text, amounts: [] }],
  })
  if (value < 0) return refuse('AmountNegative')
  if (amount >= absurd) return refuse('AmountAbsurd')
  if (Math.abs(scaled - amount) > Math.max(1e-6, amount * 1e-12)) return refuse('AmountFraction')
  if (amount === 0) return { funding: [], other: '', doubts: [] }
  if (amount < (context.scale === null ? smallBare : smallRupiah)) return refuse('AmountTooSmall')
  return { funding: [{ source: context.source, amount }], other: '', doubts: [] }
}

const fromSpelled = (text: string, context: AmountContext): ReadAmount | null => {
  const amount = /rupiah|ribu|juta|milyar|miliar/i.test(text) ? readSpelled(text) : null
  if (amount === null || amount < smallRupiah || amount >= absurd) return null
  return { funding: [{ source: context.source, amount }], other: '', doubts: [] }
}

/** Spelled sums beside the figure, "(sepuluh juta rupiah)": checked, then no longer part of the rest. */
const dropSpelled = (reading: Reading, rest: string): string =>
  rest
    .split('; ')
    .filter((part) => {
      const spelled =
        /rupiah/i.test(part) || /puluh|ratus|belas|ribu|juta/i.test(part) ? readSpelled(part) : null
      if (spelled === null) return true
      if (spelled === sum(reading.funding) || reading.funding.some(({ amount }) => amount === spelled))
        return false
      note(reading, 'SpelledMismatch', part, [sum(reading.funding), spelled])
      return true
    })
    .join('; ')

const settleSources = (reading: Reading, text: string): void => {
  const [only] = reading.unsourced
  const [source] = reading.pending
  if (source === undefined) return
  if (reading.pending.length === 1 && reading.unsourced.length === 1 && only !== undefined) {
    const funding = reading.funding[only]
    if (funding !== undefined) reading.funding[only] = { ...funding, source: source.source }
    reading.used.push([source.start, source.end])
    return
  }
  if (reading.doubts.length > 0) return
  for (const { start, end } of reading.pending) note(reading, 'SourceWithoutAmount', text.slice(start, end))
}

const read = (text: string, context: AmountContext): ReadAmount => {
  if (text.length > longest)
    return { funding: [], other: text, doubts: [{ type: 'NotAmount', found: text, amounts: [] }] }
  if (blank.test(text)) return { funding: [], other: '', doubts: [] }
  if (context.number !== null && numberOnly.test(text)) return fromNumberCell(text, context.number, context)
  const spelled = fromSpelled(text, context)
  if (spelled !== null) return spelled
  const bracketed = /^\s*\(\s*(?:rp\.?\s*)?\d[\d.,]*\s*\)\s*$/i.test(text)
  if (bracketed)
    return {
      funding: [],
      other: text.trim(),
      doubts: [{ type: 'AmountNegative', found: text.trim(), amounts: [] }],
    }
  const tokens = tokensOf(text)
  const reading: Reading = { funding: [], doubts: [], used: [], pending: [], lastSource: '', unsourced: [] }
  for (const piece of pieces(tokens)) {
    const cut = piece.findLastIndex((token) => token.kind === 'equals' || token.kind === 'total')
    if (cut === -1) readPlain(reading, text, piece, context)
    else readStated(reading, text, piece, cut, context)
  }
  dropWhole(reading, tokens)
  settleSources(reading, text)
  const other = dropSpelled(reading, leftover(text, reading.used))
  if (reading.funding.length === 0 && reading.doubts.length === 0 && other !== '' && !isCounted(other))
    note(reading, 'NotAmount', text)
  return { funding: reading.funding, other, doubts: reading.doubts }
}

const readBare = remember((text) => read(text, bareContext))

/**
 * Reads the cell "Sumber daya yang digunakan". Rupiah, whole: "APBD : 10 Juta" = 10_000_000 of APBD.
 * What is not money stays in `other`; what has two readings, a fraction or a sign is a doubt and no amount.
 * Source of the form: Penjelasan Pasal 6 ayat (4).
 */
export const readAmount = (text: string, context: AmountContext = bareContext): ReadAmount =>
  context.number === null && context.scale === null && context.source === ''
    ? readBare(text)
    : read(text, context)
