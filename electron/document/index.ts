export { documentFeature, documentJob } from './feature.ts'
export type { DocumentOrder, Written } from './order.ts'
export { type Taken, takenName } from './taken.ts'
