import { composition as own } from '../../../electron/composition.ts'
import type { Composition } from '../../../electron/composition-shape.ts'
import { website } from './website.ts'

export const composition: Composition = { ...own, definitions: [...own.definitions, website] }
