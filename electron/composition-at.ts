import { composition } from './composition.ts'
import type { Composition } from './composition-shape.ts'

/** The composition that the core works with, in a process of its own: the shipped one where no module is named. */
export const compositionAt = async (url: string): Promise<Composition> =>
  url === '' ? composition : ((await import(url)) as { composition: Composition }).composition
