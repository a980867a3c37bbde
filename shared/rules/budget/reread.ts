import type { RowMark } from '../../records/budget.ts'
import { importTexts } from '../../texts/import.ts'
import { readAmount } from './amount.ts'
import { readDuration } from './duration.ts'
import { joinSources } from './funding.ts'
import type { Duration, ParsedRow } from './parsed.ts'

/** Sentences of the importer begin with the row and column of the file; in the grid the mark itself stands there. */
export const withoutPlace = (sentence: string): string => {
  const plain = sentence.replace(/^Baris \d+, kolom [^:]+: /, '')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

export type ReadResources = {
  readonly resources: ParsedRow['resources']
  readonly amount: number | null
  readonly marks: readonly RowMark[]
}

/** The cell "Sumber daya" as the importer reads it; whole rupiah, amount null without money. */
export const readResources = (text: string): ReadResources => {
  const { funding, other, doubts } = readAmount(text)
  const marks = doubts.map(({ type, found, amounts }) => ({
    column: 'resources',
    type,
    found,
    message: withoutPlace(importTexts.doubt[type](0, found, amounts)),
  }))
  const amount = funding.length === 0 ? null : funding.reduce((sum, part) => sum + part.amount, 0)
  return { resources: { asPrinted: text, funding, other }, amount, marks }
}

export type ReadDurationText = { readonly durationValue: Duration | null; readonly marks: readonly RowMark[] }

export const readDurationText = (text: string): ReadDurationText => {
  const { value, doubt } = readDuration(text)
  if (doubt === null) return { durationValue: value, marks: [] }
  const message = withoutPlace(importTexts.doubt[doubt](0, text))
  return { durationValue: value, marks: [{ column: 'duration', type: doubt, found: text, message }] }
}

/** Cells of a row's money, one unit: whatever the text says is stored beside it. */
export const moneyCells = ({ asPrinted, funding, other }: ParsedRow['resources'], amount: number | null) => ({
  resources: asPrinted,
  resourcesOther: other,
  usulanAmount: amount,
  usulanSource: joinSources(funding),
  usulanFunding: funding.length === 0 ? null : [...funding],
})
