import { writeFileSync } from 'node:fs'
import { cityCopy } from './big-city.ts'
import { type Measured, measure, print, type Row } from './harness.ts'

const wanted = new Set(process.argv.slice(2).filter((word) => !word.startsWith('--')))
const rows = Number(process.env['SELARAS_BENCH_ROWS'] ?? 1_000_000)

let copied: ReturnType<typeof cityCopy> | undefined
const city = () => {
  copied ??= cityCopy(rows)
  return copied
}

const groups: Readonly<Record<string, () => Promise<(() => Row)[]>>> = {
  store: async () => (await import('./rows/store.ts')).storeRows(await city()),
  sync: async () => (await import('./rows/sync.ts')).syncRows(),
  log: async () => (await import('./rows/log.ts')).logRows(await city()),
  forms: async () => (await import('./rows/forms.ts')).formRows(),
  documents: async () => (await import('./rows/documents.ts')).documentRows(),
  compliance: async () => (await import('./rows/compliance.ts')).complianceRows(),
  window: async () => (await import('./rows/window.ts')).windowRows(await city()),
}

const results: Measured[] = []
for (const [name, make] of Object.entries(groups)) {
  if (wanted.size > 0 && !wanted.has(name)) continue
  for (const row of await make()) {
    const measured = await measure(row())
    print(measured)
    results.push(measured)
  }
}

const judged = results.filter(({ holds }) => holds !== null)
console.log(`\n${judged.filter(({ holds }) => holds).length} of ${judged.length} goals hold`)
for (const { name } of judged.filter(({ holds }) => !holds)) console.log(`  does not hold: ${name}`)
const out = process.env['SELARAS_BENCH_JSON']
if (out !== undefined) writeFileSync(out, JSON.stringify({ node: process.version, results }, null, 1))
