import { isCounted, leftover } from './amount-rest.ts'
import { type NumberToken, type Token, tokensOf } from './amount-tokens.ts'
import {
  type AmountContext,
  type AmountDoubt,
  type AmountDoubtType,
  absurd,
  moneyValue,
  type ReadAmount,
  smallBare,
  smallRupiah,
} from './amount-value.ts'
import type { Funding } from './parsed.ts'
import { remember } from './remember.ts'
import { readSpelled } from './spelled.ts'

export type { AmountContext, AmountDoubt, AmountDoubtType, ReadAmount } from './amount-value.ts'

const bareContext: AmountContext = { scale: null, source: '', number: null }
const kindAt = (tokens: readonly Token[], at: number): Token['kind'] | null => tokens[at]?.kind ?? null
const skipKinds: ReadonlySet<string> = new Set([
  'colon',
  'open',
  'from',
  'dash',
  'close',
  'equals',
  'about',
  'total',
])

const nearest = (tokens: readonly Token[], from: number, step: 1 | -1): Token | null => {
  let at = from + step
  while (tokens[at] !== undefined && skipKinds.has(kindAt(tokens, at) ?? '')) at += step
  return tokens[at] ?? null
}

const onlyNumber = (tokens: readonly Token[]): boolean =>
  tokens.every((token) => token.kind === 'number' || skipKinds.has(token.kind)) &&
  tokens.filter((token) => token.kind === 'number').length === 1

/** Money, and not "5 unit", "10 Mbps", "200 m": a currency, a unit, a source beside it, or nothing else in the cell. */
const isMoney = (tokens: readonly Token[], at: number, context: AmountContext): boolean => {
  const token = tokens[at]
  if (token?.kind !== 'number' || kindAt(tokens, at + 1) === 'percent') return false
  const before = nearest(tokens, at, -1)?.kind
  const beside = before === 'source' || onlyNumber(tokens)
  if (token.currency || token.closed || (token.scale !== 1n && token.letter === null)) return true
  if (token.letter !== null) return beside
  const after = nearest(tokens, at, 1)?.kind
  if (after === 'word' || after === 'number' || after === 'foreign' || before === 'foreign') return false
  const large = token.numeral.grouped || token.numeral.mantissa >= 100_000n
  return (
    beside ||
    after === 'source' ||
    (large && before !== 'word') ||
    (context.scale !== null && before === undefined)
  )
}

type Reading = {
  readonly funding: Funding[]
  readonly doubts: AmountDoubt[]
  /** Spans of the text that were understood. */
  readonly used: [number, number][]
  pending: { source: string; start: number; end: number }[]
  lastSource: string
  /** A source came before any amount on another line. */
  unsourced: number[]
}

const note = (
  reading: Reading,
  type: AmountDoubtType,
  found: string,
  amounts: readonly number[] = [],
): void => {
  reading.doubts.push({ type, found: found.trim(), amounts })
}

/** "10 juta (APBD)", but not "10 juta (APBD 6 juta, …)", where the source belongs to the next number. */
const sourceBehind = (tokens: readonly Token[], at: number): Token | null => {
  const after = nearest(tokens, at, 1)
  if (after?.kind !== 'source') return null
  return nearest(tokens, tokens.indexOf(after), 1)?.kind === 'number' ? null : after
}

const takeSource = (
  reading: Reading,
  tokens: readonly Token[],
  at: number,
  found: string,
  context: AmountContext,
): string => {
  const { pending } = reading
  if (pending.length > 1) {
    note(reading, 'SourcesShareAmount', found)
    for (const { start, end } of pending) reading.used.push([start, end])
    reading.pending = []
    return ''
  }
  const [one] = pending
  if (one !== undefined) {
    reading.used.push([one.start, one.end])
    reading.pending = []
    return one.source
  }
  const after = sourceBehind(tokens, at)
  if (after?.kind === 'source') return after.source
  const separator = kindAt(tokens, at - 1)
  return separator === 'plus' || separator === 'comma' || separator === 'newline'
    ? reading.lastSource || context.source
    : context.source
}

const addMoney = (
  reading: Reading,
  text: string,
  tokens: readonly Token[],
  at: number,
  context: AmountContext,
): void => {
  const token = tokens[at] as NumberToken
  const found = text.slice(token.start, token.end)
  const value = moneyValue(token, context)
  if ('problem' in value) {
    note(reading, value.problem, found, value.amounts)
    reading.pending = []
    return
  }
  const ahead = reading.pending.length === 0 ? sourceBehind(tokens, at) : null
  const source = takeSource(reading, tokens, at, found, context)
  reading.used.push([token.start, token.end])
  if (ahead?.kind === 'source') reading.used.push([ahead.start, ahead.end])
  const before = tokens[at - 1]
  if (before?.kind === 'about' || before?.kind === 'total') reading.used.push([before.start, before.end])
  if (token.about || before?.kind === 'about') note(reading, 'AmountApproximate', found, [value.amount])
  if (token.letter !== null) note(reading, 'UnitLetter', found, [value.amount])
  reading.lastSource = source
  if (value.amount === 0) return
  if (source === '') reading.unsourced.push(reading.funding.length)
  reading.funding.push({ source, amount: value.amount })
}

const spanOf = (text: string, tokens: readonly Token[]): string =>
  text.slice(tokens[0]?.start ?? 0, tokens[tokens.length - 1]?.end ?? 0)
const has = (tokens: readonly Token[], ...kinds: readonly Token['kind'][]): boolean =>
  tokens.some((token) => kinds.includes(token.kind))

const rangeIn = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, at) =>
      (token.kind === 'range' || token.kind === 'dash') &&
      kindAt(tokens, at - 1) === 'number' &&
      kindAt(tokens, at + 1) === 'number',
  )

/** Why the numbers of a piece are no plain amounts; null where they are. */
const spoiled = (tokens: readonly Token[]): AmountDoubtType | null => {
  if (has(tokens, 'times', 'at')) return 'AmountMultiplied'
  if (
    tokens.some(
      (token, at) => token.kind === 'per' && tokens.slice(0, at).some(({ kind }) => kind === 'number'),
    )
  )
    return 'AmountPerUnit'
  if (rangeIn(tokens)) return 'AmountRange'
  if (has(tokens, 'foreign') && has(tokens, 'number')) return 'ForeignCurrency'
  return null
}

const readPlain = (
  reading: Reading,
  text: string,
  tokens: readonly Token[],
  context: AmountContext,
): void => {
  const reason = spoiled(tokens)
  if (
    reason !== null &&
    tokens.some(
      (token, at) =>
        token.kind === 'number' &&
        (reason !== 'AmountMultiplied' || isMoney(tokens, at, context) || token.numeral.grouped),
    )
  ) {
    note(reading, reason, spanOf(text, tokens))
    return
  }
  const taken = new Set<Token>()
  tokens.forEach((token, at) => {
    if (token.kind === 'source' && !taken.has(token)) reading.pending.push(token)
    if (token.kind !== 'number' || !isMoney(tokens, at, context)) return
    const ahead = reading.pending.length === 0 ? sourceBehind(tokens, at) : null
    if (ahead?.kind === 'source') taken.add(ahead)
    addMoney(reading, text, tokens, at, context)
  })
}

const sum = (funding: readonly Funding[]): number => funding.reduce((total, { amount }) => total + amount, 0)

/** "… = Rp50.000.000" or "Jumlah : 15 juta": states the sum of what stands before it. */
const readStated = (
  reading: Reading,
  text: string,
  tokens: readonly Token[],
  cut: number,
  context: AmountContext,
): void => {
  const before = tokens.slice(0, cut)
  const after = tokens.slice(cut + 1)
  const at = after.findIndex((token) => token.kind === 'number')
  const stated = after[at]
  const mark = tokens[cut]
  if (stated?.kind !== 'number') {
    readPlain(reading, text, tokens, context)
    return
  }
  const value = moneyValue(stated, context)
  if (spoiled(before) !== null) {
    for (const token of before) if (token.kind === 'source') reading.pending.push(token)
    addMoney(reading, text, after, at, context)
    return
  }
  const first = reading.funding.length
  readPlain(reading, text, before, context)
  const parts = reading.funding.slice(reading.funding.length > first ? first : 0)
  if (mark !== undefined) reading.used.push([mark.start, mark.end])
  if (parts.length === 0) {
    readPlain(reading, text, after, context)
    return
  }
  reading.used.push([stated.start, stated.end])
  const total = 'amount' in value ? value.amount : null
  if (total !== sum(parts))
    note(reading, 'SumMismatch', spanOf(text, tokens), [sum(parts), ...(total === null ? [] : [total])])
}

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
