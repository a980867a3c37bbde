import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Packages that the window's bundle holds, beside the dependencies that are shipped as they are. */
const inTheWindow = /^(react|react-dom|recharts|dayjs|wouter|@mantine\/.+|@tanstack\/.+|@tabler\/.+)$/
/** Shipped whole; the packages that npm installs for it only fetch it. */
const runtime = 'node_modules/electron'

type Locked = {
  readonly version?: string
  readonly dependencies?: Record<string, string>
  readonly peerDependencies?: Record<string, string>
  readonly license?: string
  readonly optional?: boolean
}
type Lock = { readonly packages: Readonly<Record<string, Locked>> }
type Manifest = {
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const readJson = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8')) as T

/** Where npm put a dependency: beside its user first, then upward. */
const resolvePath = (lock: Lock, user: string, name: string): string | null => {
  for (let at = user; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (lock.packages[path] !== undefined) return path
    if (at === '') return null
  }
}

const reach = (lock: Lock, names: readonly string[]): string[] => {
  const found = new Set<string>()
  const visit = (user: string, name: string): void => {
    const path = resolvePath(lock, user, name)
    if (path === null || found.has(path)) return
    found.add(path)
    for (const next of Object.keys(lock.packages[path]?.dependencies ?? {})) visit(path, next)
  }
  for (const name of names) visit('', name)
  return [...found].sort()
}

const licenceFile = /^(licen[cs]e|copying|notice)(\.|-|$)/i
const licenceText = (path: string): string => {
  const folder = join(root, path)
  if (!existsSync(folder)) return ''
  return readdirSync(folder)
    .filter((name) => licenceFile.test(name) && !name.endsWith('.js'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n')
}

/** Some packages name their licence only in its text. */
const namedIn = (text: string): string =>
  /\bMIT License\b|Permission is hereby granted, free of charge/.test(text) ? 'MIT' : ''

const entry = (lock: Lock, path: string): string => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const { version = '', license } = lock.packages[path] ?? {}
  const text = licenceText(path)
  return `## ${name} ${version} (${license ?? namedIn(text)})\n${text === '' ? '' : `\n\`\`\`\n${text}\n\`\`\`\n`}`
}

const fonts = (): string =>
  `## Liberation Sans (OFL-1.1)\n\n\`\`\`\n${readFileSync(join(root, 'resources/fonts/LICENSE-LiberationSans.txt'), 'utf8').trim()}\n\`\`\`\n`

/** The notices of everything that Selaras ships, fonts included, from the lock file and the licence files of the packages. */
export const notices = (): string => {
  const lock = readJson<Lock>('package-lock.json')
  const { dependencies, devDependencies } = readJson<Manifest>('package.json')
  const shipped = [
    ...Object.keys(dependencies),
    ...Object.keys(devDependencies).filter((name) => inTheWindow.test(name)),
  ]
  const entries = [...reach(lock, shipped), runtime].sort().map((path) => entry(lock, path))
  return `# Third-party notices\n\nSelaras is MIT licensed (LICENSE). It ships the following works under their own licences.\n\n${[...entries, fonts()].join('\n')}`
}

export const noticesFile = join(root, 'THIRD-PARTY-NOTICES.md')

if (import.meta.main) writeFileSync(noticesFile, notices())
