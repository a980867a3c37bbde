import type { budgetAccept } from '../../shared/contract/budget.ts'
import type { InputOf } from '../../shared/contract/call.ts'
import type { ParsedRow } from '../../shared/rules/budget/parsed.ts'
import { readDurationText, readResources } from '../../shared/rules/budget/reread.ts'
import type { GridRow } from '../ui/grid/types.ts'
import type { ImportFile } from './importModel.ts'
import { cellNumber, cellText, fundingOf } from './sheet.ts'

export type AcceptedOutputs = InputOf<typeof budgetAccept>['outputs']
type AcceptedRow = AcceptedOutputs[number]['rows'][number]

const nowhere = { sheet: null, table: null, line: 1 } as const

const durationOf = (text: string, original: ParsedRow | undefined) =>
  original?.duration === text ? original.durationValue : readDurationText(text).durationValue

const otherOf = (text: string, original: ParsedRow | undefined): string =>
  original?.resources.asPrinted === text ? original.resources.other : readResources(text).resources.other

const acceptedRow = (file: ImportFile, row: GridRow, number: number): AcceptedRow => {
  const original = file.parsed.get(row.id)
  const resources = cellText(row, 'resources')
  const duration = cellText(row, 'duration')
  const value = durationOf(duration, original)
  return {
    row: number,
    place: { ...(original?.place ?? nowhere) },
    subOutput: cellText(row, 'subOutput'),
    stage: cellText(row, 'stage'),
    method: cellText(row, 'method'),
    implementer: cellText(row, 'implementer'),
    duration,
    durationValue: value === null ? null : { ...value },
    resources: {
      asPrinted: resources,
      funding: fundingOf(row, original?.resources.funding).map((part) => ({ ...part })),
      other: otherOf(resources, original),
    },
    amount: cellNumber(row, 'amount'),
    extra: { ...original?.extra },
    marks: (file.sheet.marks.get(row.id) ?? []).map((mark) => ({ ...mark })),
  }
}

/** The accepted rows as the core takes them; rows that follow each other under one output stay together, in their order. */
export const acceptedOutputs = (file: ImportFile): AcceptedOutputs => {
  const outputs: AcceptedOutputs = []
  file.sheet.rows.forEach((row, at) => {
    const title = cellText(row, 'output')
    const last = outputs.at(-1)
    const original = file.parsed.get(row.id)
    const accepted = acceptedRow(file, row, original?.row ?? at + 1)
    if (last !== undefined && last.title === title) last.rows.push(accepted)
    else outputs.push({ title, rows: [accepted] })
  })
  return outputs
}
