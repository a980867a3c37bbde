import { rupiah } from '../../format/money.ts'
import { budgetTexts } from '../../texts/budget.ts'

/** What two versions of a form are compared by. Whole rupiah. */
export type ComparedRow = {
  readonly output: string
  readonly subOutput: string
  readonly stage: string
  readonly method: string
  readonly implementer: string
  readonly duration: string
  readonly resources: string
  readonly amount: number | null
  /** Sources as the row keeps them, joined; an unnamed one among them is ''. */
  readonly source: string
  readonly volume: number | null
  readonly measure: string
  readonly unitPrice: number | null
}
export type FieldChange = {
  readonly field: string
  readonly label: string
  readonly before: string
  readonly after: string
}
export type RowDifference = {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly output: string
  readonly subOutput: string
  readonly stage: string
  readonly fields: FieldChange[]
  readonly amountBefore: number | null
  readonly amountAfter: number | null
}
type Key = keyof typeof budgetTexts.fields

const keys = Object.keys(budgetTexts.fields) as Key[]
const plain = (text: string): string =>
  /\s\s|^\s|\s$|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text
const moneyKeys: ReadonlySet<Key> = new Set(['amount', 'unitPrice'])

const shown = (row: ComparedRow, key: Key): string => {
  const value = row[key]
  if (value === null) return ''
  return typeof value === 'number' ? (moneyKeys.has(key) ? rupiah(value) : String(value)) : plain(value)
}

const changesOf = (before: ComparedRow, after: ComparedRow): FieldChange[] =>
  keys
    .map((field) => ({
      field,
      label: budgetTexts.fields[field],
      before: shown(before, field),
      after: shown(after, field),
    }))
    .filter((change) => change.before !== change.after)

const loose = (text: string): string => plain(text).toLowerCase()
type KeyOf = (row: ComparedRow) => string
const keyOf =
  (...fields: readonly ('output' | 'subOutput' | 'stage')[]): KeyOf =>
  (row) =>
    JSON.stringify(fields.map((field) => loose(row[field])))

const wholes = new WeakMap<ComparedRow, string>()
/** All that a row says; kept by row, since a window compares the same rows after every correction. */
const wholeOf: KeyOf = (row) => {
  const known = wholes.get(row)
  if (known !== undefined) return known
  const whole = keys.map((key) => shown(row, key)).join('\u0000')
  wholes.set(row, whole)
  return whole
}

/** From the surest to the loosest: a row that only moved, was reworded or got another amount is one row, changed. */
const passes: readonly KeyOf[] = [
  wholeOf,
  keyOf('output', 'subOutput', 'stage'),
  keyOf('output', 'stage'),
  keyOf('subOutput', 'stage'),
]

/** Rows of both versions by their place in the list; each is paired at most once. */
class Pairing {
  readonly before: readonly ComparedRow[]
  readonly after: readonly ComparedRow[]
  readonly partner = new Map<number, number>()
  private readonly taken = new Set<number>()

  constructor(before: readonly ComparedRow[], after: readonly ComparedRow[]) {
    this.before = before
    this.after = after
  }

  pair(one: number, other: number): void {
    this.partner.set(one, other)
    this.taken.add(other)
  }

  freeBefore = (): number[] => this.before.map((_row, at) => at).filter((at) => !this.partner.has(at))
  freeAfter = (): number[] => this.after.map((_row, at) => at).filter((at) => !this.taken.has(at))

  byKey(key: KeyOf): void {
    const waiting = Map.groupBy(this.freeAfter(), (at) => key(this.after[at] as ComparedRow))
    for (const at of this.freeBefore()) {
      const other = waiting.get(key(this.before[at] as ComparedRow))?.shift()
      if (other !== undefined) this.pair(at, other)
    }
  }
}

const wordsOf = (row: ComparedRow): Set<string> => new Set(loose(row.stage).match(/[\p{L}\p{N}]+/gu) ?? [])
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const shared = [...one].filter((word) => other.has(word)).length
  return shared === 0 ? 0 : shared / (one.size + other.size - shared)
}

const alikeFrom = 0.5
/** Above this many pairs rows are only held against those of the same sub output. */
const pairsAtMost = 250_000

const similarPairs = (pairing: Pairing, most: number): { at: number; other: number; score: number }[] => {
  const [before, after] = [pairing.freeBefore(), pairing.freeAfter()]
  if (before.length * after.length > most) return []
  const narrow = before.length * after.length > pairsAtMost
  const words = new Map(after.map((at) => [at, wordsOf(pairing.after[at] as ComparedRow)]))
  return before.flatMap((at) => {
    const row = pairing.before[at] as ComparedRow
    const own = wordsOf(row)
    return after.flatMap((other) => {
      const candidate = pairing.after[other] as ComparedRow
      const near = loose(candidate.subOutput) === loose(row.subOutput)
      if (narrow && !near) return []
      const score = likeness(own, words.get(other) as Set<string>)
      return score >= alikeFrom ? [{ at, other, score: score + (near ? 0.1 : 0) }] : []
    })
  })
}

const pairSimilar = (pairing: Pairing, most: number): void => {
  const used = new Set<number>()
  for (const { at, other } of similarPairs(pairing, most).sort((a, b) => b.score - a.score)) {
    if (pairing.partner.has(at) || used.has(other)) continue
    used.add(other)
    pairing.pair(at, other)
  }
}

const difference = (
  kind: RowDifference['kind'],
  before: ComparedRow | null,
  after: ComparedRow | null,
  fields: FieldChange[],
): RowDifference => {
  const { output, subOutput, stage } = (after ?? before) as ComparedRow
  return {
    kind,
    output,
    subOutput,
    stage,
    fields,
    amountBefore: before?.amount ?? null,
    amountAfter: after?.amount ?? null,
  }
}

/** Whether two versions hold the same rows, in whatever order: a second sending of the same form. */
export const sameRows = (before: readonly ComparedRow[], after: readonly ComparedRow[]): boolean => {
  if (before.length !== after.length) return false
  const counts = new Map<string, number>()
  for (const row of before) counts.set(wholeOf(row), (counts.get(wholeOf(row)) ?? 0) + 1)
  return after.every((row) => {
    const left = counts.get(wholeOf(row)) ?? 0
    counts.set(wholeOf(row), left - 1)
    return left > 0
  })
}

/**
 * What changed between two versions of a form, in the order of the later one; removed rows stand where they stood.
 * Above `similarPairsAtMost` pairs of rows without partner, reworded rows count as removed and added.
 */
export const compareRows = (
  before: readonly ComparedRow[],
  after: readonly ComparedRow[],
  similarPairsAtMost = Number.POSITIVE_INFINITY,
): { differences: RowDifference[]; same: number } => {
  const pairing = new Pairing(before, after)
  for (const key of passes) pairing.byKey(key)
  pairSimilar(pairing, similarPairsAtMost)
  const found: { place: number; difference: RowDifference }[] = []
  let same = 0
  let place = -1
  before.forEach((row, at) => {
    const other = pairing.partner.get(at)
    if (other === undefined) {
      found.push({ place: place + 0.5, difference: difference('removed', row, null, []) })
      return
    }
    place = other
    const partner = after[other] as ComparedRow
    const fields = changesOf(row, partner)
    if (fields.length === 0) same += 1
    else found.push({ place: other, difference: difference('changed', row, partner, fields) })
  })
  for (const at of pairing.freeAfter())
    found.push({ place: at, difference: difference('added', null, after[at] as ComparedRow, []) })
  return { differences: found.sort((a, b) => a.place - b.place).map((one) => one.difference), same }
}
