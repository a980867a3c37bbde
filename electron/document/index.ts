export { documentFeature, documentJob } from './feature.ts'
export type { ListSheet } from './list-sheet.ts'
export type { DocumentOrder, Printed, Written } from './order.ts'
export { type Taken, takenName } from './taken.ts'
