import type { AnyDefinition } from '../shared/records/define.ts'
import type { Feature } from './feature.ts'
import type { Guard } from './store/transaction.ts'

/** What a core is made of. Tests add a definition or a feature by composing their own. */
export type Composition = {
  readonly definitions: readonly AnyDefinition[]
  readonly definitionsVersion: number
  readonly features: readonly Feature[]
  readonly guards: readonly Guard[]
}
