// Entry of every npm script: `node build/run.mjs NAME …`. Plain JavaScript of an old dialect's reach, so that an old
// Node gets a sentence instead of a syntax error. The sentence stands in shared/texts/shell.ts too; a test compares.
import { existsSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(
    `Selaras memerlukan Node.js 24 atau lebih baru; yang dipakai sekarang ${process.versions.node}. Jalankan lewat npm (misalnya “npm start”) atau perbarui Node.js.\n`,
  )
  process.exit(2)
}
module.enableCompileCache?.()

const here = path.dirname(fileURLToPath(import.meta.url))
const [name = '', ...rest] = process.argv.slice(2)

const entryOf = async () => {
  if (!/^[\w-]+$/.test(name)) return undefined
  const tool = path.join(here, `${name}.ts`)
  if (existsSync(tool)) return tool
  const { isFresh, parts } = await import('./fresh.mjs')
  const source = path.join(here, '..', 'electron', `${name}.ts`)
  const bundle = path.join(here, '..', 'dist', 'electron', `${name}.js`)
  if (existsSync(bundle) && (!existsSync(source) || isFresh(parts.electron.stamp, parts.electron.sources)))
    return bundle
  return existsSync(source) ? source : undefined
}

const entry = await entryOf()
if (entry === undefined) {
  process.stderr.write(`build/run.mjs: tidak ada “${name}”.\n`)
  process.exit(2)
}
process.argv = [process.argv[0], entry, ...rest]
await import(pathToFileURL(entry).href)
