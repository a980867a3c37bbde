import { composition as own } from '../../../electron/composition.ts'
import type { Composition } from '../../../electron/composition-shape.ts'
import { kiosk } from './kiosk.ts'

export const composition: Composition = { ...own, definitions: [...own.definitions, kiosk] }
