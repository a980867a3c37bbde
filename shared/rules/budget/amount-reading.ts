import type { NumberToken, Token } from './amount-tokens.ts'
import { type AmountContext, type AmountDoubt, type AmountDoubtType, moneyValue } from './amount-value.ts'
import type { Funding } from './parsed.ts'

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

/** What has been read of one cell so far. */
export type Reading = {
  readonly funding: Funding[]
  readonly doubts: AmountDoubt[]
  /** Spans of the text that were understood. */
  readonly used: [number, number][]
  pending: { source: string; start: number; end: number }[]
  lastSource: string
  /** A source came before any amount on another line. */
  unsourced: number[]
}

export const note = (
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
export const has = (tokens: readonly Token[], ...kinds: readonly Token['kind'][]): boolean =>
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

export const readPlain = (
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

export const sum = (funding: readonly Funding[]): number =>
  funding.reduce((total, { amount }) => total + amount, 0)

/** "… = Rp50.000.000" or "Jumlah : 15 juta": states the sum of what stands before it. */
export const readStated = (
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
