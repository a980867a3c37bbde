import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, normalize, relative } from 'node:path'
import { parseAst } from 'rolldown/parseAst'

/** Where code may run is an error of the build, not a convention. Each rule carries its reason. */
type Rule = {
  readonly name: string
  readonly reason: string
  readonly breaks: (from: string, to: string) => boolean
}
export type Breach = {
  readonly from: string
  readonly to: string
  readonly rule: string
  readonly reason: string
}

const startsWithAny = (path: string, starts: readonly string[]): boolean =>
  starts.some((start) => path.startsWith(start))
const featureOf = (path: string): string | null => /^(?:electron|renderer)\/([^/]+)\//.exec(path)?.[1] ?? null

/** Folders that everyone on their side may use in depth; any other folder is a feature with an index. */
const grounds = new Set(['store', 'core', 'foreign', 'jobs', 'shell', 'signature', 'cli', 'app', 'ui'])
const isFeature = (path: string): boolean => {
  const feature = featureOf(path)
  return feature !== null && !grounds.has(feature)
}
const mayKnowElectron = /^electron\/(main|preload)\.ts$|^electron\/shell\/[^/]*electron/

export const rules: readonly Rule[] = [
  {
    name: 'shared-is-pure',
    reason:
      'shared/ runs in window, core and tests alike: no Node, no Electron, no code of either side, of packages only zod',
    breaks: (from, to) =>
      from.startsWith('shared/') &&
      (startsWithAny(to, ['electron/', 'renderer/', 'build/', 'test/', 'node:']) ||
        (to.startsWith('npm:') && to !== 'npm:zod')),
  },
  {
    name: 'window-knows-only-shared',
    reason: 'the window is a sandboxed page: no Node, no files, no SQL, nothing of the core',
    breaks: (from, to) =>
      from.startsWith('renderer/') && startsWithAny(to, ['electron/', 'build/', 'test/', 'node:']),
  },
  {
    name: 'core-knows-no-window',
    reason: 'the core runs without any window: in the command line and in tests',
    breaks: (from, to) => from.startsWith('electron/') && startsWithAny(to, ['renderer/', 'test/']),
  },
  {
    name: 'electron-stays-in-its-shell',
    reason: 'only the Electron shell and its entries know Electron; everything else is plain Node',
    breaks: (from, to) =>
      /^npm:electron(-store)?$/.test(to) &&
      !mayKnowElectron.test(from) &&
      !startsWithAny(from, ['build/', 'test/']),
  },
  {
    name: 'store-knows-no-feature',
    reason: 'the store is the ground on which features stand',
    breaks: (from, to) =>
      from.startsWith('electron/store/') && to.startsWith('electron/') && !to.startsWith('electron/store/'),
  },
  {
    name: 'features-through-their-index',
    reason: 'a feature imports another only through its index.ts',
    breaks: (from, to) =>
      isFeature(from) &&
      isFeature(to) &&
      from.split('/')[0] === to.split('/')[0] &&
      featureOf(from) !== featureOf(to) &&
      !/\/index\.tsx?$/.test(to),
  },
]

type Node = {
  readonly type?: string
  readonly source?: { readonly value?: unknown } | null
  readonly [key: string]: unknown
}

const collect = (node: unknown, found: string[]): void => {
  if (Array.isArray(node)) for (const item of node) collect(item, found)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  const { source, type } = node as Node
  const imports =
    type === 'ImportDeclaration' ||
    type === 'ExportNamedDeclaration' ||
    type === 'ExportAllDeclaration' ||
    type === 'ImportExpression'
  if (imports && typeof source?.value === 'string') found.push(source.value)
  for (const value of Object.values(node)) if (typeof value === 'object') collect(value, found)
}

const target = (from: string, wanted: string): string => {
  if (wanted.startsWith('.')) return normalize(join(dirname(from), wanted)).replaceAll('\\', '/')
  if (isBuiltin(wanted)) return wanted.startsWith('node:') ? wanted : `node:${wanted}`
  const [first = '', second = ''] = wanted.split('/')
  return `npm:${wanted.startsWith('@') ? `${first}/${second}` : first}`
}

/** Breaches of one file; `path` from the project's folder, with forward slashes. Throws on a file that does not parse. */
export const breachesOf = (path: string, code: string): Breach[] => {
  const found: string[] = []
  collect(parseAst(code, { lang: path.endsWith('x') ? 'tsx' : 'ts' }), found)
  return found.flatMap((wanted) => {
    const to = target(path, wanted)
    return rules
      .filter(({ breaks }) => breaks(path, to))
      .map(({ name, reason }) => ({ from: path, to, rule: name, reason }))
  })
}

const sources = ['shared', 'electron', 'renderer'] as const

export const checkBoundaries = (root: string): Breach[] =>
  sources
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => breachesOf(relative(root, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')))

if (import.meta.main) {
  const breaches = checkBoundaries(process.cwd())
  for (const { from, to, rule, reason } of breaches) console.error(`${from} → ${to}\n  ${rule}: ${reason}`)
  process.exitCode = breaches.length === 0 ? 0 : 1
}
