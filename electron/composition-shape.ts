import type { AnyDefinition } from '../shared/records/define.ts'
import type { Feature } from './feature.ts'
import type { Rule } from './store/judging/lawful.ts'
import type { Guard } from './store/transaction.ts'

/** What a core is made of. Tests add a definition or a feature by composing their own. */
export type Composition = {
  readonly definitions: readonly AnyDefinition[]
  readonly definitionsVersion: number
  readonly features: readonly Feature[]
  /** Of every device, for what others write too. */
  readonly rules: readonly Rule[]
  /** Of this device, before it writes. */
  readonly guards: readonly Guard[]
}
