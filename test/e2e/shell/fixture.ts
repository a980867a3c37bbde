import path from 'node:path'
import { buildRenderer } from '../../../build/renderer.ts'
import type { ApplicationOptions } from '../harness.ts'

const here = import.meta.dirname
const renderer = path.join(here, '..', '..', '..', 'dist', 'test', 'shell-page')

/** The small page and core of the shell's own tests, built fresh. */
export const shellParts = async (): Promise<NonNullable<ApplicationOptions['parts']>> => {
  await buildRenderer(path.join(here, '..', 'app'), renderer)
  return { root: here, core: path.join(here, 'core.fixture.ts'), renderer }
}
