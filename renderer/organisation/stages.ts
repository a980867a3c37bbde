import type { RecordRow } from '../../shared/contract/records.ts'
import { components, stages } from '../../shared/records/common.ts'

export type Component = keyof typeof components
export type Stage = keyof typeof stages

/** What is known of a component in a stage: the newest assessment, and the regulations of the city about it. */
export type StageFacts = {
  readonly component: Component
  readonly stage: Stage
  readonly cell: RecordRow | null
  readonly decrees: readonly RecordRow[]
}

const textOf = (row: RecordRow, field: string): string => String(row.values[field] ?? '')

/** One row for each component, one cell in it for each stage, in the order of Pasal 7 and 8. */
export const stagesOf = (
  cells: readonly RecordRow[],
  decrees: readonly RecordRow[],
): readonly (readonly StageFacts[])[] =>
  (Object.keys(components) as Component[]).map((component) =>
    (Object.keys(stages) as Stage[]).map((stage) => {
      const isHere = (row: RecordRow): boolean =>
        row.values['component'] === component && row.values['stage'] === stage
      const newest = cells
        .filter(isHere)
        .toSorted((a, b) => (textOf(a, 'on') < textOf(b, 'on') ? -1 : 1))
        .at(-1)
      return { component, stage, cell: newest ?? null, decrees: decrees.filter(isHere) }
    }),
  )

export const isInForce = (row: RecordRow): boolean => row.values['state'] === 'berlaku'
