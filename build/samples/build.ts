/** Writes the sample forms and their truths: node build/samples/build.ts [folder] */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { samples } from './samples.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '../../resources/samples')
mkdirSync(folder, { recursive: true })
for (const [name, bytes] of await samples()) writeFileSync(join(folder, name), bytes)
